-- Everybody who is known, when nobody is by the key itself: a name that notes leave open.
SELECT name, key FROM person
WHERE kind IN ('me', 'person')
	AND EXISTS (SELECT 1 FROM person WHERE key = :key AND kind = 'unknown')
	AND NOT EXISTS (SELECT 1 FROM person_alias WHERE key = :key)
ORDER BY name
