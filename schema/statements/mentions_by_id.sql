-- Neighbours that carry one id, or one block link, within a folder are one task. Block links of
-- one to three characters number the lines of a note, and say nothing outside of it.
SELECT mention.id, coalesce(note.folder, 0) || ' ' || carried.mark || carried.id AS key
FROM affected_mention
CROSS JOIN (
	SELECT id AS mention, '' AS mark, task_id AS id FROM mention
	WHERE task_id IS NOT NULL AND kind = 1
	UNION ALL
	SELECT id, '^', block FROM mention
	WHERE block IS NOT NULL AND length(block) > 3 AND kind = 1
) AS carried ON carried.mention = affected_mention.id
JOIN mention ON mention.id = affected_mention.id
JOIN note ON note.id = mention.note
ORDER BY key, mention.id
