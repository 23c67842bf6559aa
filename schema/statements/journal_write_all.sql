-- In a store that is being built, everything is new that the journal has not seen before.
INSERT INTO journal_event (import, kind, item_kind, item)
SELECT (SELECT max(id) FROM journal_import), 'new', kind, key FROM (
	SELECT 'task' AS kind, id, key FROM task
	UNION ALL
	SELECT 'decision', id, key FROM decision
	ORDER BY id)
WHERE NOT ((SELECT count(*) FROM journal_import) > 1
	AND EXISTS (SELECT 1 FROM journal_event AS seen WHERE seen.item = key));
