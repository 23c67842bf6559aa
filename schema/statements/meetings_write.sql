-- Meetings as their notes say; an account's note leads before a person's. A note that names no
-- account has the one that all others of its meeting name.
UPDATE note SET meeting = (SELECT root FROM affected_note WHERE affected_note.id = note.id)
WHERE id IN (SELECT id FROM affected_note);
DELETE FROM meeting WHERE id IN (SELECT id FROM touched_meeting);
INSERT OR REPLACE INTO meeting (id, date, title, series, account, project)
SELECT root, max(date) FILTER (WHERE place = 1), max(title) FILTER (WHERE place = 1), max(series),
	CASE WHEN count(DISTINCT stated_account) = 1 THEN max(stated_account) END,
	max(project) FILTER (WHERE place_of_project = 1)
FROM (
	SELECT affected_note.root, note.date, note.title, note.series, note.stated_account, note.project,
		row_number() OVER (PARTITION BY affected_note.root
			ORDER BY note.stated_account IS NULL, note.date IS NULL, note.name, note.path) AS place,
		row_number() OVER (PARTITION BY affected_note.root
			ORDER BY note.project IS NULL, note.stated_account IS NULL, note.name, note.path)
			AS place_of_project
	FROM affected_note CROSS JOIN note USING (id))
GROUP BY root;
INSERT OR IGNORE INTO meeting_person (meeting, person, date)
SELECT affected_note.root, note_person.person, meeting.date
FROM affected_note
CROSS JOIN note_person ON note_person.note = affected_note.id
CROSS JOIN person ON person.id = note_person.person AND person.kind <> 'unknown'
CROSS JOIN meeting ON meeting.id = affected_note.root;
UPDATE note SET account = meeting.account, account_reason = 'meeting'
FROM meeting
WHERE note.id IN (SELECT id FROM affected_note) AND meeting.id = note.meeting
	AND +note.stated_account IS NULL
	AND (note.account IS NOT meeting.account OR note.account IS NULL);
UPDATE note SET account_reason = NULL
WHERE id IN (SELECT id FROM affected_note) AND +account IS NULL AND account_reason = 'meeting';
