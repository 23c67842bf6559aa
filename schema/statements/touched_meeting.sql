-- The meeting it was a note of, and those of the notes that may have been joined through it.
INSERT OR IGNORE INTO temp.touched_meeting (id)
SELECT meeting FROM note WHERE id = :note AND meeting IS NOT NULL
UNION
SELECT other.meeting
FROM note JOIN note AS other ON other.date = note.date AND other.title_key = note.title_key
WHERE note.id = :note AND other.meeting IS NOT NULL
