-- meetings, newest first, with who was there and what came of them
-- subject: meeting
-- table: date title accounts people tasks decisions
-- sort: -date,title
SELECT
	meeting.date AS "date:date",
	meeting.title AS "title",
	meeting.series AS "series",
	(SELECT json_group_array(name) FROM (
		SELECT DISTINCT account.name AS name
		FROM note JOIN account ON account.id = note.account
		WHERE note.meeting = meeting.id
		ORDER BY account.name)) AS "accounts:list",
	(SELECT json_group_array(name) FROM (
		SELECT DISTINCT person.name AS name
		FROM note
		JOIN note_person ON note_person.note = note.id
		JOIN person ON person.id = note_person.person AND person.kind <> 'unknown'
		WHERE note.meeting = meeting.id
		ORDER BY person.name)) AS "people:list",
	(SELECT json_group_array(path) FROM (
		SELECT note.path AS path FROM note
		WHERE note.meeting = meeting.id
		ORDER BY note.path)) AS "notes:list",
	(SELECT count(DISTINCT mention.item) FROM note
		JOIN mention ON mention.note = note.id AND mention.kind = 1
		WHERE note.meeting = meeting.id) AS "tasks:number",
	(SELECT count(DISTINCT mention.item) FROM note
		JOIN mention ON mention.note = note.id AND mention.kind = 2
		WHERE note.meeting = meeting.id) AS "decisions:number"
FROM meeting
WHERE TRUE
