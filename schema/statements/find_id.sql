-- Items whose id begins so; failing that, items with a mention whose id does. Texts are cut.
WITH found AS (
	SELECT 1 AS kind, id, key, text FROM task WHERE key >= :start AND key < :start || '~'
	UNION ALL
	SELECT 2, id, key, text FROM decision WHERE key >= :start AND key < :start || '~'),
fitting AS (
	SELECT kind, id, key, text FROM found
	UNION ALL
	SELECT DISTINCT kind, item, key, text FROM mention
	WHERE NOT EXISTS (SELECT 1 FROM found) AND key >= :start AND key < :start || '~')
SELECT kind, id, short_id(key), iif(length(text) > 60, substr(text, 1, 59) || char(8230), text)
FROM fitting
