#!/usr/bin/env python3
"""Notes change while they are read: no import ends badly, and the next one sees what they say.

An import is stopped between any two looks at a note or a folder, which then is cut, replaced,
removed or something else altogether; and notes are edited at random while imports run.
"""

import contextlib
import itertools
import json
import os
import random
import re
import shutil
import signal
import subprocess
import threading
import time

from box import DOCKET, DOCUMENTED, Box, many, passed, require

FILE_CALLS = ["newfstatat", "openat", "read", "close"]
FOLDER_CALLS = ["newfstatat", "openat", "getdents64", "close"]
LINES = "".join(f"- [ ] Oil hinge {number} of gate four @Ida Lund\n" for number in range(30))
OLD = "---\ndate: 2025-11-03\n---\n" + LINES
NEW = OLD.replace("Oil", "Wax")


def write(path, text, how="w"):
    with open(path, how, encoding="utf-8") as file:
        file.write(text)


def replace(path, text):
    """As editors do: the whole file in one step."""
    write(path + ".new", text)
    os.rename(path + ".new", path)


def in_place(path, text):
    """Same length, same file, same time of change."""
    before = os.stat(path)
    write(path, text, "r+")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def instead(make):
    def change(path):
        os.unlink(path)
        make(path)
    return change


FILE_CHANGES = {
    "cut to nothing": lambda path: write(path, ""),
    "cut in half": lambda path: os.truncate(path, len(OLD) // 2),
    "written in place": lambda path: in_place(path, NEW),
    "replaced": lambda path: replace(path, NEW),
    "grown": lambda path: write(path, "- [ ] Lock gate five @Ida Lund\n", "a"),
    "removed": os.unlink,
    "renamed": lambda path: os.rename(path, path.replace("call", "talk")),
    "a folder": instead(os.mkdir),
    "a pipe": instead(os.mkfifo),
    "a link to nothing": instead(lambda path: os.symlink("nowhere.md", path)),
    "a link to itself": instead(lambda path: os.symlink(path, path)),
    "a link to another": instead(lambda path: os.symlink("../other.md", path)),
}

FOLDER_CHANGES = {
    "removed": shutil.rmtree,
    "renamed": lambda path: os.rename(path, path + " 2"),
    "a file": lambda path: (shutil.rmtree(path), write(path, OLD)),
}
for target in (".", "..", "../outside", "nowhere", "sub"):
    FOLDER_CHANGES[f"a link to {target}"] = lambda path, target=target: (
        shutil.rmtree(path), os.symlink(target, path))


def make_notes(box):
    """A folder with the note in question, and notes beside it."""
    box.drop_store()
    shutil.rmtree(box.notes, ignore_errors=True)
    os.makedirs(os.path.join(box.notes, "sub"))
    os.makedirs(os.path.join(box.folder, "outside"), exist_ok=True)
    note = os.path.join(box.notes, "sub", "call.md")
    write(note, OLD)
    write(os.path.join(box.notes, "sub", "beside.md"), "- [ ] Sweep the yard @Ravi Menon\n")
    write(os.path.join(box.notes, "other.md"), "- [ ] Mow the lawn @Ida Lund\n")
    write(os.path.join(box.folder, "outside", "far.md"), "- [ ] Paint the fence @Ida Lund\n")
    for number in range(4):
        write(os.path.join(box.notes, f"more {number}.md"), f"- [ ] Call number {number}\n")
    return note


def is_unreadable(path):
    """What is there, it or the folder, is nothing to read: what was known of it stays."""
    while not os.path.lexists(path):
        path = os.path.dirname(path)
    return not os.path.isfile(path) and not os.path.isdir(path)


def listed(box, store, said=b""):
    """What a store says of tasks, without what depends on how it came to be.

    Nor is what an import said that it cannot read, such as a note that two wrote to at once and
    that is full of NULs since.
    """
    tasks = json.loads(box.must("--db", store, "tasks", "-q", "--state", "all", "--json"))
    return {(mention["path"], mention["line"], mention["text"], task["state"])
            for task in tasks for mention in task["mentions"]
            if not is_unreadable(mention["path"])
            and f"docket: {mention['path']}: ".encode() not in said}


def check(box, when, times):
    """The next import makes what a first one would make."""
    for again in range(1, times + 1):
        done = box.docket("import", "-q", "--allow-mass-delete", box.notes)
        require(done.returncode in (0, 1), f"{when}, imported again ({again}): {done.returncode} {done.stderr!r}")
        fresh = os.path.join(box.folder, "fresh.db")
        box.docket("--db", fresh, "import", "-q", box.notes)
        wanted, found = listed(box, fresh), listed(box, box.store, done.stderr)
        os.unlink(fresh)
        require(found == wanted, f"{when}, imported again ({again}): there are {sorted(found - wanted)[:3]} too "
                                 f"many, {sorted(wanted - found)[:3]} are missing")
    box.dump()


def stopped_thread(log, child):
    """The thread that the signal stopped; None: the import ended without."""
    while child.poll() is None:
        with open(log, encoding="utf-8", errors="replace") as file:
            found = re.search(r"^(\d+) .*stopped by SIGSTOP", file.read(), re.MULTILINE)
        if found:
            return int(found[1])
        time.sleep(0.005)
    return None


def stop_and_change(box, path, call, number, change):
    """Whether the import came to that call of this path; its status, and what it said."""
    log = os.path.join(box.folder, "log")
    write(log, "")
    child = subprocess.Popen(
        ["strace", "-f", "-qq", "-o", log, "-P", path, "-e", f"trace={call}",
         "-e", f"inject={call}:signal=STOP:when={number}", DOCKET, "import", "-q", box.notes],
        env=box.env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    thread = stopped_thread(log, child)
    if thread:
        change(path)
    for _ in range(600):
        with contextlib.suppress(ProcessLookupError):
            if thread:  # more than once: strace may not be listening yet
                os.kill(thread, signal.SIGCONT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            said = child.communicate(timeout=0.1)[1]
            return thread is not None, child.returncode, said
    child.kill()
    return True, "no end within a minute", b""


def change_at_calls(box, calls, changes, is_folder):
    """Every change at every call; the notes are known already every other time."""
    tried = 0
    for call, number, name in itertools.product(calls, range(1, 5), changes):
        note = make_notes(box)
        if (tried + number) % 2:
            box.must("import", "-q", box.notes)
            # It is read again, and was not touched just now.
            os.utime(note, (1762160000, 1762160000))
        came, status, said = stop_and_change(box, os.path.dirname(note) if is_folder else note,
                                             call, number, changes[name])
        if not came:
            continue
        when = f"{'folder' if is_folder else 'note'} {name} at {call} {number}"
        require(status in DOCUMENTED, f"{when}: {status} {said!r}")
        far = os.path.exists(box.store) and any("far.md" in row[0] for row in listed(box, box.store))
        require(not far, f"{when}: a link is followed that was a folder a moment ago")
        check(box, when, 1)
        tried += 1
    return tried


def edit_at_random(box, until, random):
    """One of those who edit while imports run."""
    kept = {}
    while time.monotonic() < until:
        folder, _, names = random.choice(list(os.walk(box.notes)))
        names = [name for name in names if name.endswith(".md")]
        path = os.path.join(folder, random.choice(names or ["new.md"]))
        try:
            text = kept.setdefault(path, NEW if random.random() < 0.5 else OLD)
            random.choice([
                lambda: os.truncate(path, random.randrange(len(OLD))),
                lambda: replace(path, text), lambda: in_place(path, text),
                lambda: write(path, text[:random.randrange(len(text))], "a"),
                lambda: os.rename(path, os.path.join(box.notes, f"{random.random()}.md")),
                lambda: os.unlink(path), lambda: write(path, text),
                lambda: os.rename(folder, os.path.join(box.notes, f"{random.random()}")),
            ])()
        except OSError:
            pass


def storm(box, seconds):
    """Imports while several edit; gives how many there were."""
    box.drop_store()
    shutil.rmtree(box.notes)
    shutil.copytree(os.path.join("fixtures", "vault"), box.notes)
    until = time.monotonic() + seconds
    editors = [threading.Thread(target=edit_at_random, args=(box, until, random.Random(seed)))
               for seed in range(3)]
    for editor in editors:
        editor.start()
    imports = 0
    while time.monotonic() < until:
        done = box.docket("import", "-q", "--allow-mass-delete", box.notes)
        require(done.returncode in (0, 1), f"in the storm: {done.returncode} {done.stderr!r}")
        imports += 1
    for editor in editors:
        editor.join()
    check(box, "after the storm", 3)
    return imports


def main():
    with Box(notes=None) as box:
        notes = change_at_calls(box, FILE_CALLS, FILE_CHANGES, is_folder=False)
        folders = change_at_calls(box, FOLDER_CALLS, FOLDER_CHANGES, is_folder=True)
        imports = storm(box, many(10, 300))
    require(notes >= 60 and folders >= 30, f"only {notes} notes and {folders} folders changed")
    require(imports >= 3, f"only {imports} imports in the storm")
    passed(f"{notes} notes and {folders} folders changed under an import; "
           f"{imports} imports while notes are edited")


main()
