-- Every series of meetings, as its notes name it; its first note stands for it.
SELECT min(id), name, text_key(name) FROM (
	SELECT min(id) AS id, coalesce(max(series), max(title)) AS name
	FROM note
	WHERE series_key <> ''
	GROUP BY series_key
	HAVING count(series) > 0 OR count(DISTINCT meeting) > 1)
GROUP BY name
ORDER BY name
