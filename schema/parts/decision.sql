-- The columns of a decision; what includes this adds its WHERE. LEFT as in task.sql.
SELECT
	short_id(decision.key) AS "id",
	decision.text AS "text",
	decision.date AS "date:date",
	decision.state AS "state",
	(SELECT short_id(successor.key) FROM decision AS successor
		WHERE successor.id = decision.superseded_by) AS "superseded_by",
	(SELECT json_group_array(short_id(before.key)) FROM decision AS before
		WHERE before.superseded_by = decision.id) AS "supersedes:list",
	(SELECT json_group_array(name) FROM (
		SELECT account.name AS name
		FROM item_account JOIN account ON account.id = item_account.account
		WHERE item_account.item = decision.id
		ORDER BY account.name)) AS "accounts:list",
	(SELECT json_group_array(name) FROM (
		SELECT DISTINCT person.name AS name
		FROM mention
		JOIN note_person ON note_person.note = mention.note
		JOIN person ON person.id = note_person.person AND person.kind <> 'unknown'
		WHERE mention.item = decision.id
		ORDER BY person.name)) AS "people:list",
	decision.topic AS "topic",
	project.name AS "project",
	json_object('date', meeting.date, 'title', meeting.title) AS "meeting:map",
	(SELECT json_group_array(json_object('path', path, 'line', line, 'text', text)) FROM (
		SELECT note.path, mention.line, mention.text, mention.id <> decision.lead AS follows
		FROM mention JOIN note ON note.id = mention.note
		WHERE mention.item = decision.id
		ORDER BY follows, path, line)) AS "mentions:list"
FROM decision
LEFT JOIN meeting ON meeting.id = decision.meeting
LEFT JOIN project ON project.id = decision.project
