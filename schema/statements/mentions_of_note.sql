-- What a note says, to be matched with what another says; each line as often as it has owners.
SELECT mention.id, mention.kind, mention.text, coalesce(mention.task_id, mention.block),
	mention_owner.person
FROM mention
LEFT JOIN mention_owner ON mention_owner.mention = mention.id AND mention_owner.person IS NOT NULL
WHERE mention.note = :note AND mention.kind IN (1, 2)
ORDER BY mention.kind, mention.line, mention.id, mention_owner.position
