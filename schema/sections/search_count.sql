-- how many tasks, decisions, lines of key information and notes have all of these words
-- subject: hit
SELECT count(*) AS "hits:number"
-- include parts/hits.sql
