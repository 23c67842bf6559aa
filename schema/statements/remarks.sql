-- What looks wrong in notes, and owners that nobody knows with those who are spelled like them.
SELECT note.path AS "path", remark.line AS "line:number", remark.level AS "level",
	remark.message AS "message", remark.kind AS "kind"
FROM remark JOIN note ON note.id = remark.note
UNION ALL
SELECT note.path, mention.line, 'note',
	'nobody called ''' || mention_owner.written || ''' takes part in any meeting' ||
	coalesce('; did you mean ' || nullif(nearest_people(mention_owner.written), '') || '?', ''),
	'unknown-owner'
FROM person
JOIN mention_owner ON mention_owner.person = person.id
JOIN mention ON mention.id = mention_owner.mention
JOIN note ON note.id = mention.note
WHERE person.kind = 'unknown'
ORDER BY 1, 2, 5
