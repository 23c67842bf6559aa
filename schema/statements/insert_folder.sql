-- A folder to remember.
INSERT INTO folder (path, directory) VALUES (:path, '') RETURNING id
