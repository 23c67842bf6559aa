-- The journal: what changed when. Append-only, never rewritten, and kept when the store is built
-- anew, for it is the one thing here that the notes cannot tell.

-- One row per import that changed something.
CREATE TABLE journal_import (
	id INTEGER PRIMARY KEY,
	at TEXT NOT NULL -- UTC, 'YYYY-MM-DDTHH:MM:SSZ'
) STRICT;

-- What happened to one task or decision.
CREATE TABLE journal_event (
	id INTEGER PRIMARY KEY,
	import INTEGER NOT NULL REFERENCES journal_import (id),
	kind TEXT NOT NULL,      -- 'new', 'changed', 'finished', 'reopened', 'gone'
	item_kind TEXT NOT NULL, -- 'task' or 'decision'
	item TEXT NOT NULL,      -- its key
	text TEXT,               -- what it said then; not of 'new', which can be asked for
	field TEXT,              -- 'changed', 'finished', 'reopened': which
	old TEXT,                -- its value before; of 'gone': JSON, who owned it
	new TEXT,                -- its value after; of 'gone': JSON, which accounts it served
	path TEXT,               -- the leading mention's; not of 'new'
	line INTEGER
) STRICT;
