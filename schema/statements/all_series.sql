-- Every series of meetings, as its notes name it; its first note stands for it.
SELECT id, name, text_key(name) FROM (
	SELECT series_note AS id, coalesce(max(series), max(title)) AS name
	FROM note
	WHERE series_note IS NOT NULL
	GROUP BY series_note)
ORDER BY name, id
