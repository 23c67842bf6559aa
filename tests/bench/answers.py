"""Jobs that answer from what was imported; the floor opens the store and reads one row."""

import os

import peers
from corpus import Job, built

OPEN = "a C program that opens the store"
OWNER = "Piotr Castellanos"
ACCOUNT = "Cobalt Instruments"
OFTEN = 10
OVERDUE = f"""
SELECT task_key, due, priority, text FROM task_owners JOIN tasks ON tasks.id = task_id
WHERE owner = '{OWNER}' AND NOT finished AND due < '2025-11-20' ORDER BY due"""
BLOCK = """
```tasks
not done
due before today
sort by priority
limit 20
```
"""
BROAD = """
not done
sort by due
group by priority
limit groups 5
"""


def jobs(notes):
    block = os.path.join(notes.folder, "Monday.md")
    with open(block, "w", encoding="utf-8") as file:
        file.write(BLOCK)

    def docket(*words, times=OFTEN):
        shown = ["NOTE" if word == block else f"'{word}'" if " " in word else word
                 for word in words]
        return Job(f"**docket {' '.join(shown)}**", notes.docket(*words), times=times)

    return [
        Job(OPEN, [built("floor"), "open", notes.store], times=OFTEN),
        Job("sqlite3, one row", ["sqlite3", notes.store, "SELECT 1 FROM note LIMIT 1"],
            times=OFTEN),
        Job("sqlite3, overdue of one owner", ["sqlite3", notes.store, OVERDUE], times=OFTEN),
        docket("overdue", "--owner", OWNER),
        docket("overdue", "--limit", "20"),
        docket("overdue", times=1),
        docket("overdue", "--format", "jsonl", times=1),
        docket("decisions", "--account", ACCOUNT),
        docket("brief", ACCOUNT),
        docket("search", "renewal questionnaire"),
        docket("search", "the"),
        docket("query", block),
        Job("**docket query**, all open tasks in groups", notes.docket("query", "-e", BROAD),
            times=1),
        docket("report", times=1),
        *peers.answer_jobs(notes),
    ]
