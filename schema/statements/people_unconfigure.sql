-- Before the configuration is read again. How notes spell who was configured will be looked at.
INSERT OR IGNORE INTO temp.touched_person (id) SELECT id FROM person WHERE configured;
INSERT OR IGNORE INTO temp.touched_account (id) SELECT id FROM account WHERE configured = 1;
UPDATE person SET configured = 0, kind = coalesce(builtin_kind(key), 'unknown') WHERE configured;
UPDATE account SET configured = 0 WHERE configured = 1;
DELETE FROM person_alias;
DELETE FROM account_alias;
