-- Everybody, for "did you mean".
SELECT id, name, key FROM person
WHERE kind <> 'unknown' OR EXISTS (SELECT 1 FROM mention_owner WHERE person = person.id)
ORDER BY name
