-- Every note.
SELECT id FROM note
