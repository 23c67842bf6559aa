-- One task whole: its columns, why it is whose, and what happened to it.
SELECT shown.*,
	"slips:number" || CASE "slips:number" WHEN 1 THEN ' time, ' ELSE ' times, ' END ||
		"slipped_days:number" || CASE "slipped_days:number" WHEN 1 THEN ' day' ELSE ' days' END
		AS "due_moved",
	(SELECT due_text FROM task WHERE task.id = :id) AS "due_text",
	(SELECT json_group_array(because) FROM (
		SELECT person.name || ' owns it: ''' || mention_owner.written || ''' is ' ||
			CASE mention_owner.rung
			WHEN 1 THEN 'you'
			WHEN 2 THEN 'configured'
			WHEN 3 THEN CASE person.kind WHEN 'unknown' THEN 'a full name that takes part in no meeting'
				ELSE 'the full name' END
			WHEN 4 THEN 'short for one participant of the note'
			WHEN 5 THEN 'short for one full name in the note'
			WHEN 6 THEN 'short for one person of all notes'
			ELSE 'a name that fits nobody known, or several' END ||
			' (' || note.path || ':' || mention.line || ')' AS because,
			1 AS part, note.path AS path, mention.line AS line, mention_owner.position AS position
		FROM mention
		JOIN note ON note.id = mention.note
		JOIN mention_owner ON mention_owner.mention = mention.id
		JOIN person ON person.id = mention_owner.person
		WHERE mention.item = :id
		UNION ALL
-- include parts/reasons.sql
	)) AS "reasons:list",
-- include parts/history.sql
FROM (
-- include parts/task.sql
WHERE task.id = :id) AS shown
