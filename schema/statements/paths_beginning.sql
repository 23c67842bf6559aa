-- The notes whose paths begin so, and go on.
SELECT path FROM note WHERE path > :start AND path < :start || x'FF'
