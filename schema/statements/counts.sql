-- What the store holds, for the summary of an import.
SELECT
	(SELECT count(*) FROM task),
	(SELECT count(*) FROM mention WHERE kind = 1),
	(SELECT count(*) FROM decision),
	(SELECT count(*) FROM mention WHERE kind = 2),
	(SELECT count(*) FROM person WHERE kind IN ('person', 'me')),
	(SELECT count(*) FROM account),
	(SELECT count(*) FROM remark)
