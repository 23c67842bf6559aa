-- the numbers of decisions at the head of the page: one row
-- subject: decision
SELECT
	count(*) AS "decisions:number",
	coalesce(sum(decision.date > date(:today, '-30 days')), 0) AS "recent:number"
FROM decision JOIN meeting ON meeting.id = decision.meeting
WHERE coalesce(decision.date, '') <= :today
-- filters
