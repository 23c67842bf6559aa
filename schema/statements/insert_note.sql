-- A new file; the rest is filled in by update_note.
INSERT INTO note (path, name, size, mtime_ns, ctime_ns, inode, checked_ns, hash, title, title_key,
	series_key, source_key)
VALUES (:path, '', 0, 0, 0, 0, 0, '', '', '', '', '')
RETURNING id
