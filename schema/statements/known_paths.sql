-- What `docket import` alone imports.
SELECT path FROM folder
UNION ALL
SELECT path FROM note WHERE folder IS NULL
ORDER BY path
