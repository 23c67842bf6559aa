-- Whether :json is a JSON object; fails where it is no JSON. (json_valid says 0 out of memory, too.)
SELECT json_type(:json) = 'object'
