-- One decision whole: its columns, where they come from, and what happened to it.
-- include parts/decision.sql
WHERE decision.id = :id
