-- What one import keeps in mind.
CREATE TEMP TABLE touched_note (id INTEGER PRIMARY KEY);
CREATE TEMP TABLE touched_meeting (id INTEGER PRIMARY KEY);
CREATE TEMP TABLE touched_item (id INTEGER PRIMARY KEY);
CREATE TEMP TABLE seen_note (id INTEGER PRIMARY KEY);
