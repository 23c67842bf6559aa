-- how much is open for each owner, and when it is due
-- subject: task
WITH kept AS (
	SELECT task.id, task.due
	FROM task
	WHERE task.state < 4
-- filters
)
SELECT
	person.name AS "owner",
	person.kind AS "kind",
	coalesce(sum(kept.due < :today), 0) AS "overdue:number",
	coalesce(sum(kept.due BETWEEN :today AND date(:today, '+7 days')), 0) AS "due_soon:number",
	coalesce(sum(kept.due > date(:today, '+7 days')), 0) AS "later:number",
	sum(kept.due IS NULL) AS "undated:number"
FROM kept
LEFT JOIN task_owner ON task_owner.task = kept.id
LEFT JOIN person ON person.id = task_owner.person
GROUP BY person.id
ORDER BY person.id IS NULL, count(*) DESC, person.name
