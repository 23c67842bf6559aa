-- The items that the affected mentions speak of now.
INSERT OR IGNORE INTO affected_item (id)
SELECT mention.item FROM affected_mention CROSS JOIN mention USING (id);
