-- Files that were named outright.
SELECT path FROM note WHERE folder IS NULL ORDER BY path
