-- how many decisions were made for each account, those of the last 30 days apart; for none last
-- subject: decision
WITH kept AS (
	SELECT decision.id, coalesce(decision.date > date(:today, '-30 days'), 0) AS recent
	FROM decision JOIN meeting ON meeting.id = decision.meeting
	WHERE coalesce(decision.date, '') <= :today
-- filters
),
counted AS (
	SELECT item_account.account, count(*) AS decisions, sum(kept.recent) AS recent
	FROM kept
	LEFT JOIN item_account ON item_account.item = kept.id
	GROUP BY item_account.account)
SELECT
	account.name AS "account",
	counted.recent AS "recent:number",
	counted.decisions - counted.recent AS "earlier:number"
FROM counted
LEFT JOIN account ON account.id = counted.account
ORDER BY account.id IS NULL, counted.decisions DESC, account.name
