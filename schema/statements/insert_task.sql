-- A task, of its mentions.
CREATE TABLE insert_task (id, key, lead, text, state, symbol, priority, due, due_text, scheduled,
	start, created, done, cancelled, recurrence, tags, heading, conflicts, meeting, meeting_date,
	project);
INSERT OR FAIL INTO task (id, key, lead, text, state, symbol, priority, due, due_text, scheduled,
	start, created, done, cancelled, recurrence, tags, heading, conflicts, meeting, meeting_date,
	project)
SELECT id, key, lead, text, state, symbol, priority, due, due_text, scheduled, start, created, done,
	cancelled, recurrence, tags, heading, conflicts, meeting, meeting_date, project
FROM insert_task
