-- Neighbours that carry one id, or one block link, within a folder are one task. Block links of
-- one to three characters number the lines of a note, and say nothing outside of it.
SELECT mention.id, coalesce(note.folder, 0) || ' ' || carried.value AS key
FROM affected_mention
CROSS JOIN mention USING (id)
CROSS JOIN note ON note.id = mention.note
CROSS JOIN json_each(json_array(task_id,
	CASE WHEN length(block) > 3 THEN '^' || block END)) AS carried
WHERE mention.kind = 1 AND (task_id IS NOT NULL OR length(block) > 3)
	AND carried.value IS NOT NULL
ORDER BY key, note.name, mention.line, mention.id
