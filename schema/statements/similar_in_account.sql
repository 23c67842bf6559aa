-- Open tasks that serve accounts, account by account.
SELECT item_account.account, task.id, task.meeting, task.text
FROM item_account CROSS JOIN task ON task.id = item_account.item AND task.state < 4
ORDER BY item_account.account
