-- What it added to the totals.
UPDATE total SET
	task_mentions = task_mentions - (
		SELECT count(*) FROM mention WHERE note = :note AND kind = 1),
	decision_mentions = decision_mentions - (
		SELECT count(*) FROM mention WHERE note = :note AND kind = 2),
	remarks = remarks - (SELECT count(*) FROM remark WHERE note = :note)
