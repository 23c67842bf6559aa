-- What `docket import` alone reads again.
SELECT path FROM folder
UNION ALL
SELECT path FROM note WHERE folder IS NULL
ORDER BY path
