-- the newest decisions that stand
-- subject: decision
--
-- CROSS JOIN keeps the order of the index on dates, so that a limit ends the search.
SELECT
	decision.date AS "date:date",
	decision.text AS "text",
	decision.topic AS "topic",
	(SELECT json_group_array(name) FROM (
		SELECT account.name AS name
		FROM item_account JOIN account ON account.id = item_account.account
		WHERE item_account.item = decision.id
		ORDER BY account.name)) AS "accounts:list",
	short_id(decision.key) AS "id",
	note.title AS "title",
	note.path AS "path"
FROM decision
CROSS JOIN meeting ON meeting.id = decision.meeting
CROSS JOIN mention ON mention.id = decision.lead
CROSS JOIN note ON note.id = mention.note
WHERE decision.state = 'active' AND decision.date <= :today
-- filters
ORDER BY decision.date DESC, decision.id
