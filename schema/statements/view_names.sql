-- What SQL may be asked of.
SELECT name, '' FROM sqlite_schema WHERE type = 'view' ORDER BY name
