-- All ids in order: mentions that share one are of notes of the same name in two folders.
SELECT id, key FROM mention INDEXED BY mention_key WHERE key <> '' ORDER BY key, id
