"""What the torture tests share: a box with notes, a store and a home, and docket run in it.

    with Box() as box:
        box.docket("import", "-q", box.notes)
        golden = box.dump()
"""

import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.path.join(ROOT, os.environ.get("BUILD", "build"))
DOCKET = os.path.join(BUILD, "docket")
LONG = os.environ.get("TORTURE") == "long"

# A shell has what it starts in the background ignore them, and so has nohup.
for stop in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP, signal.SIGTERM):
    if signal.getsignal(stop) == signal.SIG_IGN:
        signal.signal(stop, signal.SIG_DFL)

# What the manual says an import or a report may end with.
DOCUMENTED = {0, 1, 2, 3, 4, 5, 130}

REPORTS = ["tasks", "overdue", "decisions", "people", "accounts", "meetings", "triage"]

# Words for the commands that want some; a command that is not here is run without.
WORDS = {
    "show": lambda box: [json.loads(box.must("tasks", "--json"))[0]["id"]],
    "search": lambda box: ["gate"],
    "brief": lambda box: ["Northwind"],
    "query": lambda box: ["-e", "not done"],
    "parse": lambda box: [os.path.join(box.notes, "Daily", "2025-10-27.md")],
    "sql": lambda box: ["SELECT text FROM tasks"],
    "completion": lambda box: ["bash"],
}


def many(short, long):
    """How often, in the short and in the long form."""
    return long if LONG else short


def build_shim(name):
    """Builds the C file of this name here, for LD_PRELOAD."""
    shim = os.path.join(BUILD, "tests", name + ".so")
    os.makedirs(os.path.dirname(shim), exist_ok=True)
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-fno-builtin", "-o", shim,
                    os.path.join(ROOT, "tests", "torture", name + ".c")], check=True)
    return shim


class Box:
    """A folder in memory, where there is such a place; gone at the end."""

    def __init__(self, notes="fixtures/vault"):
        self.folder = tempfile.mkdtemp(
            prefix="docket-", dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None)
        self.notes = os.path.join(self.folder, "notes")
        self.state = os.path.join(self.folder, "state")
        self.store = os.path.join(self.state, "docket", "docket.db")
        self.env = {
            "PATH": os.environ["PATH"], "HOME": self.folder, "XDG_STATE_HOME": self.state,
            "XDG_CONFIG_HOME": os.path.join(self.folder, "config"), "TZ": "UTC",
            "LC_ALL": "C.UTF-8", "DOCKET_TODAY": "2025-11-10",
        }
        if notes:
            shutil.copytree(os.path.join(ROOT, notes), self.notes)
        else:
            os.mkdir(self.notes)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        subprocess.run(["chmod", "-R", "u+rwX", self.folder], check=False)
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, command, **options):
        """Runs any command in the box; what it prints is bytes."""
        options.setdefault("stdin", subprocess.DEVNULL)
        options.setdefault("stdout", subprocess.PIPE)
        options.setdefault("stderr", subprocess.PIPE)
        options.setdefault("timeout", 120)
        return subprocess.run(command, env=self.env, cwd=self.folder, check=False, **options)

    def docket(self, *arguments, **options):
        return self.run([DOCKET, *arguments], **options)

    def must(self, *arguments):
        """What docket prints, when it has to succeed."""
        done = self.docket(*arguments)
        require(done.returncode == 0, f"docket {' '.join(arguments)}: {done.stderr!r}")
        return done.stdout

    def commands(self):
        """All commands but import that `docket help` lists, each as words that make it print."""
        listed = re.split("\nReports\n|\nOptions", self.must("help").decode())[1]
        names = re.findall(r"^  ([a-z]+) {2,}\S", listed, re.MULTILINE)
        require(len(names) >= 19 and set(WORDS) < set(names), f"help lists {names}")
        commands = [[]] + [[name, *WORDS.get(name, lambda box: [])(self)]
                           for name in names if name != "import"]
        for command in commands:
            require(self.must(*command), f"{command} prints; see WORDS in box.py")
        return commands

    def writers(self):
        """Those of them that take -o."""
        return [command for command in self.commands()
                if command and b"--output" in self.must("help", command[0])]

    def drop_store(self):
        shutil.rmtree(self.state, ignore_errors=True)

    def keep_store(self):
        """Sets the store aside; bring_store brings it back."""
        shutil.rmtree(self.state + ".kept", ignore_errors=True)
        shutil.copytree(self.state, self.state + ".kept")

    def bring_store(self):
        self.drop_store()
        shutil.copytree(self.state + ".kept", self.state)

    def dump(self):
        """Every row of every table, without the times of imports and of looking at files."""
        connection = sqlite3.connect(self.store)
        require(connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok", "integrity")
        require(not connection.execute("PRAGMA foreign_key_check").fetchall(), "foreign keys")
        rows = []
        tables = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1").fetchall()
        for (table,) in tables:
            if table == "journal_import" or table.startswith(("sqlite_", "search_")):
                continue
            columns = [column[1] for column in connection.execute(f"PRAGMA table_info('{table}')")
                       if not column[1].endswith(("_at", "stamp"))]
            wanted = ", ".join(f'"{column}"' for column in columns)
            rows += sorted(f"{table} {row!r}" for row in
                           connection.execute(f"SELECT {wanted} FROM '{table}'"))
        connection.close()
        return rows


def require(holds, what):
    if not holds:
        print(f"FAIL {os.path.basename(sys.argv[0])}: {what}")
        sys.exit(1)


def same(actual, golden, when):
    """Two dumps are equal; else the first lines in which they differ are told."""
    if actual != golden:
        more = [row for row in actual if row not in set(golden)][:3]
        less = [row for row in golden if row not in set(actual)][:3]
        require(False, f"{when}: the store is another one\n  + {more}\n  - {less}")


def passed(text):
    print(f"ok   torture {os.path.basename(sys.argv[0])[:-3]}: {text}", flush=True)
