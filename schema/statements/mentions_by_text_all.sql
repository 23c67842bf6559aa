-- In a store that is being built: neighbours that say the same, of the same owners.
-- include parts/text.sql
	FROM (
		SELECT words, kind FROM mention INDEXED BY mention_words
		GROUP BY words, kind HAVING count(*) > 1 AND kind < 3) AS said
	CROSS JOIN mention ON mention.words = said.words AND mention.kind = said.kind
	CROSS JOIN note ON note.id = mention.note)
ORDER BY kind, words, owners, carried, path, line, id
