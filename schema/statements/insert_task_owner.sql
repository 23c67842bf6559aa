-- Who owns it.
CREATE TABLE insert_task_owner (task, position, person, state, due);
INSERT OR IGNORE INTO task_owner (task, position, person, state, due)
SELECT task, position, person, state, due
FROM insert_task_owner
