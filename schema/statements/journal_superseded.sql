-- Decisions that stand no longer, or again, because of what another note says.
INSERT INTO journal_event (import, kind, item_kind, item, text, field, old, new)
SELECT (SELECT max(id) FROM journal_import), 'changed', 'decision', decision.key, decision.text,
	'state',
	CASE WHEN before.id IS NOT NULL THEN 'superseded' WHEN lead.state >= 4 THEN 'withdrawn'
		ELSE 'active' END, decision.state
FROM (SELECT id FROM superseded_before
	UNION SELECT id FROM decision WHERE superseded_by IS NOT NULL) AS declared
CROSS JOIN decision USING (id)
CROSS JOIN mention AS lead ON lead.id = decision.lead
LEFT JOIN superseded_before AS before ON before.id = decision.id
WHERE (before.id IS NULL) = (decision.superseded_by IS NOT NULL)
	AND (before.id IS NOT NULL OR decision.superseded_by IS NOT NULL)
	AND decision.id NOT IN (SELECT id FROM affected_item)
ORDER BY decision.text;
