-- The words of everything, in a store that is being built.
INSERT INTO search (rowid, text) SELECT id, text_key(text) FROM task;
INSERT INTO search (rowid, text) SELECT id, text_key(text) FROM decision;
INSERT INTO search (rowid, text) SELECT -id, title_key FROM note;
