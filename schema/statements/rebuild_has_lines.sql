-- Whether the store of another version has lines as this one does.
SELECT (SELECT count(*) FROM pragma_table_info('mention', 'old')
		WHERE name IN ('id', 'note', 'kind', 'key', 'line', 'text')) = 6
	AND (SELECT count(*) FROM pragma_table_info('note', 'old')
		WHERE name IN ('id', 'path')) = 2
