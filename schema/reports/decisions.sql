-- decisions, newest first
-- subject: decision
-- table: date state topic text people accounts id
-- sort: -date,meeting,text
-- include parts/decision.sql
WHERE TRUE
