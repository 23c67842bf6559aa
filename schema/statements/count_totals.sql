-- Counts what a new store holds.
INSERT INTO total
	(tasks, task_mentions, decisions, decision_mentions, people, accounts, remarks)
VALUES (
	(SELECT count(*) FROM task),
	(SELECT count(*) FROM mention WHERE kind = 1),
	(SELECT count(*) FROM decision),
	(SELECT count(*) FROM mention WHERE kind = 2),
	(SELECT count(*) FROM person WHERE kind IN ('person', 'me')),
	(SELECT count(*) FROM account),
	(SELECT count(*) FROM remark));
