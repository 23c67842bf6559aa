-- The vault of a note, with its settings of today.
INSERT INTO vault (path, filter) VALUES (:path, :filter)
ON CONFLICT (path) DO UPDATE SET filter = excluded.filter
RETURNING id
