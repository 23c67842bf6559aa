-- who owns open tasks that were due before today, most first; nobody last
-- subject: task
WITH late AS (
	SELECT task.id, task.due, task.priority
	FROM task
	WHERE task.state < 4 AND task.due < :today
-- filters
)
SELECT
	person.name AS "owner",
	person.kind AS "kind",
	count(*) AS "overdue:number",
	sum(late.priority >= 2) AS "high:number",
	sum(late.priority < 2) AS "other:number",
	CAST(julianday(:today) - julianday(min(late.due)) AS INTEGER) AS "oldest_days:number"
FROM late
LEFT JOIN task_owner ON task_owner.task = late.id
LEFT JOIN person ON person.id = task_owner.person
GROUP BY person.id
ORDER BY person.id IS NULL, count(*) DESC, min(late.due), person.name
