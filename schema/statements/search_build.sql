-- The words of everything, in a store that is being built. In the order of their rows, for what
-- comes out of order is written as an index of its own; and many at a time, for one index is merged
-- with others until there are few.
INSERT INTO search (search, rank) VALUES ('hashsize', 8388608);
INSERT INTO search (rowid, text, rest)
SELECT -note.id, search_key(note.title), search_key(note_text.text)
FROM note LEFT JOIN note_text ON note_text.note = note.id
ORDER BY note.id DESC;
INSERT INTO search (rowid, text)
SELECT id, search_key(text) FROM (
	SELECT id, text FROM task
	UNION ALL
	SELECT id, text FROM decision
	UNION ALL
	SELECT id, text FROM information
	ORDER BY id);
INSERT INTO search (search, rank) VALUES ('hashsize', 1048576); -- as FTS5 has it
