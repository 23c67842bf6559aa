-- Everybody, for "did you mean".
SELECT id, name, key FROM person ORDER BY name
