-- tasks opened and closed in each of the last 26 weeks, this one included
-- subject: task
--
-- A task is opened on the day it was created, else of its meeting; closed on its done day, else
-- when an import saw that it is done.
WITH RECURSIVE first (day) AS (SELECT date(:today, '-6 days', 'weekday 1', '-175 days')),
week (number, monday) AS (
	SELECT 0, day FROM first
	UNION ALL
	SELECT number + 1, date(monday, '+7 days') FROM week WHERE number < 25),
seen AS MATERIALIZED (
	SELECT mention.item AS task, max(substr(journal_import.at, 1, 10)) AS day
	FROM journal_event
	CROSS JOIN journal_import ON journal_import.id = journal_event.import
	CROSS JOIN mention ON mention.key = journal_event.item
	WHERE journal_event.import > (SELECT min(id) FROM journal_import)
		AND journal_event.kind = 'finished'
	GROUP BY mention.item),
moved AS MATERIALIZED (
	SELECT coalesce(task.created, task.meeting_date) AS opened,
		CASE WHEN task.state = 4 THEN coalesce(task.done, seen.day) END AS closed
	FROM task LEFT JOIN seen ON seen.task = task.id
	WHERE TRUE
-- filters
),
opened AS (
	SELECT CAST((julianday(opened) - julianday(first.day)) / 7 AS INTEGER) AS week, count(*) AS tasks
	FROM moved JOIN first
	WHERE opened BETWEEN first.day AND :today
	GROUP BY week),
closed AS (
	SELECT CAST((julianday(closed) - julianday(first.day)) / 7 AS INTEGER) AS week, count(*) AS tasks
	FROM moved JOIN first
	WHERE closed BETWEEN first.day AND :today
	GROUP BY week)
SELECT
	week.monday AS "week:date",
	coalesce(opened.tasks, 0) AS "opened:number",
	coalesce(closed.tasks, 0) AS "closed:number"
FROM week
LEFT JOIN opened ON opened.week = week.number
LEFT JOIN closed ON closed.week = week.number
ORDER BY week.number
