-- One task whole: its columns, where they come from, and what happened to it.
-- include parts/task.sql
WHERE task.id = :id
