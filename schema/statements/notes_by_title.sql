-- Neighbours of one day and title are views of one meeting when somebody took part in both.
SELECT note.id, note.date || ' ' || note.title_key
FROM affected_note CROSS JOIN note USING (id)
WHERE note.date IS NOT NULL AND note.title_key <> ''
ORDER BY note.date, note.title_key, note.name, note.path
