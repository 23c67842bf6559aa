-- What is told of a task that is much like another.
SELECT task.key, task.meeting_date, note.path, note.name, mention.line, coalesce(mention.task_id, '')
FROM task
JOIN mention ON mention.id = task.lead
JOIN note ON note.id = mention.note
WHERE task.id = :task
