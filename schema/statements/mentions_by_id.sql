-- Neighbours that carry one id within a folder are one task.
SELECT mention.id, note.folder || ' ' || mention.task_id
FROM affected_mention
JOIN mention USING (id)
JOIN note ON note.id = mention.note
WHERE mention.task_id IS NOT NULL AND mention.kind = 1
ORDER BY note.folder, mention.task_id, mention.id
