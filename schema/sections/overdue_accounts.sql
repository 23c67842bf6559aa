-- which accounts wait for open tasks that were due before today, most first; those of none last
-- subject: task
WITH late AS (
	SELECT task.id, task.due, task.priority
	FROM task
	WHERE task.state < 4 AND task.due < :today
-- filters
)
SELECT
	account.name AS "account",
	count(*) AS "overdue:number",
	sum(late.priority >= 2) AS "high:number",
	sum(late.priority < 2) AS "other:number",
	CAST(julianday(:today) - julianday(min(late.due)) AS INTEGER) AS "oldest_days:number"
FROM late
LEFT JOIN item_account ON item_account.item = late.id
LEFT JOIN account ON account.id = item_account.account
GROUP BY account.id
ORDER BY account.id IS NULL, count(*) DESC, min(late.due), account.name
