-- Open tasks by series and by account, those of earlier meetings first: where one that was worded
-- anew in the next meeting is looked for.
SELECT circle, id, key, text, meeting, meeting_date, path, line, task_id FROM (
	SELECT 's' || note.series_key AS circle, task.id, task.key, task.text, task.meeting,
		task.meeting_date, note.path, mention.line, coalesce(mention.task_id, '') AS task_id,
		note.name
	FROM task
	JOIN mention ON mention.id = task.lead
	JOIN note ON note.id = mention.note
	WHERE task.state < 4 AND note.series_key <> ''
	UNION ALL
	SELECT 'a' || item_account.account, task.id, task.key, task.text, task.meeting,
		task.meeting_date, note.path, mention.line, coalesce(mention.task_id, ''), note.name
	FROM task
	JOIN item_account ON item_account.item = task.id
	JOIN mention ON mention.id = task.lead
	JOIN note ON note.id = mention.note
	WHERE task.state < 4)
ORDER BY circle, meeting_date, name, line
