-- Before they are found again.
DELETE FROM link WHERE a IN (SELECT id FROM affected_mention) AND reason <> 'meeting';
DELETE FROM link WHERE reason = 'meeting' AND a IN (
	SELECT mention.id FROM affected_note CROSS JOIN mention ON mention.note = affected_note.id);
