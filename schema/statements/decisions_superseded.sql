-- A decision that declares another superseded, by its id or its words.
UPDATE decision SET state = 'superseded', superseded_by = newer.id
FROM (
	SELECT mention.item AS id, mention.supersedes AS words FROM mention
	WHERE mention.supersedes IS NOT NULL AND mention.kind = 2) AS newer
WHERE newer.id <> decision.id AND decision.superseded_by IS NULL
	AND (lower(decision.text) = lower(newer.words)
		OR (length(newer.words) >= 4 AND decision.key >= newer.words
			AND decision.key < newer.words || '~'));
