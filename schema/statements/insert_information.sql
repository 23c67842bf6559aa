-- One line of key information.
INSERT INTO information (id, note, line, text) VALUES (:id, :note, :line, :text)
