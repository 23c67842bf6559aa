-- Whom it serves.
INSERT OR IGNORE INTO item_account (item, account) VALUES (:item, :account)
