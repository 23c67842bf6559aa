-- The mentions that may speak of another item now: those of notes whose meeting was looked at or
-- whose series is another one, of items that lost a mention, and those that say the same as one of
-- these. With every mention come the others of its item. CROSS JOIN keeps SQLite from beginning with
-- the larger side.
CREATE TEMP TABLE affected_item (id INTEGER PRIMARY KEY);
INSERT INTO affected_item (id)
SELECT id FROM touched_item;
INSERT OR IGNORE INTO affected_item (id)
SELECT mention.item FROM affected_note CROSS JOIN mention ON mention.note = affected_note.id
WHERE mention.kind < 3;
INSERT OR IGNORE INTO affected_item (id)
SELECT mention.item FROM regrouped_note CROSS JOIN mention ON mention.note = regrouped_note.id
WHERE mention.kind < 3;
INSERT OR IGNORE INTO affected_item (id)
SELECT same.item
FROM (SELECT DISTINCT mention.words, mention.kind
	FROM affected_item CROSS JOIN mention ON mention.item = affected_item.id) AS said
CROSS JOIN mention AS same ON same.words = said.words AND same.kind = said.kind;
INSERT OR IGNORE INTO affected_item (id)
SELECT same.item
FROM (SELECT DISTINCT mention.task_id
	FROM affected_item CROSS JOIN mention ON mention.item = affected_item.id
	WHERE mention.task_id IS NOT NULL) AS said
CROSS JOIN mention AS same ON same.task_id = said.task_id AND same.kind < 3;
INSERT OR IGNORE INTO affected_item (id)
SELECT same.item
FROM (SELECT DISTINCT mention.block
	FROM affected_item CROSS JOIN mention ON mention.item = affected_item.id
	WHERE length(mention.block) > 3) AS said
CROSS JOIN mention AS same ON same.block = said.block AND same.kind < 3;
CREATE TEMP TABLE affected_mention (id INTEGER PRIMARY KEY);
INSERT INTO affected_mention (id)
SELECT mention.id FROM affected_item CROSS JOIN mention ON mention.item = affected_item.id;
INSERT OR IGNORE INTO mention_was (mention, item)
SELECT mention.id, mention.item
FROM affected_mention CROSS JOIN mention USING (id)
WHERE mention.note NOT IN (SELECT id FROM touched_note);
CREATE TEMP TABLE before_item AS
SELECT task.id, 'task' AS kind, task.key, task.text, task.state, task.due, task.priority,
	(SELECT group_concat(name, ', ') FROM (
		SELECT person.name AS name FROM task_owner JOIN person ON person.id = task_owner.person
		WHERE task_owner.task = task.id ORDER BY position)) AS owners,
	(SELECT json_group_array(name) FROM (
		SELECT person.name AS name FROM task_owner JOIN person ON person.id = task_owner.person
		WHERE task_owner.task = affected_item.id ORDER BY position)) AS owned_by,
	(SELECT json_group_array(name) FROM (
		SELECT account.name AS name
		FROM item_account JOIN account ON account.id = item_account.account
		WHERE item_account.item = affected_item.id ORDER BY account.name)) AS serves
FROM affected_item CROSS JOIN task USING (id)
UNION ALL
SELECT decision.id, 'decision', decision.key, decision.text, decision.state, decision.date, NULL, NULL,
	'[]',
	(SELECT json_group_array(name) FROM (
		SELECT account.name AS name
		FROM item_account JOIN account ON account.id = item_account.account
		WHERE item_account.item = affected_item.id ORDER BY account.name))
FROM affected_item CROSS JOIN decision USING (id);
