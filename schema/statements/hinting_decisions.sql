-- The decisions that stand of accounts in which one sounds as if it replaced another: account by
-- account, those of one day with the one last that is named first. Of those that sound so, the
-- place.
WITH cue (words) AS (
	VALUES ('%instead of%'), ('%no longer%'), ('%not any more%'), ('%anymore%'),
		('%supersedes%'), ('%replaces%'), ('%stattdessen%'), ('%ersetzt%'), ('%nicht mehr%'),
		('%reemplaza%'), ('%en lugar de%'), ('%ya no %'), ('%remplace%'), ('%au lieu de%')),
hinting (id, path, line) AS MATERIALIZED (
	SELECT decision.id, note.path, mention.line
	FROM decision
	JOIN mention ON mention.id = decision.lead
	JOIN note ON note.id = mention.note
	WHERE EXISTS (SELECT 1 FROM cue WHERE decision.text LIKE cue.words)
		AND mention.supersedes IS NULL AND decision.state = 'active')
SELECT served.account, decision.id, decision.text, decision.date,
	date(decision.date, '-1 year'), hinting.path, hinting.line
FROM (
	SELECT DISTINCT item_account.account
	FROM hinting CROSS JOIN item_account ON item_account.item = hinting.id) AS concerned
CROSS JOIN item_account AS served ON served.account = concerned.account AND served.state IS NULL
CROSS JOIN decision ON decision.id = served.item
LEFT JOIN hinting ON hinting.id = decision.id
WHERE decision.state = 'active' AND decision.date IS NOT NULL
ORDER BY served.account, decision.date, decision.text DESC
