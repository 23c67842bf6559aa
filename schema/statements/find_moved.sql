-- Notes of that content, one of which may be the same file under its former path, from an id on.
SELECT note.id, note.path, folder.path
FROM note LEFT JOIN folder ON folder.id = note.folder
WHERE note.hash = :hash AND note.id > :after
ORDER BY note.id
