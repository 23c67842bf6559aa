-- Every project, for "did you mean".
SELECT id, name, key FROM project ORDER BY name
