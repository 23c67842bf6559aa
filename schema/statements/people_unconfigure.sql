-- Before the configuration is read again.
UPDATE person SET configured = 0, kind = 'unknown' WHERE configured;
UPDATE account SET configured = 0 WHERE configured = 1;
DELETE FROM person_alias;
DELETE FROM account_alias;
