-- Folders ('' for files named outright) and the configuration their notes were read with.
SELECT path, directory FROM folder
UNION ALL
SELECT '', value FROM setting WHERE name = 'directory'
