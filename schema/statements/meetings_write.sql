-- Meetings as their notes say; an account's note leads before a person's. A note that names no
-- account has the one that all others of its meeting name.
UPDATE note SET meeting = (SELECT root FROM affected_note WHERE affected_note.id = note.id)
WHERE id IN (SELECT id FROM affected_note);
DELETE FROM meeting WHERE id IN (SELECT id FROM touched_meeting);
-- The lead is looked for in each meeting, by the index: sorting all notes by what decides would keep
-- their words at a time. Accounts differ when the lowest and the highest do.
CREATE INDEX affected_root ON affected_note (root);
INSERT OR REPLACE INTO meeting (id, date, title, series, account, project)
SELECT met.root, lead.date, lead.title, met.series, met.account,
	(SELECT note.project FROM affected_note CROSS JOIN note USING (id)
	WHERE affected_note.root = met.root
	ORDER BY note.project IS NULL, note.stated_account IS NULL, note.name, note.path LIMIT 1)
FROM (
	SELECT affected_note.root, max(note.series) AS series,
		CASE WHEN min(note.stated_account) = max(note.stated_account)
			THEN max(note.stated_account) END AS account
	FROM affected_note CROSS JOIN note USING (id)
	GROUP BY affected_note.root) AS met
CROSS JOIN note AS lead ON lead.id =
	(SELECT note.id FROM affected_note CROSS JOIN note USING (id)
	WHERE affected_note.root = met.root
	ORDER BY note.stated_account IS NULL, note.date IS NULL, note.name, note.path LIMIT 1);
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
