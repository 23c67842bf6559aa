-- Whom it serves.
CREATE TABLE insert_item_account (item, account, state, due);
INSERT OR IGNORE INTO item_account (item, account, state, due)
SELECT item, account, state, due
FROM insert_item_account
