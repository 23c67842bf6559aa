#!/usr/bin/env python3
"""Stores that are damaged, foreign, busy or no files at all.

A report on them answers, or ends with a documented status and a message; never with a crash, and
what is not ours is left as it is. Twenty imports at once make one store.
"""

import os
import random
import shutil
import sqlite3
import subprocess

from box import DOCKET, DOCUMENTED, REPORTS, Box, many, passed, require, same


def ask(box, when, reports=("tasks", "people", "check")):
    """Asks a store that may be anything; gives the statuses."""
    statuses = []
    for report in reports:
        done = box.docket(report, "--format", "json", timeout=10)
        require(done.returncode in DOCUMENTED, f"{when}: {report} ended with {done.returncode}")
        require(done.returncode == 0 or done.stderr, f"{when}: {report} failed in silence")
        statuses.append(done.returncode)
    return statuses


def read(path):
    with open(path, "rb") as file:
        return file.read()


def write(path, content):
    with open(path, "wb") as file:
        file.write(content)


def flip_bits(box, times):
    whole = read(box.store)
    refused = 0
    for number in range(times):
        damaged = bytearray(whole)
        at = random.randrange(len(whole) * 8)
        damaged[at // 8] ^= 1 << at % 8
        write(box.store, damaged)
        refused += any(ask(box, f"bit {at} flipped", ("tasks", REPORTS[number % 7])))
    for size in [0, 1, 15, 16, 99, 100, 512, 4095, 4096, 4097] + [
            random.randrange(len(whole)) for _ in range(times // 10)]:
        write(box.store, whole[:size])
        ask(box, f"cut to {size} bytes", ("tasks",))
    write(box.store, whole)
    return refused


def refuse_others(box):
    """What is no store of ours is named and left alone."""
    whole = read(box.store)
    cases = 0
    os.unlink(box.store)
    connection = sqlite3.connect(box.store)
    connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()
    foreign = read(box.store)
    for content, name in ((foreign, "foreign SQLite"), (b"hello\n" * 1000, "text"),
                          (os.urandom(8192), "noise"), (b"SQLite format 3\0", "a header")):
        write(box.store, content)
        for command in (["tasks"], ["import", box.notes]):
            done = box.docket(*command, timeout=10)
            require(done.returncode == 1 and box.store.encode() in done.stderr,
                    f"{name}: {command[0]} {done.returncode} {done.stderr!r}")
            require(read(box.store) == content, f"{name}: {command[0]} changed it")
            cases += 1
    for version in (0, 2**31 - 1):
        write(box.store, whole)
        connection = sqlite3.connect(box.store)
        connection.execute(f"PRAGMA user_version = {version}")
        connection.close()
        require(any(ask(box, f"version {version}", ("tasks",))), f"version {version} is read")
        cases += 1
    write(box.store, whole)
    return cases


def refuse_no_files(box):
    kept = read(box.store)
    os.unlink(box.store)
    makers = {
        "a FIFO": lambda path: os.mkfifo(path),
        "a folder": lambda path: os.mkdir(path),
        "a dangling link": lambda path: os.symlink("/nowhere/docket.db", path),
        "a link to a device": lambda path: os.symlink("/dev/zero", path),
        "a loop": lambda path: os.symlink(path, path),
    }
    for name, make in makers.items():
        make(box.store)
        for command in (["tasks"], ["import", box.notes]):
            done = box.docket(*command, timeout=10)
            require(done.returncode == 1 and done.stderr,
                    f"{name}: {command[0]} {done.returncode} {done.stderr!r}")
        require(os.path.lexists(box.store), f"{name} is gone")
        (os.rmdir if os.path.isdir(box.store) else os.unlink)(box.store)
    for device in ("/dev/null", "/dev/zero", "/dev/full"):
        done = box.docket("tasks", "--db", device, timeout=10)
        require(done.returncode == 1 and device.encode() in done.stderr, f"{device} is read")
    write(box.store, kept)
    return 2 * len(makers) + 3


def at_once(box, golden):
    """Twenty first imports, with readers beside them."""
    box.drop_store()
    quiet = {"env": box.env, "stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
    imports = [subprocess.Popen([DOCKET, "import", "-q", box.notes], **quiet) for _ in range(20)]
    reads = 0
    while any(child.poll() is None for child in imports):
        done = box.docket("tasks", "--format", "csv")
        require(done.returncode in (0, 1), f"a reader beside imports: {done.stderr!r}")
        reads += 1
    busy = 0
    for child in imports:
        message = child.communicate()[1]
        require(child.returncode in (0, 1), f"one of twenty ended with {child.returncode}")
        require(child.returncode == 0 or b"another docket" in message, f"says {message!r}")
        busy += child.returncode
    require(busy < 20, "none of twenty imports was done")
    same(box.dump(), golden, "twenty imports at once")
    return 20 - busy, reads


def leave_log(box, golden):
    """A store whose last changes are still in its log, in a folder that may be read-only."""
    kept = box.must("tasks", "--format", "csv")
    connection = sqlite3.connect(box.store)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA user_version = user_version")
    connection.execute("CREATE TABLE scratch (a)")
    connection.execute("DROP TABLE scratch")
    for suffix in ("", "-wal", "-shm"):
        shutil.copy(box.store + suffix, os.path.join(box.folder, "copy" + suffix))
    connection.close()
    for suffix in ("", "-wal", "-shm"):
        shutil.copy(os.path.join(box.folder, "copy" + suffix), box.store + suffix)
    require(box.must("tasks", "--format", "csv") == kept, "a log beside the store is lost")
    box.must("import", "-q", box.notes)
    same(box.dump(), golden, "an import after a log was left")


def main():
    random.seed(2025)
    with Box() as box:
        box.must("import", "-q", box.notes)
        golden = box.dump()
        box.drop_store()
        box.must("import", "-q", box.notes)
        same(box.dump(), golden, "a store that was deleted and made again")
        times = many(150, 2000)
        refused = flip_bits(box, times)
        others = refuse_others(box) + refuse_no_files(box)
        leave_log(box, golden)
        done, reads = at_once(box, golden)
    passed(f"{times} bits flipped, {refused} of them noticed; {others} files that are no store; "
           f"20 imports at once, {done} done, {reads} reports beside them")


main()
