-- What the notes that were read again add to the totals, and what became of the affected items.
UPDATE total SET
	tasks = tasks
		- (SELECT count(*) FROM before_item WHERE kind = 'task')
		+ (SELECT count(*) FROM after_item WHERE kind = 'task'),
	task_mentions = task_mentions + (
		SELECT count(*)
		FROM touched_note CROSS JOIN mention ON mention.note = touched_note.id
		WHERE mention.kind = 1),
	decisions = decisions
		- (SELECT count(*) FROM before_item WHERE kind = 'decision')
		+ (SELECT count(*) FROM after_item WHERE kind = 'decision'),
	decision_mentions = decision_mentions + (
		SELECT count(*)
		FROM touched_note CROSS JOIN mention ON mention.note = touched_note.id
		WHERE mention.kind = 2),
	people = (SELECT count(*) FROM person WHERE kind IN ('person', 'me')),
	accounts = (SELECT count(*) FROM account),
	remarks = remarks + (
		SELECT count(*) FROM touched_note CROSS JOIN remark ON remark.note = touched_note.id);
