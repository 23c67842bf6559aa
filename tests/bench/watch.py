"""How soon a saved note is in the store, and what a long watch costs in memory."""

import json
import os
import statistics
import subprocess
import time

SAVES = int(os.environ.get("SAVES", "200"))
WARM = 20  # saves before memory is looked at


def resident(process):
    """KB of memory in use."""
    with open(f"/proc/{process.pid}/status", encoding="ascii") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmRSS"))


def save(path, number):
    """As editors do: a new file that takes the place of the old one."""
    with open(path + ".new", "w", encoding="utf-8") as file:
        file.write(f"# Watched\n\n- [ ] Count the {number} chairs @Myself 📅 2025-12-01\n")
    os.replace(path + ".new", path)


def await_event(process, path):
    for line in process.stdout:
        event = json.loads(line)
        if event.get("path") == path:
            return
    raise RuntimeError("docket import --watch ended")


def measure(notes):
    """A line that says both."""
    path = os.path.join(notes.notes, "Watched.md")
    command = notes.docket("import", "--watch", "-q", "--format", "jsonl")
    process = subprocess.Popen(command, env=notes.env, stdout=subprocess.PIPE, text=True)
    try:
        save(path, 0)
        await_event(process, path)
        spent, before = [], 0
        for number in range(1, SAVES + WARM):
            begin = time.monotonic()
            save(path, number)
            await_event(process, path)
            spent.append((time.monotonic() - begin) * 1000)
            if number == WARM:
                before = resident(process)
        after = resident(process)
    finally:
        process.terminate()
        process.wait()
    return (f"import --watch, {notes.count:,} notes: a saved note is in the store after "
            f"{statistics.median(spent):.0f} ms ({min(spent):.0f}-{max(spent):.0f}); "
            f"{SAVES} saves took {after - before:+d} KB of {after / 1024:.0f} MB.")
