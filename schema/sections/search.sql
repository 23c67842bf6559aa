-- tasks, decisions, key information and notes with all of these words, best first
-- subject: hit
-- table: date kind snippet accounts state id place
--
-- Of more than 100,000, the best of those read last: words that are everywhere rank nothing. A word
-- in a title counts as ten.
SELECT
	coalesce(short_id(task.key), short_id(decision.key)) AS "id",
	CASE WHEN task.id IS NOT NULL THEN 'task' WHEN decision.id IS NOT NULL THEN 'decision'
		WHEN information.id IS NOT NULL THEN 'information' ELSE 'note' END AS "kind",
	coalesce(task.text, decision.text, information.text, place.title) AS "text",
	coalesce(decision.date, meeting.date, place.date) AS "date:date",
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
		SELECT account.name FROM account
		WHERE account.id = place.account AND task.id IS NULL AND decision.id IS NULL
		ORDER BY name)) AS "accounts:list",
	task.due AS "due:date",
	json_object('date', meeting.date, 'title', meeting.title) AS "meeting:map",
	place.path AS "path",
	coalesce(mention.line, information.line, nullif(hit.line, 0), 1) AS "line:number",
	round(hit.score, 3) AS "score:number",
	search_snippet(coalesce(task.text, decision.text, information.text,
		CASE hit.line WHEN 0 THEN place.title ELSE note_text.text END), hit.line,
		:typed) AS "snippet",
	search_matches(coalesce(task.text, decision.text, information.text,
		CASE hit.line WHEN 0 THEN place.title ELSE note_text.text END), hit.line,
		:typed) AS "matches:list",
	place.name || ':' || coalesce(mention.line, information.line, nullif(hit.line, 0), 1)
		AS "place"
FROM (
	SELECT best.id, best.score, coalesce(search_line(note.title, note_text.text, :typed), 0)
		AS line
	FROM (
		SELECT id, score FROM (
			SELECT search.rowid AS id, -bm25(search, 10, 1) AS score
-- include parts/hits.sql
			ORDER BY search.rowid DESC
			LIMIT CASE WHEN :limit < 0 THEN -1 ELSE 100000 END)
		ORDER BY score DESC, id DESC
		LIMIT :limit) AS best
	LEFT JOIN note ON note.id = -best.id
	LEFT JOIN note_text ON note_text.note = note.id
	LIMIT -1) AS hit
LEFT JOIN task ON task.id = hit.id
LEFT JOIN decision ON decision.id = hit.id
LEFT JOIN information ON information.id = hit.id
LEFT JOIN note_text ON note_text.note = -hit.id
LEFT JOIN state ON state.id = task.state
LEFT JOIN mention ON mention.id = coalesce(task.lead, decision.lead)
LEFT JOIN note AS place ON place.id = coalesce(mention.note, information.note, -hit.id)
LEFT JOIN meeting ON meeting.id = coalesce(task.meeting, decision.meeting, place.meeting)
ORDER BY hit.score DESC, "date:date" DESC, place.name, "line:number", place.path, "kind"
