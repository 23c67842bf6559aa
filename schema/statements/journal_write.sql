-- What became of the affected items. An item is the one it was when a mention of it still is there:
-- the one with the same id first, for items may have been joined or parted.
CREATE TEMP TABLE after_item AS
SELECT task.id, 'task' AS kind, task.key, task.text, task.state, task.due, task.priority,
	(SELECT group_concat(name, ', ') FROM (
		SELECT person.name AS name FROM task_owner JOIN person ON person.id = task_owner.person
		WHERE task_owner.task = task.id ORDER BY position)) AS owners,
	note.path, mention.line
FROM affected_item
CROSS JOIN task USING (id)
CROSS JOIN mention ON mention.id = task.lead
CROSS JOIN note ON note.id = mention.note
UNION ALL
SELECT decision.id, 'decision', decision.key, decision.text, decision.state, decision.date, NULL,
	NULL, note.path, mention.line
FROM affected_item
CROSS JOIN decision USING (id)
CROSS JOIN mention ON mention.id = decision.lead
CROSS JOIN note ON note.id = mention.note;
CREATE INDEX temp.was_item ON mention_was (item);
CREATE INDEX temp.after_id ON after_item (id);
CREATE INDEX temp.before_id ON before_item (id);
CREATE TEMP TABLE kept_item AS
SELECT was, now FROM (
	SELECT before.id AS was, after.id AS now,
		row_number() OVER (PARTITION BY after.id
			ORDER BY before.key <> after.key, before.id) AS of_now,
		row_number() OVER (PARTITION BY before.id
			ORDER BY before.key <> after.key, after.id) AS of_was
	FROM (SELECT DISTINCT mention_was.item AS was, mention.item AS now
		FROM mention_was CROSS JOIN mention ON mention.id = mention_was.mention) AS carried
	JOIN before_item AS before ON before.id = carried.was
	JOIN after_item AS after ON after.id = carried.now)
WHERE of_now = 1 AND of_was = 1;
-- New is what was never seen, or is back after it was gone.
INSERT INTO journal_event (import, kind, item_kind, item)
SELECT (SELECT max(id) FROM journal_import), 'new', kind, key
FROM after_item
WHERE id NOT IN (SELECT now FROM kept_item)
	AND (SELECT coalesce(max(id) FILTER (WHERE seen.kind = 'gone'), 0) >=
			coalesce(max(id) FILTER (WHERE seen.kind = 'new'), 0)
		FROM journal_event AS seen
		WHERE seen.item = after_item.key AND seen.kind IN ('gone', 'new'))
ORDER BY path, line;
INSERT INTO journal_event (import, kind, item_kind, item, text, old, new)
SELECT (SELECT max(id) FROM journal_import), 'gone', kind, key, text, owned_by, serves
FROM before_item
WHERE NOT EXISTS (SELECT 1 FROM mention_was CROSS JOIN mention ON mention.id = mention_was.mention
	WHERE mention_was.item = before_item.id)
ORDER BY text;
INSERT INTO journal_event (import, kind, item_kind, item, text, field, old, new, path, line)
SELECT (SELECT max(id) FROM journal_import),
	CASE WHEN field <> 'state' OR after.kind <> 'task' THEN 'changed'
		WHEN before.state < 4 AND after.state >= 4 THEN 'finished'
		WHEN before.state >= 4 AND after.state < 4 THEN 'reopened' ELSE 'changed' END,
	after.kind, after.key, after.text, field, old, new, after.path, after.line
FROM kept_item
JOIN before_item AS before ON before.id = kept_item.was
JOIN after_item AS after ON after.id = kept_item.now
JOIN (
	SELECT after.id AS item, 'text' AS field, before.text AS old, after.text AS new
	FROM kept_item
	JOIN before_item AS before ON before.id = kept_item.was
	JOIN after_item AS after ON after.id = kept_item.now
	UNION ALL
	SELECT after.id, CASE after.kind WHEN 'task' THEN 'due' ELSE 'date' END, before.due, after.due
	FROM kept_item
	JOIN before_item AS before ON before.id = kept_item.was
	JOIN after_item AS after ON after.id = kept_item.now
	UNION ALL
	SELECT after.id, 'owners', before.owners, after.owners
	FROM kept_item
	JOIN before_item AS before ON before.id = kept_item.was
	JOIN after_item AS after ON after.id = kept_item.now
	UNION ALL
	SELECT after.id, 'priority', old.name, new.name
	FROM kept_item
	JOIN before_item AS before ON before.id = kept_item.was
	JOIN after_item AS after ON after.id = kept_item.now
	JOIN priority AS old ON old.id = before.priority
	JOIN priority AS new ON new.id = after.priority
	UNION ALL
	SELECT after.id, 'state', coalesce(old.name, before.state), coalesce(new.name, after.state)
	FROM kept_item
	JOIN before_item AS before ON before.id = kept_item.was
	JOIN after_item AS after ON after.id = kept_item.now
	LEFT JOIN state AS old ON old.id = before.state
	LEFT JOIN state AS new ON new.id = after.state) AS fields ON fields.item = after.id
WHERE old IS NOT new
ORDER BY after.path, after.line, field;
