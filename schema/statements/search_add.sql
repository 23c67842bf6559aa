-- The words of the items and notes that this import made.
INSERT INTO search (rowid, text)
SELECT task.id, text_key(task.text) FROM affected_item JOIN task USING (id);
INSERT INTO search (rowid, text)
SELECT decision.id, text_key(decision.text) FROM affected_item JOIN decision USING (id);
INSERT INTO search (rowid, text)
SELECT -note.id, note.title_key FROM touched_note JOIN note USING (id);
