-- The statuses that the settings :json register, in the order in which they count.
WITH list (place, path) AS (
	VALUES (1, '$.statusSettings.coreStatuses'), (2, '$.statusSettings.customStatuses')
)
SELECT
	coalesce(json_extract(status.value, '$.symbol'), ' '),
	coalesce(json_extract(status.value, '$.name'), ''),
	coalesce(json_extract(status.value, '$.type'), '')
FROM list
JOIN json_each(:json, list.path) AS status
WHERE status.type = 'object'
ORDER BY list.place, status.key
