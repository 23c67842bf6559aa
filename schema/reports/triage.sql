-- proposed tasks that nobody has accepted yet, oldest first
-- subject: task
-- table: meeting owners due text accounts id
-- sort: meeting,due,text
-- state: proposed
-- include parts/task.sql
WHERE task.state = 1
