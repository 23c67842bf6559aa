-- What looks wrong in notes, and owners that nobody knows with those who are spelled like them.
WITH stranger AS MATERIALIZED (
	SELECT person.id, nearest_people(person.name) AS near FROM person WHERE person.kind = 'unknown')
SELECT note.path AS "path", remark.line AS "line:number", remark.level AS "level",
	remark.message AS "message", remark.kind AS "kind"
FROM remark JOIN note ON note.id = remark.note
UNION ALL
SELECT note.path, mention.line, 'note',
	'nobody called ''' || mention_owner.written || ''' takes part in any meeting' ||
	coalesce('; did you mean ' || nullif(stranger.near, '') || '?', ''),
	'unknown-owner'
FROM stranger
JOIN mention_owner ON mention_owner.person = stranger.id
JOIN mention ON mention.id = mention_owner.mention
JOIN note ON note.id = mention.note
WHERE NOT EXISTS (SELECT 1 FROM remark
	WHERE remark.note = mention.note AND remark.line = mention.line
		AND remark.kind = 'ambiguous-owner'
		AND instr(remark.message, '''' || mention_owner.written || ''' fits') = 1)
ORDER BY 1, 2, 5
