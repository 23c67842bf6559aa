-- Who took part; a name written twice is one person.
CREATE TABLE insert_note_person (note, person, written);
INSERT OR IGNORE INTO note_person (note, person, written)
SELECT note, person, written
FROM insert_note_person
