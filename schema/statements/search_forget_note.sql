-- The words of the note, unless this import has not put them there yet.
INSERT INTO search (search, rowid, text, rest)
SELECT 'delete', -note.id, search_key(note.title), search_key(note_text.text)
FROM note LEFT JOIN note_text ON note_text.note = note.id
WHERE note.id = :note AND note.id NOT IN (SELECT id FROM temp.touched_note)
