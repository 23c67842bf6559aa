-- Indexes of what follows from all notes, made when it is known which are of one meeting or series.

CREATE INDEX note_meeting ON note (meeting);
CREATE INDEX note_series_note ON note (series_note);
CREATE INDEX note_account ON note (account, meeting, date);
