-- open tasks, grouped by owner, most pressing first
-- subject: task
-- table: overdue_days priority due text accounts open_since meetings id
-- group: owners
-- sort: due,-priority,meeting,text
-- state: open
-- include parts/task.sql
WHERE TRUE
