-- One decision whole: its columns, why it is whose, and what happened to it.
SELECT shown.*,
	(SELECT json_group_array(because) FROM (
		SELECT '' AS because, 1 AS part, '' AS path, 0 AS line, 0 AS position WHERE FALSE
		UNION ALL
-- include parts/reasons.sql
	)) AS "reasons:list",
-- include parts/history.sql
FROM (
-- include parts/decision.sql
WHERE decision.id = :id) AS shown
