-- What a note says, to be matched with what another says; each line as often as it has owners. In
-- the order of ids, which is cheap, and nearly that of lines.
SELECT mention.id, mention.kind, mention.text, coalesce(mention.task_id, mention.block),
	mention_owner.person, mention.line
FROM mention INDEXED BY mention_note
LEFT JOIN mention_owner ON mention_owner.mention = mention.id AND mention_owner.person IS NOT NULL
WHERE mention.note = :note AND mention.kind IN (1, 2)
ORDER BY mention.id, mention_owner.position
