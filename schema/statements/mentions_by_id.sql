-- Neighbours that carry one id within a folder are one task.
SELECT mention.id, coalesce(note.folder, 0) || ' ' || mention.task_id
FROM affected_mention
JOIN mention USING (id)
JOIN note ON note.id = mention.note
WHERE mention.task_id IS NOT NULL AND mention.kind = 1
ORDER BY coalesce(note.folder, 0), mention.task_id, mention.id
