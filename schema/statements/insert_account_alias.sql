-- Another spelling, as configured.
INSERT OR REPLACE INTO account_alias (key, account, name) VALUES (:key, :account, :name)
