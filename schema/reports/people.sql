-- people, with what they owe and when you last met
-- subject: person
-- table: name kind open overdue due_soon done meetings last_met
-- sort: -overdue,-open,name
WITH owned AS (
	SELECT task_owner.person,
		sum(task.state < 4) AS open,
		sum(task.state < 4 AND task.due < :today) AS overdue,
		sum(task.state < 4 AND task.due BETWEEN :today AND date(:today, '+7 days')) AS due_soon,
		sum(task.state = 4) AS done
	FROM task_owner JOIN task ON task.id = task_owner.task
	GROUP BY task_owner.person),
met AS (
	SELECT note_person.person,
		count(DISTINCT note.meeting) AS meetings,
		max(CASE WHEN note.date <= :today THEN note.date END) AS last_met
	FROM note_person JOIN note ON note.id = note_person.note
	GROUP BY note_person.person),
decided AS (
	SELECT note_person.person, count(DISTINCT mention.item) AS decisions
	FROM note_person JOIN mention ON mention.note = note_person.note AND mention.kind = 2
	GROUP BY note_person.person)
SELECT
	person.name AS "name",
	person.kind AS "kind",
	(SELECT json_group_array(name) FROM (
		SELECT person_alias.name AS name FROM person_alias
		WHERE person_alias.person = person.id AND person_alias.name <> person.name
		UNION
		SELECT mention_owner.written FROM mention_owner
		WHERE mention_owner.person = person.id AND mention_owner.written <> person.name
		ORDER BY name)) AS "aliases:list",
	coalesce(owned.open, 0) AS "open:number",
	coalesce(owned.overdue, 0) AS "overdue:number",
	coalesce(owned.due_soon, 0) AS "due_soon:number",
	coalesce(owned.done, 0) AS "done:number",
	coalesce(decided.decisions, 0) AS "decisions:number",
	coalesce(met.meetings, 0) AS "meetings:number",
	met.last_met AS "last_met:date"
FROM person
LEFT JOIN owned ON owned.person = person.id
LEFT JOIN met ON met.person = person.id
LEFT JOIN decided ON decided.person = person.id
WHERE (person.kind <> 'unknown' OR owned.person IS NOT NULL)
