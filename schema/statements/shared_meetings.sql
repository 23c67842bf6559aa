-- Meetings with several notes, among those looked at.
SELECT root FROM affected_note GROUP BY root HAVING count(*) > 1 ORDER BY root
