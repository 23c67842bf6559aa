-- Whom 'Myself' stands for while nothing is configured: the person who takes part in most of the
-- notes that say so. No row when `me` is configured or nobody says it.
SELECT likely.name AS "name"
FROM person AS me
JOIN mention_owner ON mention_owner.person = me.id
JOIN mention ON mention.id = mention_owner.mention
JOIN note_person ON note_person.note = mention.note
JOIN person AS likely ON likely.id = note_person.person AND likely.kind = 'person'
WHERE me.kind = 'me' AND NOT me.configured
GROUP BY likely.id
ORDER BY count(DISTINCT mention.note) DESC, likely.name
LIMIT 1
