-- The first free id.
SELECT coalesce(max(id), 0) + 1 FROM mention
