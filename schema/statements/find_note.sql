-- What is known of a file.
SELECT id, folder, stamp, hash FROM note WHERE path = :path
