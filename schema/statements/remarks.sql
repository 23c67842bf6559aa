-- What looks wrong in notes, and owners that nobody knows with those who are spelled like them.
WITH stranger AS MATERIALIZED (
	SELECT person.id, nearest_people(person.name) AS near FROM person WHERE person.kind = 'unknown'),
ambiguous AS MATERIALIZED (
	SELECT note, line, message FROM remark WHERE kind = 'ambiguous-owner')
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
LEFT JOIN ambiguous ON ambiguous.note = mention.note AND ambiguous.line = mention.line
	AND instr(ambiguous.message, '''' || mention_owner.written || ''' fits') = 1
WHERE ambiguous.note IS NULL
ORDER BY 1, 2, 5
