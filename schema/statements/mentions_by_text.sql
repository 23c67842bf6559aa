-- Neighbours that say the same, of the same owners, may be one item wherever they stand. Decisions
-- have no owners: '-' stands for that.
SELECT id, kind, words, owners, due, text FROM (
	SELECT mention.id, mention.kind, mention.words, coalesce(mention.due, '') AS due, mention.text,
		CASE mention.kind WHEN 1 THEN coalesce((SELECT group_concat(person, ',') FROM (
			SELECT person FROM mention_owner WHERE mention_owner.mention = mention.id
			ORDER BY person)), '') ELSE '-' END AS owners
	FROM affected_mention JOIN mention USING (id))
ORDER BY kind, words, owners, due, id
