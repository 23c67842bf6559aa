SELECT id, kind, words, owners, carried, text FROM (
	SELECT mention.id, mention.kind, mention.words, mention.text, note.path, mention.line,
		coalesce(mention.due || ' ' || coalesce(note.series_note, -note.meeting), '') AS carried,
		CASE mention.kind WHEN 1 THEN coalesce((SELECT group_concat(person, ',') FROM (
			SELECT person FROM mention_owner WHERE mention_owner.mention = mention.id
			ORDER BY person)), '') ELSE '-' END AS owners
