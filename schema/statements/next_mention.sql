-- The first free id.
SELECT max(coalesce((SELECT max(id) FROM mention), 0),
	coalesce((SELECT max(id) FROM information), 0)) + 1
