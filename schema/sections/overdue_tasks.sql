-- the five overdue tasks of each owner that press most: by priority, then by age
-- subject: task
WITH late AS (
	SELECT task.id, task.due, task.priority
	FROM task
	WHERE task.state < 4 AND task.due < :today
-- filters
),
owned AS (
	SELECT task_owner.person, late.id,
		count(*) OVER everything AS owns,
		min(late.due) OVER everything AS oldest,
		row_number() OVER (PARTITION BY task_owner.person
			ORDER BY late.priority DESC, late.due, late.id) AS place
	FROM late LEFT JOIN task_owner ON task_owner.task = late.id
	WINDOW everything AS (PARTITION BY task_owner.person))
SELECT
	person.name AS "owner",
	person.kind AS "kind",
	owned.owns AS "overdue:number",
	task.text AS "text",
	priority.name AS "priority",
	task.due AS "due:date",
	CAST(julianday(:today) - julianday(task.due) AS INTEGER) AS "overdue_days:number",
	(SELECT json_group_array(name) FROM (
		SELECT account.name AS name
		FROM item_account JOIN account ON account.id = item_account.account
		WHERE item_account.item = task.id
		ORDER BY account.name)) AS "accounts:list",
	short_id(task.key) AS "id",
	note.title AS "title",
	note.path AS "path"
FROM owned
JOIN task ON task.id = owned.id
JOIN priority ON priority.id = task.priority
JOIN mention ON mention.id = task.lead
JOIN note ON note.id = mention.note
LEFT JOIN person ON person.id = owned.person
WHERE owned.place <= 5
ORDER BY person.id IS NULL, owned.owns DESC, owned.oldest, person.name, owned.place
