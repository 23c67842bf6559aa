-- Projects of that key.
SELECT id FROM project WHERE key = :key
