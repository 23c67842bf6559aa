-- Who owns it.
INSERT OR IGNORE INTO task_owner (task, position, person, state, due)
VALUES (:task, :position, :person, :state, :due)
