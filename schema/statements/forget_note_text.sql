-- Of one note.
DELETE FROM note_text WHERE note = :note
