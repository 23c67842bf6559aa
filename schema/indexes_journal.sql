-- Indexes of the journal. In a new store they are made when everything is in it.

CREATE INDEX IF NOT EXISTS journal_event_item ON journal_event (item, kind, field);
CREATE INDEX IF NOT EXISTS journal_event_import ON journal_event (import);
