-- tasks, decisions and notes with all of these words, best first
-- subject: hit
-- table: date kind text accounts state id
--
-- Of more than 100,000, the best of those read last: words that are everywhere rank nothing.
SELECT
	coalesce(short_id(task.key), short_id(decision.key)) AS "id",
	CASE WHEN task.id IS NOT NULL THEN 'task' WHEN decision.id IS NOT NULL THEN 'decision'
		ELSE 'note' END AS "kind",
	coalesce(task.text, decision.text, note.title) AS "text",
	coalesce(decision.date, meeting.date, note.date) AS "date:date",
	coalesce(state.name, decision.state) AS "state",
	(SELECT json_group_array(name) FROM (
		SELECT person.name AS name
		FROM task_owner JOIN person ON person.id = task_owner.person
		WHERE task_owner.task = hit.id
		ORDER BY task_owner.position)) AS "owners:list",
	(SELECT json_group_array(name) FROM (
		SELECT account.name AS name
		FROM item_account JOIN account ON account.id = item_account.account
		WHERE item_account.item = hit.id
		UNION
		SELECT account.name FROM account WHERE account.id = note.account
		ORDER BY name)) AS "accounts:list",
	task.due AS "due:date",
	json_object('date', meeting.date, 'title', meeting.title) AS "meeting:map",
	coalesce(place.path, note.path) AS "path",
	coalesce(mention.line, 1) AS "line:number",
	round(hit.score, 3) AS "score:number"
FROM (
	SELECT id, score FROM (
		SELECT search.rowid AS id, -bm25(search) AS score
-- include parts/hits.sql
		ORDER BY search.rowid DESC
		LIMIT CASE WHEN :limit < 0 THEN -1 ELSE 100000 END)
	ORDER BY score DESC, id DESC
	LIMIT :limit) AS hit
LEFT JOIN task ON task.id = hit.id
LEFT JOIN decision ON decision.id = hit.id
LEFT JOIN note ON note.id = -hit.id
LEFT JOIN state ON state.id = task.state
LEFT JOIN meeting ON meeting.id = coalesce(task.meeting, decision.meeting, note.meeting)
LEFT JOIN mention ON mention.id = coalesce(task.lead, decision.lead)
LEFT JOIN note AS place ON place.id = mention.note
ORDER BY hit.score DESC, "date:date" DESC, abs(hit.id)
