-- What else the note says.
INSERT INTO note_text (note, text) VALUES (:note, :text)
