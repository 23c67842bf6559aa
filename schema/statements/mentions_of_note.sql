-- What a note says, to be matched with what another says.
SELECT mention.id, mention.text, coalesce(mention.task_id, mention.block), (
	SELECT json_group_array(person) FROM mention_owner
	WHERE mention_owner.mention = mention.id AND person IS NOT NULL)
FROM mention
WHERE note = :note AND kind = :kind
ORDER BY line, id
