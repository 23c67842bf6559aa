-- The columns of a task; what includes this adds its WHERE. All that is joined is there; LEFT lets
-- SQLite leave out what a count or an order does not look at.
SELECT
	short_id(task.key) AS "id",
	task.text AS "text",
	state.name AS "state",
	task.symbol AS "status",
	priority.name AS "priority",
	(SELECT json_group_array(name) FROM (
		SELECT person.name AS name
		FROM task_owner JOIN person ON person.id = task_owner.person
		WHERE task_owner.task = task.id
		ORDER BY task_owner.position)) AS "owners:list",
	task.due AS "due:date",
	CASE WHEN task.state < 4 AND task.due < :today
		THEN CAST(julianday(:today) - julianday(task.due) AS INTEGER) END AS "overdue_days:number",
	task.scheduled AS "scheduled:date",
	task.start AS "start:date",
	task.created AS "created:date",
	task.done AS "done:date",
	task.cancelled AS "cancelled:date",
	task.recurrence AS "recurrence",
	(SELECT json_group_array(name) FROM (
		SELECT account.name AS name
		FROM item_account JOIN account ON account.id = item_account.account
		WHERE item_account.item = task.id
		ORDER BY account.name)) AS "accounts:list",
	project.name AS "project",
	coalesce(task.tags, '[]') AS "tags:list",
	json_object('date', meeting.date, 'title', meeting.title) AS "meeting:map",
	task.heading AS "heading",
	coalesce(task.conflicts, '[]') AS "conflicts:list",
	(SELECT json_group_array(json_object(
			'path', path, 'line', line, 'state', state, 'owners', json(owners), 'due', due,
			'priority', priority, 'text', text)) FROM (
		SELECT note.path, mention.line, mention_state.name AS state, mention.due, mention.text,
			mention.id <> task.lead AS follows, mention_priority.name AS priority,
			(SELECT json_group_array(written) FROM (
				SELECT written FROM mention_owner
				WHERE mention_owner.mention = mention.id
				ORDER BY position)) AS owners
		FROM mention
		JOIN note ON note.id = mention.note
		JOIN state AS mention_state ON mention_state.id = mention.state
		JOIN priority AS mention_priority ON mention_priority.id = mention.priority
		WHERE mention.item = task.id
		ORDER BY follows, path, line)) AS "mentions:list",
	CASE WHEN task.state < 4 AND lead_note.series_note IS NOT NULL THEN (
		SELECT min(note.date)
		FROM mention JOIN note ON note.id = mention.note
		WHERE mention.item = task.id AND note.series_note = lead_note.series_note
		GROUP BY mention.item
		HAVING count(DISTINCT note.meeting) > 1) END AS "open_since:date",
	CASE WHEN task.state < 4 AND lead_note.series_note IS NOT NULL THEN (
		SELECT count(DISTINCT note.meeting) AS meetings
		FROM mention JOIN note ON note.id = mention.note
		WHERE mention.item = task.id AND note.series_note = lead_note.series_note
		GROUP BY mention.item
		HAVING meetings > 1) END AS "meetings:number",
	(SELECT nullif(count(*), 0)
		FROM mention JOIN journal_event ON journal_event.item = mention.key
		WHERE mention.item = task.id AND journal_event.kind = 'changed'
			AND journal_event.field = 'due' AND journal_event.new > journal_event.old) AS "slips:number",
	(SELECT CAST(sum(julianday(journal_event.new) - julianday(journal_event.old)) AS INTEGER)
		FROM mention JOIN journal_event ON journal_event.item = mention.key
		WHERE mention.item = task.id AND journal_event.kind = 'changed'
			AND journal_event.field = 'due' AND journal_event.new > journal_event.old) AS "slipped_days:number",
	task.key AS "uid",
	(SELECT json_group_array(key) FROM (
		SELECT DISTINCT needed.key
		FROM mention
		CROSS JOIN note ON note.id = mention.note
		CROSS JOIN json_each(mention.depends_on) AS wanted
		CROSS JOIN mention AS said ON said.task_id = wanted.value AND said.kind = 1
		JOIN note AS beside ON beside.id = said.note AND beside.folder IS note.folder
		JOIN task AS needed ON needed.id = said.item
		WHERE mention.item = task.id AND mention.depends_on IS NOT NULL
			AND needed.id <> task.id
		ORDER BY needed.key)) AS "depends_on:list",
	(SELECT count(*) FROM journal_event
		WHERE journal_event.item = task.key AND item_kind = 'task'
			AND kind <> 'new') AS "changes:number"
FROM task
LEFT JOIN state ON state.id = task.state
LEFT JOIN priority ON priority.id = task.priority
LEFT JOIN meeting ON meeting.id = task.meeting
LEFT JOIN note AS lead_note ON lead_note.id = (
	SELECT lead.note FROM mention AS lead WHERE lead.id = task.lead)
LEFT JOIN project ON project.id = task.project
