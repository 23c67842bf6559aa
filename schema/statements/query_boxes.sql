-- The boxes a query is about, as the Tasks plugin sees them: those of one vault, below one path, or
-- all. A day that does not exist is '!'. Notes come first, so that what is asked of a path is asked
-- once for each. Of the columns between the marks only those are kept that the query names, so that
-- an index can hold all of them. What includes this goes on.
WITH series (first, name) AS MATERIALIZED (
	SELECT series_note, coalesce(max(series), max(title))
	FROM note
	WHERE series_note IS NOT NULL
	GROUP BY series_note
),
box AS NOT MATERIALIZED (
	SELECT
-- column path
		substr(note.path, length(vault.path) + 1) AS path,
-- column line
		mention.line,
-- column indented
		mention.indented,
-- column heading
		coalesce(mention.heading, '') AS heading,
-- column description
		CASE vault.filter WHEN ''
			THEN coalesce(mention.description, mention.text || mention.tail, mention.text)
			ELSE without_text(coalesce(mention.description, mention.text || mention.tail,
				mention.text), vault.filter) END AS description,
-- column tags
		CASE vault.filter WHEN '' THEN mention.tags
			ELSE without_tag(mention.tags, vault.filter) END AS tags,
-- column status_name
		coalesce(mention.status, '') AS status_name,
-- column status_type
		mention.status_type,
-- column priority
		iif(mention.plugin IS NULL, mention.priority, mention.plugin ->> 'priority') AS priority,
-- column due
		iif(mention.plugin IS NULL, mention.due, mention.plugin ->> 'due') AS due,
-- column scheduled
		iif(mention.plugin IS NULL, mention.scheduled, mention.plugin ->> 'scheduled')
			AS scheduled,
-- column start
		iif(mention.plugin IS NULL, mention.start, mention.plugin ->> 'start') AS start,
-- column created
		iif(mention.plugin IS NULL, mention.created, mention.plugin ->> 'created') AS created,
-- column done
		iif(mention.plugin IS NULL, mention.done, mention.plugin ->> 'done') AS done,
-- column cancelled
		iif(mention.plugin IS NULL, mention.cancelled, mention.plugin ->> 'cancelled')
			AS cancelled,
-- column recurrence
		iif(mention.plugin IS NULL, mention.recurrence, mention.plugin ->> 'recurrence')
			AS recurrence,
-- column task_id
		iif(mention.plugin IS NULL, mention.task_id, mention.plugin ->> 'task_id') AS task_id,
-- column depends_on
		iif(mention.plugin IS NULL, mention.depends_on, mention.plugin ->> 'depends_on')
			AS depends_on,
-- column owner
		owners(mention.id) AS owner,
-- column account_id
		note.account AS account_id,
-- column account
		account.name AS account,
-- column person
		participants(note.id) AS person,
-- column project_id
		note.project AS project_id,
-- column project
		project.name AS project,
-- column meeting
		trim(coalesce(meeting.date, '') || ' ' || meeting.title) AS meeting,
-- column meeting_names
		(SELECT json_group_array(DISTINCT trim(coalesce(date, '') || ' ' || title)) FROM (
			SELECT date, title FROM meeting WHERE meeting.id = note.meeting
			UNION ALL
			SELECT date, title FROM note AS other WHERE other.meeting = note.meeting))
			AS meeting_names,
-- column series
		(SELECT series.name FROM series WHERE series.first = note.series_note) AS series,
-- column series_note
		coalesce(note.series_note, note.id) AS series_note,
-- columns end
		note.id AS note,
		mention.id
	FROM note
	CROSS JOIN vault ON vault.id = note.vault
	LEFT JOIN account ON account.id = note.account
	LEFT JOIN project ON project.id = note.project
	LEFT JOIN meeting ON meeting.id = note.meeting
	CROSS JOIN mention ON mention.note = note.id
	WHERE mention.indented IS NOT NULL
		AND (:vault IS NULL OR note.vault = :vault)
		AND (:below IS NULL OR substr(note.path, 1, length(:below)) = :below)
),
-- Of those boxes the ones that wait for others, found by the index of them.
waiting AS NOT MATERIALIZED (
	SELECT
		mention.status_type,
		iif(mention.plugin IS NULL, mention.depends_on, mention.plugin ->> 'depends_on')
			AS depends_on
	FROM mention
	CROSS JOIN note ON note.id = mention.note
	CROSS JOIN vault ON vault.id = note.vault
	WHERE mention.indented IS NOT NULL
		AND (mention.depends_on IS NOT NULL OR mention.plugin IS NOT NULL)
		AND (:vault IS NULL OR note.vault = :vault)
		AND (:below IS NULL OR substr(note.path, 1, length(:below)) = :below)
)
