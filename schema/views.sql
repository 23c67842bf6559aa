-- What `docket sql` and people who open the store themselves may rely on. Names and meanings here
-- change only with notice; columns are added at the end. Days are 'YYYY-MM-DD' or NULL.

-- One row per task: the fields of its leading mention, gaps filled by the others.
CREATE VIEW tasks AS
SELECT
	task.id,              -- for joins; changes when the store is built anew
	task.key AS task_key, -- what `docket show` takes, any unique start of it
	task.text,
	state.name AS state,  -- open, proposed, in_progress, on_hold, done, cancelled
	task.state >= 4 AS finished,
	priority.name AS priority,
	task.priority AS priority_rank, -- -2 lowest to 3 highest
	task.due,
	task.due_text,        -- the words of a due date that is not a day
	task.scheduled, task.start, task.created, task.done, task.cancelled,
	task.recurrence,
	task.tags,            -- JSON
	task.heading,
	task.meeting AS meeting_id,
	task.meeting_date,
	project.name AS project
FROM task
JOIN state ON state.id = task.state
JOIN priority ON priority.id = task.priority
LEFT JOIN project ON project.id = task.project;

-- Who owns which task; a task with several owners has several rows.
CREATE VIEW task_owners AS
SELECT task_owner.task AS task_id, person.name AS owner, person.kind
FROM task_owner JOIN person ON person.id = task_owner.person;

-- Which accounts a task serves.
CREATE VIEW task_accounts AS
SELECT task.id AS task_id, account.name AS account
FROM task
JOIN item_account ON item_account.item = task.id
JOIN account ON account.id = item_account.account;

-- One row per decision.
CREATE VIEW decisions AS
SELECT decision.id, decision.key AS decision_key, decision.text, decision.date, decision.state,
	decision.topic, decision.meeting AS meeting_id, project.name AS project
FROM decision
LEFT JOIN project ON project.id = decision.project;

-- Which accounts a decision is for.
CREATE VIEW decision_accounts AS
SELECT decision.id AS decision_id, account.name AS account
FROM decision
JOIN item_account ON item_account.item = decision.id
JOIN account ON account.id = item_account.account;

-- One row per line of a note that speaks of a task or a decision.
CREATE VIEW mentions AS
SELECT
	mention.item AS item_id, -- tasks.id or decisions.id
	CASE mention.kind WHEN 1 THEN 'task' ELSE 'decision' END AS kind,
	note.path, mention.line, mention.text, mention.heading, mention.origin,
	state.name AS state, priority.name AS priority, mention.due
FROM mention
JOIN note ON note.id = mention.note
JOIN state ON state.id = mention.state
JOIN priority ON priority.id = mention.priority
WHERE mention.kind < 3;

-- One row per person, team or name that nobody could resolve.
CREATE VIEW people AS
SELECT id, name, kind FROM person
WHERE kind <> 'unknown' OR EXISTS (SELECT 1 FROM mention_owner WHERE person = person.id);

-- One row per account.
CREATE VIEW accounts AS
SELECT id, name FROM account;

-- One row per meeting; a meeting has one note or several.
CREATE VIEW meetings AS
SELECT meeting.id, meeting.date, meeting.title, meeting.series FROM meeting;

-- One row per file.
CREATE VIEW notes AS
SELECT note.id, note.path, note.title, note.date, note.type, note.series, note.source_ref,
	note.repaired, account.name AS account, note.account_reason, project.name AS project,
	note.meeting AS meeting_id
FROM note
LEFT JOIN account ON account.id = note.account
LEFT JOIN project ON project.id = note.project;

-- Who took part in which meeting.
CREATE VIEW participants AS
SELECT DISTINCT note.meeting AS meeting_id, person.name
FROM note
JOIN note_person ON note_person.note = note.id
JOIN person ON person.id = note_person.person AND person.kind <> 'unknown';

-- What looks wrong in notes, and owners that nobody knows.
CREATE VIEW remarks AS
SELECT note.path, remark.line, remark.level, remark.message, remark.kind
FROM remark JOIN note ON note.id = remark.note
UNION ALL
SELECT note.path, mention.line, 'note',
	'nobody called ''' || mention_owner.written || ''' takes part in any meeting', 'unknown-owner'
FROM mention_owner
JOIN person ON person.id = mention_owner.person
JOIN mention ON mention.id = mention_owner.mention
JOIN note ON note.id = mention.note
WHERE person.kind = 'unknown' AND NOT EXISTS (SELECT 1 FROM remark
	WHERE remark.note = mention.note AND remark.line = mention.line
		AND remark.kind = 'ambiguous-owner'
		AND instr(remark.message, '''' || mention_owner.written || ''' fits') = 1);
