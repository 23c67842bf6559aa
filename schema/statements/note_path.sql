-- Where the note is in its vault, as box.path in query_boxes.sql, and where it is.
SELECT substr(note.path, length(vault.path) + 1), note.path
FROM note
JOIN vault ON vault.id = note.vault
WHERE note.id = :note
