-- The same for the notes that this import met, when they are not all.
SELECT
	(SELECT count(DISTINCT mention.item)
		FROM temp.seen_note CROSS JOIN mention ON mention.note = seen_note.id AND mention.kind = 1),
	(SELECT count(*)
		FROM temp.seen_note CROSS JOIN mention ON mention.note = seen_note.id AND mention.kind = 1),
	(SELECT count(DISTINCT mention.item)
		FROM temp.seen_note CROSS JOIN mention ON mention.note = seen_note.id AND mention.kind = 2),
	(SELECT count(*)
		FROM temp.seen_note CROSS JOIN mention ON mention.note = seen_note.id AND mention.kind = 2),
	(SELECT count(*) FROM person WHERE kind IN ('person', 'me') AND id IN (
		SELECT note_person.person
		FROM temp.seen_note CROSS JOIN note_person ON note_person.note = seen_note.id
		UNION
		SELECT mention_owner.person
		FROM temp.seen_note
		CROSS JOIN mention ON mention.note = seen_note.id
		CROSS JOIN mention_owner ON mention_owner.mention = mention.id)),
	(SELECT count(DISTINCT note.account) FROM temp.seen_note CROSS JOIN note USING (id)),
	(SELECT count(*) FROM temp.seen_note CROSS JOIN remark ON remark.note = seen_note.id)
