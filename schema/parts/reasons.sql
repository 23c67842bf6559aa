		SELECT DISTINCT 'for ' || account.name || ': ' || CASE note.account_reason
			WHEN 'meeting' THEN 'another note of the meeting says so'
			WHEN 'folder' THEN 'the note''s folder says so'
			WHEN 'tag' THEN 'a tag of the note says so'
			WHEN 'body' THEN 'a line of the note says so'
			ELSE 'the note says so' END || ' (' || note.path || ')', 2 AS part, note.path, 0, 0
		FROM mention
		JOIN note ON note.id = mention.note
		JOIN account ON account.id = note.account
		WHERE mention.item = :id
		UNION ALL
		SELECT 'one and the same: ' || CASE link.reason
			WHEN 'id' THEN 'one id'
			WHEN 'text' THEN 'the same words and owners'
			ELSE 'two notes of one meeting, ' || CAST(round(link.score * 100) AS INTEGER) ||
				' % alike' END ||
			' (' || iif(forth, a || ', ' || b, b || ', ' || a) || ')',
			3, iif(forth, a, b), 0, 0
		FROM (
			SELECT link.reason, link.score, (a_note.path, a.line) <= (b_note.path, b.line) AS forth,
				a_note.path || ':' || a.line AS a, b_note.path || ':' || b.line AS b
			FROM link
			JOIN mention AS a ON a.id = link.a
			JOIN note AS a_note ON a_note.id = a.note
			JOIN mention AS b ON b.id = link.b
			JOIN note AS b_note ON b_note.id = b.note
			WHERE a.item = :id) AS link
		ORDER BY part, path, line, position, because
