#!/usr/bin/env python3
"""Import may be killed anywhere: the next one makes the store that it would have made (P3).

Killed are first imports and later ones, at every system call that changes a file, and at random
moments. What a killed import leaves is the old store, the new one or none, and never a half.
"""

import os
import random
import re
import signal
import subprocess
import time

from box import DOCKET, Box, many, passed, require, same

CHANGES = ["fsync", "fdatasync", "rename", "renameat", "renameat2", "unlink", "ftruncate",
           "fchown", "mkdir", "flock", "pwrite64", "write", "openat"]
ENDS = ["fsync", "fdatasync", "rename", "renameat", "renameat2", "unlink", "ftruncate"]
MOST = many(12, 100000)  # points of one call, spread evenly


class Import:
    """An import of the notes in a box, from a store as it was before."""

    def __init__(self, box, name, known):
        self.box, self.name = box, name
        self.before = box.dump() if known else None
        if known:
            box.keep_store()
        box.must("import", "-q", box.notes)
        self.after = box.dump()

    def reset(self):
        self.box.drop_store()
        if self.before is not None:
            self.box.bring_store()

    def check(self, when):
        """The store is old or new and can be asked; the next import makes it new."""
        if self.before is not None or os.path.exists(self.box.store):
            self.box.must("tasks", "--format", "csv")
            left = self.box.dump()
            if left != self.before:
                same(left, self.after, f"{self.name}, {when}")
        self.box.must("import", "-q", self.box.notes)
        same(self.box.dump(), self.after, f"{self.name}, {when}, imported again")


def counts(case):
    """How often each call that changes something is made."""
    case.reset()
    log = os.path.join(case.box.folder, "log")
    case.box.run(["strace", "-f", "-qq", "-o", log, "-e", "trace=" + ",".join(CHANGES),
                  DOCKET, "import", "-q", case.box.notes])
    found = {}
    with open(log, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            call = re.match(r"\d+ +(\w+)\(", line)
            if call:
                found[call[1]] = found.get(call[1], 0) + 1
    return found


def kill_at_calls(case):
    points = ends = 0
    for call, count in counts(case).items():
        step = 1 if call in ENDS else max(1, count // MOST)
        for number in range(1, count + 1, step):
            case.reset()
            done = case.box.run(["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}",
                                 "-e", f"inject={call}:signal=KILL:when={number}",
                                 DOCKET, "import", "-q", case.box.notes])
            if done.returncode == 0:
                continue
            points += 1
            ends += call in ENDS
            case.check(f"killed at {call} {number}")
    return points, ends


def kill_at_random(case, times):
    case.reset()
    begun = time.monotonic()
    case.box.must("import", "-q", case.box.notes)
    lasts = time.monotonic() - begun
    killed = 0
    for number in range(times):
        case.reset()
        child = subprocess.Popen([DOCKET, "import", "-q", case.box.notes], env=case.box.env,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(random.uniform(0, lasts))
        child.send_signal(signal.SIGKILL)
        killed += child.wait() == -signal.SIGKILL
        case.check(f"random kill {number}")
    return killed


def stop_at_random(case, times):
    """A first signal ends an import with 130 and a word; a second one at once."""
    case.reset()
    begun = time.monotonic()
    case.box.must("import", "-q", case.box.notes)
    lasts = time.monotonic() - begun
    stopped = 0
    for number in range(times):
        case.reset()
        sent = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)[number % 3]
        child = subprocess.Popen([DOCKET, "import", "-q", case.box.notes], env=case.box.env,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        time.sleep(random.uniform(0, lasts))
        child.send_signal(sent)
        if number % 2:
            child.send_signal(sent)
        said = child.communicate()[1]
        when = f"{sent.name} {number}"
        require(child.returncode in (0, 130, -sent), f"{when}: ended with {child.returncode}")
        require(child.returncode != 130 or b"stopped after" in said, f"{when}: said {said!r}")
        stopped += child.returncode != 0
        case.check(when)
    return stopped


def syncs(box, *command):
    """What a command asks to be on the disk, and what it puts in the place of something else."""
    log = os.path.join(box.folder, "log")
    box.run(["strace", "-f", "-qq", "-yy", "-o", log, "-e",
             "trace=fsync,fdatasync,rename,renameat,renameat2", DOCKET, *command])
    with open(log, encoding="utf-8", errors="replace") as file:
        return file.read()


def check_syncs(box):
    """The power cannot be cut here; that what this would lose is on the disk in time can be seen."""
    page = os.path.join(box.folder, "page.csv")
    place = re.escape(os.path.dirname(box.store))
    box.drop_store()
    first = syncs(box, "import", "-q", box.notes)
    change_notes(box)
    orders = {
        "a new store": (first, rf"fsync\(\d+<{place}/docket\.db\.building>\).*rename\(.*"
                               rf"fsync\(\d+<{place}>\)"),
        "a changed store": (syncs(box, "import", "-q", box.notes),
                            rf"sync\(\d+<{place}/docket\.db-wal>\).*"
                            rf"sync\(\d+<{place}/docket\.db>\)"),
        # It has no name until then, where the file system can do so.
        "a page": (syncs(box, "tasks", "-o", page),
                   rf"fsync\(\d+<({re.escape(page)}\S*|{re.escape(box.folder)}/#\d+)>.*rename\("),
    }
    for name, (calls, order) in orders.items():
        require(re.search(order, calls, re.DOTALL), f"{name} is not on the disk in time: {calls}")
    return len(orders)


def change_notes(box):
    """Some notes change, one is new and some are gone."""
    changed = 0
    for folder, _, names in sorted(os.walk(box.notes)):
        for name in sorted(names):
            path = os.path.join(folder, name)
            if name.endswith(".md") and folder.endswith("Daily"):
                os.unlink(path)
            elif name.endswith(".md"):
                with open(path, "rb") as file:
                    text = file.read()
                with open(path, "wb") as file:
                    file.write(text.replace(b"- [ ] ", b"- [x] "))
                changed += 1
    require(changed > 10, "notes change")
    with open(os.path.join(box.notes, "new.md"), "w", encoding="utf-8") as file:
        file.write("- [ ] Hang the new lamp over gate four\n")


def main():
    random.seed(2025)
    points = ends = killed = stopped = 0
    times = many(30, 250)
    with Box() as box:
        for name in ("first import", "later import"):
            case = Import(box, name, known=name == "later import")
            more, last = kill_at_calls(case)
            points, ends = points + more, ends + last
            killed += kill_at_random(case, times)
            stopped += stop_at_random(case, times)
            case.reset()
            if name == "first import":
                box.must("import", "-q", box.notes)
                change_notes(box)
    with Box() as box:
        synced = check_syncs(box)
    require(points >= 40 and ends >= 8, f"only {points} points were tried, {ends} of them ends")
    require(killed >= times // 2, f"only {killed} imports were killed at random")
    require(stopped >= times // 2, f"only {stopped} imports were stopped")
    passed(f"{points} points, {ends} of them where files change; "
           f"{killed} of {2 * times} killed at random, {stopped} stopped "
           f"by signals; 0 stores differ; {synced} files on the disk in time")


main()
