-- A new file; the rest is filled in by update_note.
INSERT INTO note (path, name, hash, title, title_key, series_key, source_key)
VALUES (:path, '', '', '', '', '', '')
RETURNING id
