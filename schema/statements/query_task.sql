-- One box as docket reads it, and what a query shows besides.
SELECT
	note.path AS "path",
	mention.line AS "line:number",
	json_object('symbol', mention.symbol, 'name', mention.status, 'type', mention.status_type)
		AS "status:map",
	state.name AS "state",
	mention.text AS "text",
	coalesce(mention.description, mention.text || mention.tail, mention.text) AS "description",
	(SELECT json_group_array(written) FROM (
		SELECT written FROM mention_owner
		WHERE mention_owner.mention = mention.id
		ORDER BY position)) AS "owners:list",
	priority.name AS "priority",
	mention.due AS "due:date",
	mention.due_text AS "due_text",
	mention.scheduled AS "scheduled:date",
	mention.start AS "start:date",
	mention.created AS "created:date",
	mention.done AS "done:date",
	mention.cancelled AS "cancelled:date",
	mention.recurrence AS "recurrence",
	mention.task_id AS "task_id",
	coalesce(mention.depends_on, '[]') AS "depends_on:list",
	mention.on_completion AS "on_completion",
	mention.block AS "block",
	coalesce(mention.tags, '[]') AS "tags:list",
	mention.heading AS "heading",
	mention.origin AS "from",
	substr(note.path, length(vault.path) + 1) AS "vault_path",
	mention.plugin AS "plugin:map",
	printf('%.2f', urgency(
		iif(mention.plugin IS NULL, mention.due, mention.plugin ->> 'due'),
		iif(mention.plugin IS NULL, mention.scheduled, mention.plugin ->> 'scheduled'),
		iif(mention.plugin IS NULL, mention.start, mention.plugin ->> 'start'),
		iif(mention.plugin IS NULL, mention.priority, mention.plugin ->> 'priority'),
		:today)) AS "urgency"
FROM mention
JOIN note ON note.id = mention.note
JOIN vault ON vault.id = note.vault
JOIN state ON state.id = mention.state
JOIN priority ON priority.id = mention.priority
WHERE mention.id = :id
