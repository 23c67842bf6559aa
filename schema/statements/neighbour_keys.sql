-- The ids just before and after one, among tasks and decisions.
SELECT
	(SELECT max(key) FROM task WHERE key < :key),
	(SELECT min(key) FROM task WHERE key > :key),
	(SELECT max(key) FROM decision WHERE key < :key),
	(SELECT min(key) FROM decision WHERE key > :key)
