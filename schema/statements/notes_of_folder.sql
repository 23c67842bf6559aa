-- To see which of them are gone.
SELECT id, path FROM note WHERE folder = :folder ORDER BY path
