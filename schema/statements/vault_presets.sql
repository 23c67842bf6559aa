-- The presets of the settings :json, which were called includes once.
SELECT preset.key, preset.value
FROM json_each(:json, CASE WHEN json_type(:json, '$.presets') IS NULL THEN '$.includes'
	ELSE '$.presets' END) AS preset
WHERE preset.type = 'text'
