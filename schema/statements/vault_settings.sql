-- What a reader needs of the Tasks plugin's settings, the JSON object :json.
SELECT
	CASE WHEN json_type(:json, '$.globalFilter') = 'text'
		THEN json_extract(:json, '$.globalFilter') ELSE '' END,
	json_extract(:json, '$.taskFormat') IS 'dataview',
	json_type(:json, '$.statusSettings') IS 'object',
	coalesce(json_array_length(:json, '$.statusSettings.coreStatuses'), 0) > 0,
	json_type(:json, '$.useFilenameAsScheduledDate') IS 'true',
	CASE WHEN json_type(:json, '$.filenameAsScheduledDateFormat') = 'text'
		THEN json_extract(:json, '$.filenameAsScheduledDateFormat') ELSE '' END
