-- Mentions whose id another one has too: notes of the same name in two folders.
SELECT mention.id, key
FROM (SELECT key FROM mention WHERE key <> '' GROUP BY key HAVING count(*) > 1)
JOIN mention USING (key)
ORDER BY key, id
