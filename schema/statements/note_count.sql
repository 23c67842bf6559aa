-- How many notes there are.
SELECT count(*) FROM note
