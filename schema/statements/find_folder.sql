-- A folder that was imported.
SELECT id, directory FROM folder WHERE path = :path
