-- What is known of a file.
SELECT id, folder, size, mtime_ns, ctime_ns, inode, checked_ns, hash FROM note WHERE path = :path
