-- how many decisions were made for each account, those of the last 30 days apart; for none last
-- subject: decision
WITH kept AS (
	SELECT decision.id, coalesce(decision.date > date(:today, '-30 days'), 0) AS recent
	FROM decision JOIN meeting ON meeting.id = decision.meeting
	WHERE coalesce(decision.date, '') <= :today
-- filters
)
SELECT
	account.name AS "account",
	sum(kept.recent) AS "recent:number",
	sum(NOT kept.recent) AS "earlier:number"
FROM kept
LEFT JOIN item_account ON item_account.item = kept.id
LEFT JOIN account ON account.id = item_account.account
GROUP BY account.id
ORDER BY account.id IS NULL, count(*) DESC, account.name
