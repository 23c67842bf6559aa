"""What people use instead, where it is installed, with the same notes.

ripgrep shows lines. notmuch gets the notes wrapped as mail, Taskwarrior the tasks that docket found.
mddb (npm) is taken from PATH, or from the folder of node_modules that MDDB names.
"""

import json
import os
import shutil
import sys

from corpus import Job

HERE = os.path.dirname(os.path.abspath(__file__))
SLOW = 2  # rounds
FEW = 1000  # notes; with more, mddb and Taskwarrior take minutes
TASK_LINES = r"^\s*[-*+] \[.\]"
MAIL = """From: Ada Park <ada@example.org>
To: Ada Park <ada@example.org>
Subject: {subject}
Date: Thu, 20 Nov 2025 10:00:00 +0000
Message-ID: <{number}@example.org>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

"""
NOTMUCH = """[database]
path={folder}
[user]
name=Ada Park
primary_email=ada@example.org
[new]
tags=
"""
TASKWARRIOR = "data.location={folder}\nconfirmation=no\nhooks=off\nverbose=nothing\n"


def find(name):
    """Its path; None, and a line that says so once, when it is not installed."""
    path = shutil.which(name)
    if not path and name not in find.told:
        print(f"left out: {name} is not installed", file=sys.stderr)
        find.told.add(name)
    return path


find.told = set()


def find_mddb():
    place = os.environ.get("MDDB")
    return os.path.join(place, ".bin", "mddb") if place else find("mddb")


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def put_mail(notes):
    """Each note as a mail; gives the settings that notmuch finds them by."""
    folder = os.path.join(notes.folder, "mail")
    settings = {"NOTMUCH_CONFIG": os.path.join(notes.folder, "notmuch")}
    if os.path.exists(folder):
        return settings
    write(settings["NOTMUCH_CONFIG"], NOTMUCH.format(folder=folder))
    os.makedirs(os.path.join(folder, "cur"))
    for number, path in enumerate(notes.paths):
        head = MAIL.format(subject=os.path.basename(path)[:-3], number=number)
        with open(path, "rb") as note, open(f"{folder}/cur/{number}", "wb") as mail:
            mail.write(head.encode() + note.read())
    return settings


def put_tasks(notes):
    """What Taskwarrior imports: the tasks of the store as it wants them, and its settings."""
    folder = os.path.join(notes.folder, "tasks")
    settings = {"TASKRC": os.path.join(notes.folder, "taskrc")}
    if not os.path.exists(folder):
        os.makedirs(folder)
        write(settings["TASKRC"], TASKWARRIOR.format(folder=folder))
        notes.run(["task", "import", "-"], env=settings, input=tasks_of(notes))
    return settings


def tasks_of(notes):
    listed = notes.run(notes.docket("tasks", "--state", "all", "--format", "jsonl"))
    tasks = []
    for line in listed.splitlines():
        task = json.loads(line)
        due = (task["due"] or "2025-12-31").replace("-", "") + "T000000Z"
        done = task["state"] in ("done", "cancelled")
        tasks.append({"description": task["text"], "due": due, "tags": task["owners"],
                      "status": "completed" if done else "pending",
                      **({"end": due} if done else {})})
    return json.dumps(tasks).encode()


def first_jobs(notes):
    found = []
    if find("rg"):
        found.append(Job("ripgrep, lines of tasks", ["rg", "-N", TASK_LINES, notes.notes]))
    found.append(Job("a script of 80 lines, Python",
                     [sys.executable, os.path.join(HERE, "script.py"), notes.notes,
                      notes.store + ".script"], rounds=SLOW))
    if find("notmuch"):
        settings = put_mail(notes)
        index = os.path.join(notes.folder, "mail", ".notmuch")
        found.append(Job("notmuch new", ["notmuch", "new"], rounds=SLOW, env=settings,
                         prepare=lambda: shutil.rmtree(index, ignore_errors=True)))
    mddb = find_mddb()
    if mddb:
        found.append(Job("mddb", [mddb, notes.notes], rounds=SLOW, most=FEW))
    return found


def again_jobs(notes):
    found = []
    if find("notmuch"):
        found.append(Job("notmuch new, nothing changed", ["notmuch", "new"], env=put_mail(notes)))
    mddb = find_mddb()
    if mddb:
        found.append(Job("mddb, nothing changed", [mddb, notes.notes], rounds=SLOW, most=FEW))
    return found


def answer_jobs(notes):
    found = []
    if find("rg"):
        found.append(Job("ripgrep, lines of one owner",
                         ["rg", "-N", TASK_LINES + ".*@Piotr Castellanos", notes.notes]))
    if find("notmuch"):
        found.append(Job("notmuch search renewal questionnaire",
                         ["notmuch", "search", "renewal", "questionnaire"], env=put_mail(notes)))
    if find("task") and notes.count <= FEW:
        found.append(Job("task overdue", ["task", "overdue"], env=put_tasks(notes)))
    return found
