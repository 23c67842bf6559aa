-- A line that speaks of a task or decision; until it is matched, of one of its own. A box speaks of
-- none.
CREATE TABLE insert_mention (id, note, kind, key, line, text, words, heading, origin, tail,
	description, symbol, status, status_type, state, priority, due, due_text, scheduled, start,
	created, done, cancelled, recurrence, task_id, depends_on, on_completion, block, tags, date,
	topic, supersedes, supersedes_words, indented, plugin);
INSERT OR FAIL INTO mention (id, note, kind, key, item, line, text, words, heading, origin, tail,
	description, symbol, status, status_type, state, priority, due, due_text, scheduled, start,
	created, done, cancelled, recurrence, task_id, depends_on, on_completion, block, tags, date,
	topic, supersedes, supersedes_words, indented, plugin)
SELECT id, note, kind, key, CASE WHEN kind < 3 THEN id END, line, text, words, heading, origin, tail,
	description, symbol, status, status_type, state, priority, due, due_text, scheduled, start,
	created, done, cancelled, recurrence, task_id, depends_on, on_completion, block, tags, date,
	topic, supersedes, supersedes_words, indented, plugin
FROM insert_mention
