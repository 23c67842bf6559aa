-- A project seen for the first time.
INSERT INTO project (name, key) VALUES (:name, :key) RETURNING id
