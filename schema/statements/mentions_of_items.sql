-- The mentions of the affected items; of each item the leading one first: the further state, then
-- the later meeting, an account's note before a person's, path and line.
SELECT mention.item, mention.id, mention.kind, mention.key, mention.text, mention.state,
	mention.symbol, mention.priority, mention.due, mention.due_text, mention.scheduled,
	mention.start, mention.created, mention.done, mention.cancelled, mention.recurrence,
	mention.tags, mention.heading, mention.topic, mention.date, note.meeting, meeting.date,
	note.project, note.account, note.name, mention.line,
	CASE WHEN mention.kind = 1 THEN (
		SELECT group_concat(person, ',') FROM (
			SELECT DISTINCT person FROM mention_owner
			WHERE mention_owner.mention = mention.id AND person IS NOT NULL
			ORDER BY position)) END
FROM affected_mention
CROSS JOIN mention USING (id)
CROSS JOIN note ON note.id = mention.note
CROSS JOIN meeting ON meeting.id = note.meeting
ORDER BY mention.item,
	CASE mention.state WHEN 4 THEN 0 WHEN 5 THEN 0 WHEN 2 THEN 1 WHEN 3 THEN 2 WHEN 0 THEN 3 ELSE 4
		END,
	meeting.date DESC, note.stated_account IS NULL, note.name, mention.line, mention.id
