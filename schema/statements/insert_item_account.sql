-- Whom it serves.
INSERT OR IGNORE INTO item_account (item, account, state, due)
VALUES (:item, :account, :state, :due)
