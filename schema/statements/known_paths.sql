-- What `docket import` alone imports, and whether it is a folder.
SELECT path, 1 FROM folder
UNION ALL
SELECT path, 0 FROM note WHERE folder IS NULL
ORDER BY 1
