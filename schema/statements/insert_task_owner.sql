-- Who owns it.
INSERT OR IGNORE INTO task_owner (task, position, person) VALUES (:task, :position, :person)
