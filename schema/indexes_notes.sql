-- Indexes of what is read from notes. A first import makes them after those rows, which costs a
-- fifth less, and before tasks are made of mentions.

CREATE INDEX note_folder ON note (folder, stamp);
CREATE INDEX note_source ON note (source_key) WHERE source_key <> '';
CREATE INDEX note_title ON note (date, title_key);
CREATE INDEX note_series ON note (series_key);
CREATE INDEX note_hash ON note (hash);
CREATE INDEX note_stated_account ON note (stated_account, account_written, account_reason);
CREATE INDEX note_project ON note (project, project_written);
CREATE INDEX note_person_person ON note_person (person, written, stranger);
CREATE INDEX mention_note ON mention (note);
CREATE INDEX mention_key ON mention (key);
CREATE INDEX mention_words ON mention (words, kind);
-- What queries mostly ask and order by, so that they need not read the notes' words.
CREATE INDEX mention_box ON mention (note, line, status_type, priority, due, scheduled, start,
	created, done, cancelled, indented, plugin) WHERE indented IS NOT NULL;
CREATE INDEX mention_owner_person ON mention_owner (person, written, stranger, rung);
CREATE INDEX link_b ON link (b);
CREATE INDEX information_note ON information (note);
CREATE INDEX remark_note ON remark (note);
CREATE INDEX person_first ON person (first_key) WHERE first_key <> '';
CREATE INDEX person_alias_person ON person_alias (person);
CREATE INDEX account_alias_account ON account_alias (account);
