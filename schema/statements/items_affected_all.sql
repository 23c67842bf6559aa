-- In a store that is being built, all mentions are, and nothing was there before.
CREATE TEMP TABLE affected_mention (id INTEGER PRIMARY KEY);
INSERT INTO affected_mention (id) SELECT id FROM mention WHERE kind < 3 ORDER BY id;
