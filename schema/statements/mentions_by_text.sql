-- Neighbours that say the same, of the same owners, may be one item wherever they stand; lines that
-- are carried over from meeting to meeting of a series keep their day. Decisions have no owners:
-- '-' stands for that.
-- include parts/text.sql
	FROM affected_mention
	CROSS JOIN mention USING (id)
	CROSS JOIN note ON note.id = mention.note
	WHERE EXISTS (SELECT 1 FROM mention AS other
		WHERE other.words = mention.words AND other.kind = mention.kind
			AND other.id <> mention.id))
ORDER BY kind, words, owners, carried, path, line, id
