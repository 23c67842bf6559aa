-- Who took part in it: how their names are spelled will be looked at again.
INSERT OR IGNORE INTO temp.touched_person (id) SELECT person FROM note_person WHERE note = :note
