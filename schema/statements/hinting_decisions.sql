-- Decisions that sound as if they replaced another, with those of the year before, for
-- the same account, that still stand and may be meant.
WITH cue (words) AS (
	VALUES ('%instead of%'), ('%no longer%'), ('%not any more%'), ('%anymore%'),
		('%supersedes%'), ('%replaces%'), ('%stattdessen%'), ('%ersetzt%'), ('%nicht mehr%'),
		('%reemplaza%'), ('%en lugar de%'), ('%ya no %'), ('%remplace%'), ('%au lieu de%'))
SELECT decision.text, note.path, mention.line, before.key, before.text, before.date
FROM decision
JOIN mention ON mention.id = decision.lead
JOIN note ON note.id = mention.note
JOIN item_account AS serves ON serves.item = decision.id
JOIN item_account AS served ON served.account = serves.account
JOIN decision AS before ON before.id = served.item
WHERE EXISTS (SELECT 1 FROM cue WHERE decision.text LIKE cue.words)
	AND mention.supersedes IS NULL AND decision.state = 'active'
	AND before.state = 'active'
	AND before.date < decision.date AND before.date >= date(decision.date, '-1 year')
ORDER BY note.path, mention.line, before.date DESC, before.text
