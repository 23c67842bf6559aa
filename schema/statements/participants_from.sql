-- Who took part in notes, from an id on.
SELECT note_person.note, person.name
FROM note_person CROSS JOIN person ON person.id = note_person.person AND person.kind <> 'unknown'
WHERE note_person.note >= :first
ORDER BY note_person.note, person.name
