-- The account it named: how that is spelled will be looked at again.
INSERT OR IGNORE INTO temp.touched_account (id)
SELECT stated_account FROM note WHERE id = :note AND stated_account IS NOT NULL
