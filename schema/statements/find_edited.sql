-- Notes of that day and title, one of which may be the same file under its former path, before it
-- was edited. The one whose file had the same name comes first.
SELECT note.id, note.path, folder.path
FROM note LEFT JOIN folder ON folder.id = note.folder
WHERE note.date = :date AND note.title_key = :title_key
ORDER BY substr(note.path, -length(:file)) = :file DESC, note.id
