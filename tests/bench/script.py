#!/usr/bin/env python3
"""What one writes oneself in an hour: regular expressions, and SQLite with three indexes.

    script.py NOTES STORE

It knows one way to write a task, no second view of a call, no history, no change of a note.
"""

import os
import re
import sqlite3
import sys

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.S)
HEADING = re.compile(r"^#+\s+(.*)$")
TASK = re.compile(r"^\s*[-*+] \[(.)\] (.*)$")
ITEM = re.compile(r"^\s*[-*+] (.*)$")
DUE = re.compile(r"📅 (\d{4}-\d{2}-\d{2})")
OWNER = re.compile(r"@(\w+(?: [A-Z]\w+)?)")
SCHEMA = """
CREATE TABLE note (id INTEGER PRIMARY KEY, path TEXT, title TEXT, date TEXT, account TEXT);
CREATE TABLE task (note INTEGER, line INTEGER, box TEXT, text TEXT, owner TEXT, due TEXT);
CREATE TABLE decision (note INTEGER, line INTEGER, text TEXT);
CREATE VIRTUAL TABLE search USING fts5(text, content='');
"""
INDEXES = """
CREATE INDEX task_owner ON task (owner, due);
CREATE INDEX task_due ON task (due);
CREATE INDEX note_account ON note (account);
"""


def first(pattern, text):
    found = pattern.search(text)
    return found.group(1) if found else None


def read(number, path, store):
    with open(path, encoding="utf-8", errors="replace") as file:
        text = file.read()
    front = FRONT.match(text)
    try:
        about = yaml.load(front.group(1), LOADER) if front else {}
    except yaml.YAMLError:
        about = {}
    store.execute("INSERT INTO note VALUES (?, ?, ?, ?, ?)", (
        number, path, about.get("title"), str(about.get("date")), about.get("account")))
    heading = ""
    for line, words in enumerate(text.splitlines(), 1):
        heading = first(HEADING, words) or heading
        task, item = TASK.match(words), ITEM.match(words)
        if task:
            store.execute("INSERT INTO task VALUES (?, ?, ?, ?, ?, ?)", (
                number, line, *task.groups(), first(OWNER, words), first(DUE, words)))
        elif item and heading == "Decisions":
            store.execute("INSERT INTO decision VALUES (?, ?, ?)", (number, line, item.group(1)))
        if item:
            store.execute("INSERT INTO search (text) VALUES (?)", (item.group(1),))


def main():
    notes, path = sys.argv[1:]
    if os.path.exists(path):
        os.unlink(path)
    store = sqlite3.connect(path, isolation_level=None)
    store.executescript(SCHEMA)
    store.execute("BEGIN")
    number = 0
    for folder, _, names in os.walk(notes):
        for name in names:
            number += 1
            read(number, os.path.join(folder, name), store)
    store.execute("COMMIT")
    store.executescript(INDEXES)


if __name__ == "__main__":
    main()
