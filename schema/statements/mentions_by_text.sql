-- Neighbours that say the same, of the same owners, are one item wherever they stand.
SELECT id, kind || ' ' || text_key || ' ' || owners, kind, text_key, owners FROM (
	SELECT mention.id, mention.kind, mention.text_key,
		CASE mention.kind WHEN 1 THEN coalesce((SELECT group_concat(person, ',') FROM (
			SELECT person FROM mention_owner WHERE mention_owner.mention = mention.id
			ORDER BY person)), '') ELSE '-' END AS owners
	FROM affected_mention JOIN mention USING (id))
ORDER BY kind, text_key, owners, id
