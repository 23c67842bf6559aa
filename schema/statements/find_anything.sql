-- Whether the store can be read at all.
SELECT count(*) FROM setting
