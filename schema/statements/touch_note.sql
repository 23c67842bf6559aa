-- A file whose content is what it was.
UPDATE note SET size = :size, mtime_ns = :mtime_ns, ctime_ns = :ctime_ns, inode = :inode,
	checked_ns = :checked_ns
WHERE id = :id
