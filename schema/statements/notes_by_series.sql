-- The notes of the keys that are looked at again, with who took part in their meetings.
SELECT note.id, note.series_key, note.meeting, note.series IS NOT NULL, note.series_note,
	meeting_person.person
FROM touched_series
CROSS JOIN note ON note.series_key = touched_series.key
LEFT JOIN meeting_person ON meeting_person.meeting = note.meeting
ORDER BY touched_series.key, note.id
