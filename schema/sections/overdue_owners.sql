-- who owns open tasks that were due before today, most first; nobody last
-- subject: task
WITH late AS (
	SELECT task.id, task.due, task.priority
	FROM task
	WHERE task.state < 4 AND task.due < :today
-- filters
),
counted AS (
	SELECT task_owner.person, count(*) AS overdue, sum(late.priority >= 2) AS high,
		min(late.due) AS oldest
	FROM late
	LEFT JOIN task_owner ON task_owner.task = late.id
	GROUP BY task_owner.person)
SELECT
	person.name AS "owner",
	person.kind AS "kind",
	counted.overdue AS "overdue:number",
	counted.high AS "high:number",
	counted.overdue - counted.high AS "other:number",
	CAST(julianday(:today) - julianday(counted.oldest) AS INTEGER) AS "oldest_days:number"
FROM counted
LEFT JOIN person ON person.id = counted.person
ORDER BY person.id IS NULL, counted.overdue DESC, counted.oldest, person.name
