-- Of one note.
DELETE FROM information WHERE note = :note
