-- What became of the affected items.
CREATE TEMP TABLE after_item AS
SELECT 'task' AS kind, task.key, task.text, task.state, task.due, task.priority,
	(SELECT group_concat(name, ', ') FROM (
		SELECT person.name AS name FROM task_owner JOIN person ON person.id = task_owner.person
		WHERE task_owner.task = task.id ORDER BY position)) AS owners,
	note.path, mention.line
FROM affected_item
JOIN task USING (id)
JOIN mention ON mention.id = task.lead
JOIN note ON note.id = mention.note
UNION ALL
SELECT 'decision', decision.key, decision.text, decision.state, decision.date, NULL, NULL, note.path,
	mention.line
FROM affected_item
JOIN decision USING (id)
JOIN mention ON mention.id = decision.lead
JOIN note ON note.id = mention.note;
CREATE INDEX temp.after_key ON after_item (key);
CREATE INDEX temp.before_key ON before_item (key);
INSERT INTO journal_event (import, kind, item_kind, item)
SELECT (SELECT max(id) FROM journal_import), 'new', kind, key
FROM after_item
WHERE NOT EXISTS (SELECT 1 FROM before_item AS old WHERE old.key = after_item.key)
ORDER BY path, line;
INSERT INTO journal_event (import, kind, item_kind, item, text)
SELECT (SELECT max(id) FROM journal_import), 'gone', kind, key, text
FROM before_item
WHERE NOT EXISTS (SELECT 1 FROM after_item WHERE after_item.key = before_item.key)
	AND NOT EXISTS (SELECT 1 FROM mention WHERE mention.key = before_item.key)
ORDER BY text;
INSERT INTO journal_event (import, kind, item_kind, item, text, field, old, new, path, line)
SELECT (SELECT max(id) FROM journal_import), now.event, after.kind, after.key, after.text,
	now.field, now.old, now.new, after.path, after.line
FROM after_item AS after
JOIN before_item AS before ON before.key = after.key
JOIN (
	SELECT after.key, 'changed' AS event, 'text' AS field, before.text AS old, after.text AS new
	FROM after_item AS after JOIN before_item AS before USING (key)
	WHERE before.text <> after.text
	UNION ALL
	SELECT after.key, 'changed', CASE after.kind WHEN 'task' THEN 'due' ELSE 'date' END,
		before.due, after.due
	FROM after_item AS after JOIN before_item AS before USING (key)
	WHERE before.due IS NOT after.due
	UNION ALL
	SELECT after.key, 'changed', 'owners', before.owners, after.owners
	FROM after_item AS after JOIN before_item AS before USING (key)
	WHERE before.owners IS NOT after.owners
	UNION ALL
	SELECT after.key, 'changed', 'priority', old.name, new.name
	FROM after_item AS after
	JOIN before_item AS before USING (key)
	JOIN priority AS old ON old.id = before.priority
	JOIN priority AS new ON new.id = after.priority
	WHERE before.priority <> after.priority
	UNION ALL
	SELECT after.key,
		CASE WHEN before.state < 4 AND after.state >= 4 THEN 'finished'
			WHEN before.state >= 4 AND after.state < 4 THEN 'reopened' ELSE 'changed' END,
		'state', coalesce(old.name, before.state), coalesce(new.name, after.state)
	FROM after_item AS after
	JOIN before_item AS before USING (key)
	LEFT JOIN state AS old ON old.id = before.state
	LEFT JOIN state AS new ON new.id = after.state
	WHERE before.state <> after.state) AS now ON now.key = after.key
ORDER BY after.path, after.line, now.field;
