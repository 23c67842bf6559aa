-- The items to be made again.
INSERT OR IGNORE INTO affected_item (id)
SELECT mention.item FROM affected_mention JOIN mention USING (id);
DELETE FROM item_account WHERE item IN (SELECT id FROM affected_item);
DELETE FROM task WHERE id IN (SELECT id FROM affected_item);
DELETE FROM decision WHERE id IN (SELECT id FROM affected_item);
