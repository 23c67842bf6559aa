-- The columns of all that SQL may be asked of.
SELECT field.name, view.name
FROM sqlite_schema AS view CROSS JOIN pragma_table_info(view.name) AS field
WHERE view.type = 'view'
ORDER BY view.name, field.cid
