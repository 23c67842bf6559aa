-- Who took part; a name written twice is one person.
INSERT OR IGNORE INTO note_person (note, person, written) VALUES (:note, :person, :written)
