-- Whether another mention has this id.
SELECT EXISTS (SELECT 1 FROM mention WHERE key = :key)
