-- Whom 'Myself' stands for while nothing is configured: the person who takes part in most of the
-- notes that say so; a thousand lines are enough to tell. No row when `me` is configured or nobody
-- says it.
SELECT likely.name AS "name"
FROM (
	SELECT mention_owner.mention AS id
	FROM person AS me
	CROSS JOIN mention_owner ON mention_owner.person = me.id
	WHERE me.kind = 'me' AND NOT me.configured
	LIMIT 1000) AS said
JOIN mention ON mention.id = said.id
JOIN note_person ON note_person.note = mention.note
JOIN person AS likely ON likely.id = note_person.person AND likely.kind = 'person'
GROUP BY likely.id
ORDER BY count(DISTINCT mention.note) DESC, likely.name
LIMIT 1
