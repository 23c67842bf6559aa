-- Who took part.
DELETE FROM note_person WHERE note = :note
