-- people, with what they owe and when you last met
-- subject: person
-- table: name kind open overdue due_soon done meetings last_met
-- sort: -overdue,-open,name
WITH counted AS MATERIALIZED (
	SELECT person.id,
		(SELECT count(*) FROM task_owner
			WHERE task_owner.person = person.id) AS tasks,
		(SELECT count(*) FROM task_owner
			WHERE task_owner.person = person.id AND task_owner.state < 4) AS open,
		(SELECT count(*) FROM task_owner
			WHERE task_owner.person = person.id AND task_owner.state IN (0, 1, 2, 3)
				AND task_owner.due < :today) AS overdue,
		(SELECT count(*) FROM task_owner
			WHERE task_owner.person = person.id AND task_owner.state IN (0, 1, 2, 3)
				AND task_owner.due BETWEEN :today AND date(:today, '+7 days')) AS due_soon,
		(SELECT count(*) FROM task_owner
			WHERE task_owner.person = person.id AND task_owner.state = 4) AS done
	FROM person
	WHERE TRUE
-- filters
)
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
	counted.open AS "open:number",
	counted.overdue AS "overdue:number",
	counted.due_soon AS "due_soon:number",
	counted.done AS "done:number",
	(SELECT count(DISTINCT mention.item)
		FROM note_person
		JOIN mention ON mention.note = note_person.note AND mention.kind = 2
		WHERE note_person.person = person.id) AS "decisions:number",
	(SELECT count(*) FROM meeting_person
		WHERE meeting_person.person = person.id) AS "meetings:number",
	(SELECT max(meeting_person.date) FROM meeting_person
		WHERE meeting_person.person = person.id AND meeting_person.date <= :today) AS "last_met:date"
FROM counted
JOIN person USING (id)
WHERE (person.kind <> 'unknown' OR counted.tasks > 0)
