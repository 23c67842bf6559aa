-- Who took part; a name written twice is one person.
CREATE TABLE insert_note_person (note, person, stranger, written);
INSERT OR IGNORE INTO note_person (note, person, stranger, written)
SELECT note, person, stranger, written
FROM insert_note_person
