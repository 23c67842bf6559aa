-- open tasks whose due day was moved later, as imports saw it; by how many days, most first
-- subject: task
--
-- The first import has met everything anew: what it wrote into the journal need not be looked at.
WITH moved AS MATERIALIZED (
	SELECT mention.item AS task, count(*) AS slips, min(journal_event.old) AS first_due,
		sum(julianday(journal_event.new) - julianday(journal_event.old)) AS days
	FROM journal_event CROSS JOIN mention ON mention.key = journal_event.item
	WHERE journal_event.import > (SELECT min(id) FROM journal_import)
		AND journal_event.kind = 'changed' AND journal_event.item_kind = 'task'
		AND journal_event.field = 'due' AND journal_event.new > journal_event.old
	GROUP BY mention.item)
SELECT
	task.text AS "text",
	(SELECT json_group_array(name) FROM (
		SELECT person.name AS name
		FROM task_owner JOIN person ON person.id = task_owner.person
		WHERE task_owner.task = task.id
		ORDER BY task_owner.position)) AS "owners:list",
	(SELECT json_group_array(name) FROM (
		SELECT account.name AS name
		FROM item_account JOIN account ON account.id = item_account.account
		WHERE item_account.item = task.id
		ORDER BY account.name)) AS "accounts:list",
	moved.slips AS "slips:number",
	CAST(moved.days AS INTEGER) AS "slipped_days:number",
	moved.first_due AS "first_due:date",
	task.due AS "due:date",
	short_id(task.key) AS "id",
	note.title AS "title",
	note.path AS "path"
FROM moved
JOIN task ON task.id = moved.task
JOIN mention ON mention.id = task.lead
JOIN note ON note.id = mention.note
WHERE task.state < 4
-- filters
ORDER BY moved.days DESC, moved.slips DESC, task.id
