-- how many tasks, decisions and notes have all of these words
-- subject: hit
SELECT count(*) AS "hits:number"
-- include parts/hits.sql
