-- One line of key information.
CREATE TABLE insert_information (id, note, line, text);
INSERT OR FAIL INTO information (id, note, line, text)
SELECT id, note, line, text
FROM insert_information
