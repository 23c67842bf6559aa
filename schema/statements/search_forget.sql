-- The words of the items that will be made again.
INSERT INTO search (search, rowid, text, rest)
SELECT 'delete', task.id, search_key(task.text), NULL FROM affected_item CROSS JOIN task USING (id);
INSERT INTO search (search, rowid, text, rest)
SELECT 'delete', decision.id, search_key(decision.text), NULL
FROM affected_item CROSS JOIN decision USING (id);
