-- Who owns it.
INSERT OR IGNORE INTO task_owner (task, position, person, state, due)
SELECT id, :position, :person, state, due FROM task WHERE id = :task
