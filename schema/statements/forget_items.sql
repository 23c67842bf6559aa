-- The items to be made again.
DELETE FROM item_account WHERE item IN (SELECT id FROM affected_item);
DELETE FROM task WHERE id IN (SELECT id FROM affected_item);
DELETE FROM decision WHERE id IN (SELECT id FROM affected_item);
