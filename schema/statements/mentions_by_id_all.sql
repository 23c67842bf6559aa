-- In a store that is being built: neighbours that carry one id, or one block link.
SELECT carried.id, coalesce(note.folder, 0) || ' ' || carried.value AS key
FROM (
	SELECT id, task_id AS value FROM mention WHERE task_id IS NOT NULL
	UNION ALL
	SELECT id, '^' || block FROM mention WHERE block IS NOT NULL AND length(block) > 3) AS carried
CROSS JOIN mention USING (id)
CROSS JOIN note ON note.id = mention.note
WHERE mention.kind = 1
ORDER BY key, note.name, mention.line, carried.id
