-- The query that the settings :json put in front of all others, and whether they have presets.
SELECT
	CASE WHEN json_type(:json, '$.globalQuery') = 'text'
		THEN json_extract(:json, '$.globalQuery') ELSE '' END,
	coalesce(json_type(:json, '$.presets'), json_type(:json, '$.includes')) IS 'object'
