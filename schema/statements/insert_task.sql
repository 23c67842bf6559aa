-- A task, of its mentions.
INSERT INTO task (id, key, lead, text, state, symbol, priority, due, due_text, scheduled, start,
	created, done, cancelled, recurrence, tags, heading, conflicts, meeting, meeting_date, project)
VALUES (:id, :key, :lead, :text, :state, :symbol, :priority, :due, :due_text, :scheduled, :start,
	:created, :done, :cancelled, :recurrence, :tags, :heading, :conflicts, :meeting, :meeting_date,
	:project)
