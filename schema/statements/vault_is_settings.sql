-- Whether :json is a JSON object.
SELECT CASE WHEN json_valid(:json) THEN json_type(:json) = 'object' ELSE 0 END
