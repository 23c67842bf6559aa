-- People of that key, or with an alias of it.
SELECT id FROM person WHERE key = :key
UNION
SELECT person FROM person_alias WHERE key = :key
