-- Indexes of tasks and decisions, made when all of them are there.

CREATE INDEX task_key ON task (key);
CREATE INDEX task_meeting ON task (meeting);
-- As lists of open tasks are sorted, with what reports count.
CREATE INDEX task_open_due ON task (due, priority DESC, meeting_date, state, created)
	WHERE state < 4;
CREATE INDEX task_proposed ON task (state) WHERE state = 1;
CREATE INDEX task_project ON task (project) WHERE project IS NOT NULL;
CREATE INDEX task_owner_person ON task_owner (person, state, due, task);
CREATE INDEX decision_key ON decision (key);
CREATE INDEX decision_date ON decision (date);
CREATE INDEX decision_project ON decision (project) WHERE project IS NOT NULL;
CREATE INDEX item_account_account ON item_account (account, state, due, item);
CREATE INDEX meeting_date ON meeting (date);
CREATE INDEX meeting_person_person ON meeting_person (person, date);
CREATE INDEX decision_superseded ON decision (superseded_by) WHERE superseded_by IS NOT NULL;
