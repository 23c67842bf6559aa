-- Every account, for "did you mean".
SELECT id, name, key FROM account ORDER BY name
