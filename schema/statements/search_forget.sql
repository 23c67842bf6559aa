-- The words of the items that will be made again.
INSERT INTO search (search, rowid, text)
SELECT 'delete', task.id, text_key(task.text) FROM affected_item JOIN task USING (id);
INSERT INTO search (search, rowid, text)
SELECT 'delete', decision.id, text_key(decision.text) FROM affected_item JOIN decision USING (id);
