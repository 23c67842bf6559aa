-- The notes whose meeting may have changed: those read, those that could be of one meeting with
-- them, and all notes of the meetings these were of. `root` becomes the meeting's id.
CREATE TEMP TABLE affected_note (id INTEGER PRIMARY KEY, root INTEGER);
INSERT INTO affected_note (id)
SELECT id FROM touched_note;
INSERT OR IGNORE INTO affected_note (id)
SELECT note.id
FROM touched_note
JOIN note AS read ON read.id = touched_note.id
JOIN note ON note.source_key = read.source_key
WHERE read.source_key <> '' AND note.source_key <> '';
INSERT OR IGNORE INTO affected_note (id)
SELECT note.id
FROM touched_note
JOIN note AS read ON read.id = touched_note.id
JOIN note ON note.date = read.date AND note.title_key = read.title_key;
INSERT OR IGNORE INTO touched_meeting (id)
SELECT DISTINCT note.meeting
FROM affected_note JOIN note USING (id)
WHERE note.meeting IS NOT NULL;
INSERT OR IGNORE INTO affected_note (id)
SELECT note.id FROM touched_meeting JOIN note ON note.meeting = touched_meeting.id;
