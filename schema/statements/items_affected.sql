-- The mentions that may speak of another item now: those of notes whose meeting was looked at, of
-- items that lost a mention, and those that say the same as one that was read. With every mention
-- come the others of its item.
CREATE TEMP TABLE affected_item (id INTEGER PRIMARY KEY);
INSERT INTO affected_item (id)
SELECT id FROM touched_item;
INSERT OR IGNORE INTO affected_item (id)
SELECT mention.item FROM affected_note JOIN mention ON mention.note = affected_note.id;
INSERT OR IGNORE INTO affected_item (id)
SELECT same.item
FROM touched_note
JOIN mention ON mention.note = touched_note.id
JOIN mention AS same ON same.words = mention.words AND same.kind = mention.kind;
INSERT OR IGNORE INTO affected_item (id)
SELECT same.item
FROM touched_note
JOIN mention ON mention.note = touched_note.id
JOIN mention AS same ON same.task_id = mention.task_id
WHERE mention.task_id IS NOT NULL;
CREATE TEMP TABLE affected_mention (id INTEGER PRIMARY KEY);
INSERT INTO affected_mention (id)
SELECT mention.id FROM affected_item JOIN mention ON mention.item = affected_item.id;
CREATE TEMP TABLE before_item AS
SELECT 'task' AS kind, task.key, task.text, task.state, task.due, task.priority,
	(SELECT group_concat(name, ', ') FROM (
		SELECT person.name AS name FROM task_owner JOIN person ON person.id = task_owner.person
		WHERE task_owner.task = task.id ORDER BY position)) AS owners
FROM affected_item JOIN task USING (id)
UNION ALL
SELECT 'decision', decision.key, decision.text, decision.state, decision.date, NULL, NULL
FROM affected_item JOIN decision USING (id);
