-- Whether anything has the word.
SELECT EXISTS (SELECT 1 FROM search WHERE search MATCH :words)
