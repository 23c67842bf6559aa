-- People of that key, or with an alias of it. A short name that was resolved is nobody by itself.
SELECT id FROM person
WHERE key = :key
	AND (kind <> 'unknown' OR EXISTS (SELECT 1 FROM mention_owner WHERE person = person.id))
UNION
SELECT person FROM person_alias WHERE key = :key
