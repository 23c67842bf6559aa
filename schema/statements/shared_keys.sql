-- Mentions whose id another one has too: notes of the same name in two folders.
SELECT id, key FROM mention
WHERE key IN (SELECT key FROM mention WHERE kind < 3 GROUP BY key HAVING count(*) > 1)
ORDER BY key, id
