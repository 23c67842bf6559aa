-- With the keys that notes had, those that they have now.
INSERT OR IGNORE INTO touched_series (key)
SELECT note.series_key FROM affected_note CROSS JOIN note USING (id) WHERE note.series_key <> '';
