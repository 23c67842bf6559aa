-- What a store of another version has and the notes cannot tell: the journal, and what to import.
INSERT INTO main.journal_import SELECT * FROM old.journal_import;
INSERT INTO main.journal_event SELECT * FROM old.journal_event;
CREATE TEMP TABLE known_path AS
	SELECT path, 1 AS folder FROM old.folder
	UNION ALL
	SELECT path, 0 FROM old.note WHERE folder IS NULL;
