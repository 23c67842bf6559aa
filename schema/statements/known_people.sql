-- Everybody who is known, for "did you mean".
SELECT name, key FROM person WHERE kind <> 'unknown'
