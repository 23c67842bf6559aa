	(SELECT json_group_array(json_object('date', date, 'event', kind, 'field', field,
			'old', CASE WHEN field IS NOT NULL THEN old END,
			'new', CASE WHEN field IS NOT NULL THEN new END,
			'path', path, 'line', line)) FROM (
		SELECT substr(journal_import.at, 1, 10) AS date, journal_event.*
		FROM journal_event
		JOIN journal_import ON journal_import.id = journal_event.import
		WHERE journal_event.item IN (
			SELECT key FROM mention WHERE mention.item = :id)
		ORDER BY journal_event.id)) AS "history:list"
