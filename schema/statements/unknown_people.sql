-- Owners whom nobody knows, by the person they may be: the name to configure, the spellings, who
-- else is as near, and how many tasks that is about. Those near to one person come
-- first, those near to several next.
WITH stranger AS MATERIALIZED (
	SELECT person.name, coalesce(nearest_people(person.name), '') AS near, count(DISTINCT mention.item) AS tasks
	FROM person
	JOIN mention_owner ON mention_owner.person = person.id
	JOIN mention ON mention.id = mention_owner.mention
	WHERE person.kind = 'unknown'
	GROUP BY person.id)
SELECT
	coalesce(nullif(substr(near, 1, instr(near || ', ', ', ') - 1), ''), name) AS "name",
	CASE near WHEN '' THEN '[]' ELSE json_group_array(name) END AS "aliases:list",
	nullif(substr(near, instr(near || ', ', ', ') + 2), '') AS "others",
	sum(tasks) AS "tasks:number"
FROM stranger
GROUP BY CASE near WHEN '' THEN name ELSE near END
ORDER BY near = '', instr(near, ', ') > 0, sum(tasks) DESC, 1
