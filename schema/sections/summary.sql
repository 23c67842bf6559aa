-- the numbers of tasks at the head of the page, and what the store was read from: one row
-- subject: task
WITH kept AS (
	SELECT task.id, task.state, task.due, task.priority
	FROM task
	WHERE task.state <= 4
-- filters
)
SELECT
	coalesce(sum(state < 4), 0) AS "open:number",
	coalesce(sum(state < 4 AND due < :today), 0) AS "overdue:number",
	coalesce(sum(state < 4 AND due < :today AND priority >= 2), 0) AS "high:number",
	coalesce(sum(state < 4 AND due = :today), 0) AS "due_today:number",
	coalesce(sum(state < 4 AND due BETWEEN :today AND date(:today, '+7 days')), 0) AS "due_soon:number",
	coalesce(sum(state < 4 AND due IS NULL), 0) AS "undated:number",
	coalesce(sum(state < 4 AND NOT EXISTS (SELECT 1 FROM task_owner WHERE task = kept.id)), 0)
		AS "unowned:number",
	coalesce(sum(state = 4), 0) AS "done:number",
	(SELECT count(*) FROM note) AS "notes:number",
	(SELECT substr(max(at), 1, 10) FROM journal_import) AS "changed:date"
FROM kept
