-- how much is open for each owner, and when it is due
-- subject: task
WITH kept AS (
	SELECT task.id, task.due
	FROM task
	WHERE task.state < 4
-- filters
),
counted AS (
	SELECT task_owner.person, count(*) AS open,
		coalesce(sum(kept.due < :today), 0) AS overdue,
		coalesce(sum(kept.due BETWEEN :today AND date(:today, '+7 days')), 0) AS due_soon,
		coalesce(sum(kept.due > date(:today, '+7 days')), 0) AS later,
		sum(kept.due IS NULL) AS undated
	FROM kept
	LEFT JOIN task_owner ON task_owner.task = kept.id
	GROUP BY task_owner.person)
SELECT
	person.name AS "owner",
	person.kind AS "kind",
	counted.overdue AS "overdue:number",
	counted.due_soon AS "due_soon:number",
	counted.later AS "later:number",
	counted.undated AS "undated:number"
FROM counted
LEFT JOIN person ON person.id = counted.person
ORDER BY person.id IS NULL, counted.open DESC, person.name
