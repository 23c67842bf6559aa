-- open tasks that were due before today, grouped by owner
-- subject: task
-- table: overdue_days priority due text accounts open_since meetings id
-- group: owners
-- sort: due,-priority,meeting,text
-- state: open
-- include parts/task.sql
WHERE task.state < 4 AND task.due < :today
