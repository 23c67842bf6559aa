-- accounts, with what is open for them and when you last met
-- subject: account
-- table: name open overdue due_soon done decisions people meetings last_met
-- sort: -overdue,-open,name
WITH served AS (
	SELECT item_account.account,
		sum(task.state < 4) AS open,
		sum(task.state < 4 AND task.due < :today) AS overdue,
		sum(task.state < 4 AND task.due BETWEEN :today AND date(:today, '+7 days')) AS due_soon,
		sum(task.state = 4) AS done
	FROM item_account JOIN task ON task.id = item_account.item
	GROUP BY item_account.account),
decided AS (
	SELECT item_account.account, count(*) AS decisions
	FROM item_account JOIN decision ON decision.id = item_account.item
	GROUP BY item_account.account),
met AS (
	SELECT note.account,
		count(DISTINCT note.meeting) AS meetings,
		count(DISTINCT note_person.person) AS people,
		max(CASE WHEN note.date <= :today THEN note.date END) AS last_met
	FROM note LEFT JOIN note_person ON note_person.note = note.id
	WHERE note.account IS NOT NULL
	GROUP BY note.account)
SELECT
	account.name AS "name",
	(SELECT json_group_array(name) FROM (
		SELECT account_alias.name AS name FROM account_alias
		WHERE account_alias.account = account.id AND account_alias.name <> account.name
		ORDER BY account_alias.name)) AS "aliases:list",
	coalesce(served.open, 0) AS "open:number",
	coalesce(served.overdue, 0) AS "overdue:number",
	coalesce(served.due_soon, 0) AS "due_soon:number",
	coalesce(served.done, 0) AS "done:number",
	coalesce(decided.decisions, 0) AS "decisions:number",
	coalesce(met.people, 0) AS "people:number",
	coalesce(met.meetings, 0) AS "meetings:number",
	met.last_met AS "last_met:date"
FROM account
LEFT JOIN served ON served.account = account.id
LEFT JOIN decided ON decided.account = account.id
LEFT JOIN met ON met.account = account.id
WHERE TRUE
