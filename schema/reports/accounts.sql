-- accounts, with what is open for them and when you last met
-- subject: account
-- table: name open overdue due_soon done decisions people meetings last_met
-- sort: -overdue,-open,name
WITH counted AS MATERIALIZED (
	SELECT account.id,
		(SELECT count(*) FROM item_account
			WHERE item_account.account = account.id AND item_account.state < 4) AS open,
		(SELECT count(*) FROM item_account
			WHERE item_account.account = account.id AND item_account.state IN (0, 1, 2, 3)
				AND item_account.due < :today) AS overdue,
		(SELECT count(*) FROM item_account
			WHERE item_account.account = account.id AND item_account.state IN (0, 1, 2, 3)
				AND item_account.due BETWEEN :today AND date(:today, '+7 days')) AS due_soon
	FROM account
	WHERE TRUE
-- filters
)
SELECT
	account.name AS "name",
	(SELECT json_group_array(name) FROM (
		SELECT account_alias.name AS name FROM account_alias
		WHERE account_alias.account = account.id AND account_alias.name <> account.name
		ORDER BY account_alias.name)) AS "aliases:list",
	counted.open AS "open:number",
	counted.overdue AS "overdue:number",
	counted.due_soon AS "due_soon:number",
	(SELECT count(*) FROM item_account
		WHERE item_account.account = account.id AND item_account.state = 4) AS "done:number",
	(SELECT count(*) FROM item_account
		WHERE item_account.account = account.id AND item_account.state IS NULL) AS "decisions:number",
	(SELECT count(DISTINCT note_person.person)
		FROM note
		JOIN note_person ON note_person.note = note.id
		JOIN person ON person.id = note_person.person AND person.kind <> 'unknown'
		WHERE note.account = account.id) AS "people:number",
	(SELECT count(DISTINCT note.meeting) FROM note
		WHERE note.account = account.id) AS "meetings:number",
	(SELECT max(note.date) FROM note
		WHERE note.account = account.id AND note.date <= :today) AS "last_met:date"
FROM counted
JOIN account USING (id)
WHERE TRUE
