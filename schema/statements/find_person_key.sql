-- A person by key.
SELECT id, name, kind, configured FROM person WHERE key = :key
