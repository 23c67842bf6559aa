-- What has all of the words, and passes the filters.
FROM search
WHERE search MATCH :words
-- filters
