-- A file that was named outright.
SELECT id FROM note WHERE path = :path AND folder IS NULL
