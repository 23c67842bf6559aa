-- The derived store: everything here can be made again from the notes, and is, when this file
-- changes. So there are no migrations: the version below is raised instead, and the next import
-- builds the store anew. What cannot be made again is in journal.sql.
--
-- Days are TEXT 'YYYY-MM-DD'. Paths are the bytes of the file system, absolute. A "key" is a text
-- folded so that two spellings of one thing are equal: case, accents, width and spacing are gone.
-- Read it through the views of views.sql; these tables may change with any version.

PRAGMA application_id = 1685021547; -- 'dock'
PRAGMA user_version = 10;           -- of this file

-- Names for the numbers in state columns. From 4 on a task is finished.
CREATE TABLE state (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO state (id, name) VALUES
	(0, 'open'), (1, 'proposed'), (2, 'in_progress'), (3, 'on_hold'), (4, 'done'), (5, 'cancelled');

-- Names for the numbers in priority columns; higher is more pressing.
CREATE TABLE priority (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO priority (id, name) VALUES
	(-2, 'lowest'), (-1, 'low'), (0, 'none'), (1, 'medium'), (2, 'high'), (3, 'highest');

-- What the store remembers of itself.
CREATE TABLE setting (
	name TEXT PRIMARY KEY, -- 'directory': like folder.directory, for files named outright
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- How much the store holds, as the summary of an import tells it: one row.
CREATE TABLE total (
	tasks INTEGER NOT NULL,
	task_mentions INTEGER NOT NULL,
	decisions INTEGER NOT NULL,
	decision_mentions INTEGER NOT NULL,
	people INTEGER NOT NULL,
	accounts INTEGER NOT NULL,
	remarks INTEGER NOT NULL
) STRICT;

-- Folders that were imported, and are again by `docket import` alone.
CREATE TABLE folder (
	id INTEGER PRIMARY KEY,
	path TEXT NOT NULL UNIQUE,
	directory TEXT NOT NULL -- fingerprint of its configuration when its notes were read
) STRICT;

-- Who owns tasks and takes part in meetings.
CREATE TABLE person (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL,
	key TEXT NOT NULL UNIQUE,
	first_key TEXT NOT NULL, -- of the first name; empty when the name has one word
	kind TEXT NOT NULL,      -- 'person', 'me', 'team' or 'unknown' (nobody has met them)
	configured INTEGER NOT NULL -- 1: named in the configuration, stays without notes
) STRICT;

-- Other spellings of people, as configured.
CREATE TABLE person_alias (
	key TEXT NOT NULL,
	person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
	name TEXT NOT NULL,
	PRIMARY KEY (key, person)
) STRICT, WITHOUT ROWID;

-- Customers and other parties that meetings are about.
CREATE TABLE account (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL,
	key TEXT NOT NULL UNIQUE,
	configured INTEGER NOT NULL -- 1: named in the configuration; 0: in a note; -1: only by a tag
) STRICT;

-- Other spellings of accounts, as configured.
CREATE TABLE account_alias (
	key TEXT NOT NULL,
	account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
	name TEXT NOT NULL,
	PRIMARY KEY (key, account)
) STRICT, WITHOUT ROWID;

CREATE TABLE project (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL,
	key TEXT NOT NULL UNIQUE
) STRICT;

-- One conversation; one or more notes are views of it.
CREATE TABLE meeting (
	id INTEGER PRIMARY KEY, -- the lowest id of its notes
	date TEXT,
	title TEXT NOT NULL,
	series TEXT,
	account INTEGER REFERENCES account (id),
	project INTEGER REFERENCES project (id)
) STRICT;

-- Who took part, by meeting.
CREATE TABLE meeting_person (
	meeting INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
	person INTEGER NOT NULL REFERENCES person (id),
	date TEXT,              -- the meeting's
	PRIMARY KEY (meeting, person)
) STRICT, WITHOUT ROWID;

-- What the Tasks plugin calls the vault: paths in queries begin here.
CREATE TABLE vault (
	id INTEGER PRIMARY KEY,
	path TEXT NOT NULL UNIQUE, -- with / at its end; the folder with .obsidian, else as imported
	filter TEXT NOT NULL       -- the global filter of its settings, or empty
) STRICT;

-- One file.
CREATE TABLE note (
	id INTEGER PRIMARY KEY,
	folder INTEGER REFERENCES folder (id), -- NULL: the file was named outright
	vault INTEGER REFERENCES vault (id),
	path TEXT NOT NULL UNIQUE,
	name TEXT NOT NULL,         -- the path below its folder: the same on every machine
	stamp INTEGER,              -- of path, size, times and inode; NULL: they prove nothing
	hash TEXT NOT NULL,         -- of the content
	title TEXT NOT NULL,
	title_key TEXT NOT NULL,
	date TEXT,
	type TEXT,
	series TEXT,
	series_key TEXT NOT NULL,   -- of the series, else of the title without days and numbers
	series_note INTEGER REFERENCES note (id) DEFERRABLE INITIALLY DEFERRED, -- the first note of its
	                            -- series, which stands for it; NULL: it is of none
	source TEXT,
	source_ref TEXT,
	source_key TEXT NOT NULL,   -- notes with one source are one meeting; empty: none
	repaired TEXT,              -- the encoding that was undone
	stated_account INTEGER REFERENCES account (id), -- what this note itself says
	account INTEGER REFERENCES account (id),        -- that, or what its meeting's other notes say
	account_written TEXT,       -- as this note spells it
	account_reason TEXT,        -- 'front matter', 'tag', 'body', 'folder', 'meeting'
	project INTEGER REFERENCES project (id),
	project_written TEXT,
	meeting INTEGER REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- Who took part, by note.
CREATE TABLE note_person (
	note INTEGER NOT NULL REFERENCES note (id) ON DELETE CASCADE,
	person INTEGER NOT NULL REFERENCES person (id), -- of kind 'unknown': the note has them already,
	                         -- by another name
	stranger INTEGER REFERENCES person (id), -- of a single word: it as a person of its own
	written TEXT NOT NULL,
	PRIMARY KEY (note, person)
) STRICT, WITHOUT ROWID;

-- One line of a note that speaks of a task or a decision, as written. What is null for a kind, or
-- was not written, is NULL.
CREATE TABLE mention (
	id INTEGER PRIMARY KEY,
	note INTEGER NOT NULL REFERENCES note (id) ON DELETE CASCADE,
	kind INTEGER NOT NULL,  -- 1 task, 2 decision, 3 a box that is a task for the Tasks plugin alone
	key TEXT NOT NULL,      -- its id; stays when the line is edited or moves; of a box empty
	item INTEGER,           -- the task or decision it speaks of; of a box NULL
	line INTEGER NOT NULL,
	text TEXT NOT NULL,     -- for people: without trailing owners, fields and tags
	words INTEGER NOT NULL, -- a hash of the folded text: equal for lines that say the same
	heading TEXT,
	origin TEXT NOT NULL,   -- 'checkbox', 'bullet', 'marker', 'table', 'front-matter'
	tail TEXT,              -- what follows the text in what the Tasks plugin calls description
	description TEXT,       -- that, when it does not begin with the text
	symbol TEXT,            -- in the box
	status TEXT,            -- its registered name
	status_type TEXT,
	state INTEGER NOT NULL, -- decisions: 0 stands, 5 struck through
	priority INTEGER NOT NULL,
	due TEXT,
	due_text TEXT,
	scheduled TEXT,
	start TEXT,
	created TEXT,
	done TEXT,
	cancelled TEXT,
	recurrence TEXT,
	task_id TEXT,           -- the id field of the Tasks format
	depends_on TEXT,        -- JSON
	on_completion TEXT,
	block TEXT,
	tags TEXT,              -- JSON
	date TEXT,              -- decisions: the day the line itself gives
	topic TEXT,
	supersedes TEXT,        -- decisions: what the note says this one replaces
	supersedes_words INTEGER, -- like words, of that
	indented INTEGER,       -- a box: whether it is a sub-item for the Tasks plugin
	plugin TEXT             -- JSON: a box's fields as the Tasks plugin reads them, if otherwise
) STRICT;

-- The owners of a mention.
CREATE TABLE mention_owner (
	mention INTEGER NOT NULL REFERENCES mention (id) ON DELETE CASCADE,
	position INTEGER NOT NULL,
	written TEXT NOT NULL,
	person INTEGER REFERENCES person (id), -- NULL: nobody (TBD)
	stranger INTEGER REFERENCES person (id), -- rungs 6 and 7: the name as a person of its own
	rung INTEGER NOT NULL,  -- why it is this person, see the manual: 1 me ... 7 as written
	PRIMARY KEY (mention, position)
) STRICT, WITHOUT ROWID;

-- What one or more mentions speak of: the fields of the leading mention, gaps filled by the next.
CREATE TABLE task (
	id INTEGER PRIMARY KEY, -- the lowest id of its mentions
	key TEXT NOT NULL,      -- what people type: the key of its first mention
	lead INTEGER NOT NULL,  -- a mention; no REFERENCES, which would need an index
	text TEXT NOT NULL,
	state INTEGER NOT NULL,
	symbol TEXT,
	priority INTEGER NOT NULL,
	due TEXT,
	due_text TEXT,
	scheduled TEXT,
	start TEXT,
	created TEXT,
	done TEXT,
	cancelled TEXT,
	recurrence TEXT,
	tags TEXT,              -- JSON
	heading TEXT,
	conflicts TEXT,         -- JSON: names of fields in which mentions disagree
	meeting INTEGER NOT NULL,
	meeting_date TEXT,      -- kept here, for it is sorted and filtered by
	project INTEGER
) STRICT;

CREATE TABLE task_owner (
	task INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
	position INTEGER NOT NULL,
	person INTEGER NOT NULL REFERENCES person (id),
	state INTEGER NOT NULL, -- the task's, and when it is due: people are counted by these
	due TEXT,
	PRIMARY KEY (task, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (
	id INTEGER PRIMARY KEY,
	key TEXT NOT NULL,
	lead INTEGER NOT NULL,  -- as that of a task
	text TEXT NOT NULL,
	date TEXT,              -- its own, else the meeting's
	state TEXT NOT NULL,    -- 'active', 'superseded', 'withdrawn' (struck through)
	superseded_by INTEGER,
	topic TEXT,
	meeting INTEGER NOT NULL,
	project INTEGER
) STRICT;

-- Which accounts an item serves: those of the notes that mention it.
CREATE TABLE item_account (
	item INTEGER NOT NULL,
	account INTEGER NOT NULL REFERENCES account (id),
	state INTEGER,          -- the task's, and when it is due; of a decision NULL
	due TEXT,
	PRIMARY KEY (item, account)
) STRICT, WITHOUT ROWID;

-- Why two mentions are one item.
CREATE TABLE link (
	a INTEGER NOT NULL REFERENCES mention (id) ON DELETE CASCADE,
	b INTEGER NOT NULL REFERENCES mention (id) ON DELETE CASCADE,
	reason TEXT NOT NULL,   -- 'id', 'meeting', 'text'
	score REAL,             -- how alike, 0 to 1
	PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;

-- What looks wrong in notes.
CREATE TABLE remark (
	note INTEGER NOT NULL REFERENCES note (id) ON DELETE CASCADE,
	line INTEGER NOT NULL,
	kind TEXT NOT NULL,
	level TEXT NOT NULL,
	message TEXT NOT NULL
) STRICT;

-- Lines of notes below headings such as "Key Information".
CREATE TABLE information (
	id INTEGER PRIMARY KEY, -- of one row with the ids of mentions
	note INTEGER NOT NULL REFERENCES note (id) ON DELETE CASCADE,
	line INTEGER NOT NULL,
	text TEXT NOT NULL
) STRICT;

-- What else a note says, for those who search it.
CREATE TABLE note_text (
	note INTEGER PRIMARY KEY REFERENCES note (id) ON DELETE CASCADE,
	text TEXT NOT NULL      -- as many lines as the note: those that are elsewhere are empty
) STRICT;

-- The words of tasks, decisions and information (row id is theirs) and of notes (row id is the
-- note's with a minus), as search_key has them. What they stand in is not kept twice, so a row is
-- taken out with the words it has.
CREATE VIRTUAL TABLE search USING fts5 (
	text, -- of a note its title
	rest, -- of a note
	content = '',
	tokenize = 'unicode61 remove_diacritics 0'
);

-- The words there are, with the number of rows that have them.
CREATE VIRTUAL TABLE search_word USING fts5vocab (search, row);
