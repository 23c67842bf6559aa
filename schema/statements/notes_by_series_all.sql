-- In a store that is being built: all notes, with who took part in their meetings.
SELECT note.id, note.series_key, note.meeting, note.series IS NOT NULL, note.series_note,
	meeting_person.person
FROM note INDEXED BY note_series
LEFT JOIN meeting_person ON meeting_person.meeting = note.meeting
WHERE note.series_key <> ''
ORDER BY note.series_key, note.id
