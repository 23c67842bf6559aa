-- which accounts wait for open tasks that were due before today, most first; those of none last
-- subject: task
WITH late AS (
	SELECT task.id, task.due, task.priority
	FROM task
	WHERE task.state < 4 AND task.due < :today
-- filters
),
counted AS (
	SELECT item_account.account, count(*) AS overdue, sum(late.priority >= 2) AS high,
		min(late.due) AS oldest
	FROM late
	LEFT JOIN item_account ON item_account.item = late.id
	GROUP BY item_account.account)
SELECT
	account.name AS "account",
	counted.overdue AS "overdue:number",
	counted.high AS "high:number",
	counted.overdue - counted.high AS "other:number",
	CAST(julianday(:today) - julianday(counted.oldest) AS INTEGER) AS "oldest_days:number"
FROM counted
LEFT JOIN account ON account.id = counted.account
ORDER BY account.id IS NULL, counted.overdue DESC, counted.oldest, account.name
