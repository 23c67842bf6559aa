-- The same, of the store of another version that is being replaced.
SELECT path, folder FROM temp.known_path ORDER BY path
