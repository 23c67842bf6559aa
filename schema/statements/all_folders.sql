-- Every folder that was imported.
SELECT id, path, directory FROM folder ORDER BY path
