-- The words of the items and notes that this import made. In the order of their rows: what comes
-- out of order is written as an index of its own, and merged later.
INSERT INTO search (rowid, text, rest)
SELECT -note.id, search_key(note.title), search_key(note_text.text)
FROM touched_note CROSS JOIN note USING (id) LEFT JOIN note_text ON note_text.note = note.id
ORDER BY note.id DESC;
INSERT INTO search (rowid, text)
SELECT id, search_key(text) FROM (
	SELECT task.id, task.text FROM affected_item CROSS JOIN task USING (id)
	UNION ALL
	SELECT decision.id, decision.text FROM affected_item CROSS JOIN decision USING (id)
	UNION ALL
	SELECT information.id, information.text
	FROM touched_note CROSS JOIN information ON information.note = touched_note.id)
ORDER BY id;
