-- The notes whose meeting may have changed: those read, those in which a first name is somebody
-- else's now, those that could be of one meeting with them, or could before they were read, and all
-- notes of the meetings these were of. `root` becomes the meeting's id. CROSS JOIN keeps SQLite
-- from beginning with the larger side.
CREATE TEMP TABLE affected_note (id INTEGER PRIMARY KEY, root INTEGER);
INSERT INTO affected_note (id)
SELECT id FROM touched_note
UNION
SELECT id FROM renamed_note;
INSERT OR IGNORE INTO affected_note (id)
SELECT note.id
FROM (SELECT DISTINCT note.source_key
	FROM touched_note CROSS JOIN note ON note.id = touched_note.id
	WHERE note.source_key <> '') AS read
CROSS JOIN note ON note.source_key = read.source_key AND note.source_key <> '';
INSERT OR IGNORE INTO affected_note (id)
SELECT note.id
FROM (SELECT DISTINCT note.date, note.title_key
	FROM affected_note CROSS JOIN note USING (id)
	WHERE note.date IS NOT NULL) AS read
CROSS JOIN note ON note.date = read.date AND note.title_key = read.title_key;
INSERT OR IGNORE INTO touched_meeting (id)
SELECT DISTINCT note.meeting
FROM touched_title
CROSS JOIN note ON note.date = touched_title.date AND note.title_key = touched_title.title_key
WHERE note.meeting IS NOT NULL;
INSERT OR IGNORE INTO touched_meeting (id)
SELECT DISTINCT note.meeting
FROM affected_note CROSS JOIN note USING (id)
WHERE note.meeting IS NOT NULL;
INSERT OR IGNORE INTO affected_note (id)
SELECT note.id FROM touched_meeting CROSS JOIN note ON note.meeting = touched_meeting.id;
