-- Neighbours with one source are views of one meeting.
SELECT note.id, note.source_key
FROM affected_note CROSS JOIN note USING (id)
WHERE note.source_key <> ''
ORDER BY note.source_key, note.name, note.path
