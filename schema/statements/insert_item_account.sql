-- Whom it serves.
INSERT OR IGNORE INTO item_account (item, account, state, due)
VALUES (:item, :account, (SELECT state FROM task WHERE id = :item),
	(SELECT due FROM task WHERE id = :item))
