-- what the last import saw change, grouped by owner
-- subject: change
-- table: change from to text accounts id
-- group: owners
-- sort: change,date,text
SELECT
	change.change AS "change",
	change.item_kind AS "kind",
	(SELECT short_id(key) FROM (
		SELECT coalesce(task.key, decision.key) AS key)
		WHERE key IS NOT NULL) AS "id",
	coalesce(task.text, decision.text, change.text) AS "text",
	change."from",
	change."to",
	CASE change.kind WHEN 'gone' THEN coalesce(change.old, '[]') ELSE (
		SELECT json_group_array(name) FROM (
			SELECT person.name AS name
			FROM task_owner JOIN person ON person.id = task_owner.person
			WHERE task_owner.task = change.item
			ORDER BY task_owner.position)) END AS "owners:list",
	CASE change.kind WHEN 'gone' THEN coalesce(change.new, '[]') ELSE (
		SELECT json_group_array(name) FROM (
			SELECT account.name AS name
			FROM item_account JOIN account ON account.id = item_account.account
			WHERE item_account.item = change.item
			ORDER BY account.name)) END AS "accounts:list",
	substr(change.at, 1, 10) AS "date:date",
	note.path AS "path",
	lead.line AS "line:number"
FROM (
	SELECT journal_event.id, journal_event.import, journal_import.at, journal_event.kind,
		journal_event.item_kind, journal_event.text, journal_event.old, journal_event.new,
		mention.item,
		CASE WHEN journal_event.kind = 'gone' THEN journal_event.old
			WHEN field = 'owners'
			THEN '[' || replace(json_quote(journal_event.old), ', ', '","') || ']'
			ELSE '[]' END AS old_owners,
		CASE WHEN field IS NOT NULL THEN journal_event.old END AS "from",
		CASE WHEN field <> 'text' THEN journal_event.new END AS "to",
		CASE WHEN journal_event.kind = 'new' AND item_kind = 'decision' THEN 'decided'
			WHEN journal_event.kind <> 'changed' THEN journal_event.kind
			WHEN field = 'owners' THEN 'reassigned'
			WHEN field = 'text' THEN 'reworded'
			ELSE field END AS change
	FROM journal_event
	JOIN journal_import ON journal_import.id = journal_event.import
	LEFT JOIN mention ON mention.key = journal_event.item
	WHERE journal_event.kind <> 'gone' OR mention.id IS NULL) AS change
LEFT JOIN task ON task.id = change.item
LEFT JOIN decision ON decision.id = change.item
LEFT JOIN mention AS lead ON lead.id = coalesce(task.lead, decision.lead)
LEFT JOIN note ON note.id = lead.note
WHERE change.import > (SELECT min(id) FROM journal_import)
