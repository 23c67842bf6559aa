-- Everybody who is known, with the notes they take part in; those of few notes last.
SELECT person.name, person.key, person.configured, count(note.id) AS notes,
	coalesce(min(note.path), '') AS path
FROM person
LEFT JOIN note_person ON note_person.person = person.id
LEFT JOIN note ON note.id = note_person.note
WHERE person.kind IN ('person', 'me')
GROUP BY person.id
ORDER BY notes DESC, person.name
