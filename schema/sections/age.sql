-- how long open tasks have been open, since they were created, else since their meeting
-- subject: task
WITH aged AS (
	SELECT coalesce(task.due < :today, 0) AS late,
		julianday(:today) - julianday(coalesce(task.created, task.meeting_date)) AS days
	FROM task
	WHERE task.state < 4
-- filters
),
sorted AS (
	SELECT CASE WHEN days IS NULL THEN 7 WHEN days <= 7 THEN 1 WHEN days <= 14 THEN 2
			WHEN days <= 30 THEN 3 WHEN days <= 91 THEN 4 WHEN days <= 182 THEN 5
			ELSE 6 END AS place,
		count(*) AS open, sum(late) AS overdue
	FROM aged
	GROUP BY place),
age (place, name) AS (VALUES (1, 'Up to a week'), (2, '1 to 2 weeks'), (3, '2 weeks to a month'),
	(4, '1 to 3 months'), (5, '3 to 6 months'), (6, 'More than 6 months'), (7, 'Not known'))
SELECT
	age.name AS "age",
	coalesce(sorted.overdue, 0) AS "overdue:number",
	coalesce(sorted.open - sorted.overdue, 0) AS "other:number",
	age.place > 4 AND age.place < 7 AS "old:number"
FROM age LEFT JOIN sorted ON sorted.place = age.place
WHERE age.place < 7 OR sorted.open > 0
ORDER BY age.place
