-- In a store that is being built, all notes are.
CREATE TEMP TABLE affected_note (id INTEGER PRIMARY KEY, root INTEGER);
INSERT INTO affected_note (id) SELECT id FROM note ORDER BY id;
