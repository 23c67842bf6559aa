-- A series of meetings by key: its first note stands for it.
SELECT min(id) FROM note WHERE series_key = :key AND :key <> '' GROUP BY series_key
