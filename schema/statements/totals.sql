-- What the store holds, for the summary of an import.
SELECT tasks, task_mentions, decisions, decision_mentions, people, accounts, remarks FROM total
