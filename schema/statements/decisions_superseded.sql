-- A decision that declares another superseded, by its words or its id. All of them are found anew,
-- for a declaration may be gone; those that this changes are journaled here unless they are among
-- the affected items, which are journaled anyway.
CREATE TEMP TABLE superseded_before AS
SELECT id, key, superseded_by FROM decision WHERE superseded_by IS NOT NULL;
UPDATE decision SET superseded_by = NULL,
	state = iif((SELECT mention.state FROM mention WHERE mention.id = decision.lead) >= 4,
		'withdrawn', 'active')
WHERE superseded_by IS NOT NULL;
UPDATE decision SET state = 'superseded', superseded_by = found.newer
FROM (
	SELECT target.item AS older, newer.id AS newer,
		row_number() OVER (PARTITION BY target.item
			ORDER BY newer.date DESC, note.name, note.path, mention.line) AS place
	FROM mention
	CROSS JOIN note ON note.id = mention.note
	CROSS JOIN decision AS newer ON newer.id = mention.item
	CROSS JOIN mention AS target ON target.kind = 2 AND target.item <> mention.item
		AND target.words = mention.supersedes_words
	WHERE mention.supersedes_words IS NOT NULL) AS found
WHERE found.place = 1 AND found.older = decision.id;
UPDATE decision SET state = 'superseded', superseded_by = found.newer
FROM (
	SELECT older.id AS older, newer.id AS newer,
		row_number() OVER (PARTITION BY older.id
			ORDER BY newer.date DESC, note.name, note.path, mention.line) AS place
	FROM mention
	CROSS JOIN note ON note.id = mention.note
	CROSS JOIN decision AS newer ON newer.id = mention.item
	CROSS JOIN decision AS older ON older.key >= mention.supersedes
		AND older.key < mention.supersedes || '~' AND older.id <> newer.id
	WHERE mention.supersedes_words IS NOT NULL AND length(mention.supersedes) >= 4) AS found
WHERE found.place = 1 AND found.older = decision.id AND decision.superseded_by IS NULL;
