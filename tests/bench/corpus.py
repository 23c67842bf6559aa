"""Folders of notes to measure with, the store they are imported into, and what is run there."""

import os
import shutil
import subprocess
import time
from dataclasses import dataclass, field
from typing import Callable

BUILD = os.path.abspath(os.environ.get("BUILD", "build"))
LONG_AGO = 1735689600  # 2025-01-01
UNTOUCHED = 2.5  # seconds; a note that has just been written or touched is read again


def built(name):
    return os.path.join(BUILD, name)


@dataclass
class Job:
    """Something to measure. The same name with other numbers of notes is one line of a table."""

    name: str
    command: list
    prepare: Callable = lambda: None
    times: int = 1         # runs of a round, for what takes no time
    rounds: int = 10**9    # fewer rounds for what takes long
    most: int = 10**9      # notes; not run with more
    env: dict = field(default_factory=dict)


class Corpus:
    """Generated notes, the same ones for the same count."""

    def __init__(self, folder, count):
        self.folder = folder
        self.count = count
        self.notes = os.path.join(folder, "notes")
        self.store = os.path.join(folder, "docket.db")
        self.env = {
            "PATH": os.environ["PATH"], "HOME": folder, "TZ": "UTC", "LC_ALL": "C.UTF-8",
            "DOCKET_CONFIG": "/dev/null", "DOCKET_TODAY": "2025-11-20",
        }
        os.makedirs(folder)
        subprocess.run([built("generate"), self.notes, str(count), "1"], check=True)
        self.paths = sorted(os.path.join(place, name)
                            for place, _, names in os.walk(self.notes) for name in names)
        for path in self.paths:
            os.utime(path, (LONG_AGO, LONG_AGO))
        time.sleep(UNTOUCHED)

    def docket(self, *words):
        return [built("docket"), "--db", self.store, *words]

    def run(self, command, env=None, **options):
        """What it prints."""
        return subprocess.run(command, env={**self.env, **(env or {})}, check=True,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, **options).stdout

    def drop_store(self):
        for end in ("", "-wal", "-shm"):
            if os.path.exists(self.store + end):
                os.unlink(self.store + end)

    def change_a_note(self):
        """Adds a task to a note, another one each time."""
        path = self.paths.pop()
        with open(path, "a", encoding="utf-8") as file:
            file.write("\n- [ ] Count the chairs @Myself\n")

    def remove(self):
        shutil.rmtree(self.folder)
