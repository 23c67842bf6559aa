-- A key as people type it.
SELECT short_id(:key)
