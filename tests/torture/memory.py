#!/usr/bin/env python3
"""Memory may run out at any allocation: the store is then the old one or the new one (P5).

Each allocation of an import and of a report fails in turn (SQLite's, libyaml's and cmark's too),
alone and with all that follow. The run ends with a documented status, or says that memory ran out
and aborts.
"""

import os
import signal
import subprocess

from box import DOCKET, DOCUMENTED, Box, build_shim, many, passed, require

MOST = many(100, 10**9)
FIRST = 60  # of them all: what libraries begin with
SAYS = b"out of memory"


def run(box, command, **settings):
    env = dict(box.env)
    box.env.update(settings)
    try:
        return box.run(command)
    finally:
        box.env = env


def fail_all(box, shim, command, reset, answers):
    """Fails each allocation, or the first and some of them; gives how many cases, and how many
    aborted."""
    log = os.path.join(box.folder, "count")
    reset()
    run(box, command, LD_PRELOAD=shim, DOCKET_COUNT=log)
    with open(log, encoding="ascii") as file:
        total = int(file.read())
    cases = aborted = 0
    numbers = {*range(1, min(total, FIRST) + 1), *range(1, total + 1, max(1, total // MOST))}
    for number in sorted(numbers):
        for more in ({}, {"DOCKET_FAIL_ON": "1"}):
            reset()
            done = run(box, command, LD_PRELOAD=shim, DOCKET_FAIL_AT=str(number), **more)
            when = f"{command[1]}: allocation {number} of {total} fails"
            told = done.returncode == -signal.SIGABRT and SAYS in done.stderr.lower()
            require(told or done.returncode in DOCUMENTED,
                    f"{when}: ended with {done.returncode}, {done.stderr!r}")
            require(done.returncode == 0 or done.stderr, f"{when}: failed in silence")
            aborted += told
            cases += 1
            answers(done, when)
    return cases, aborted


def main():
    shim = build_shim("memory")
    with Box("fixtures/vault") as box:
        subprocess.run(["rm", "-r", *(os.path.join(box.notes, name)
                                      for name in ("People", "Weekly", "Inbox"))], check=True)
        box.must("import", "-q", box.notes)
        before = box.dump()
        box.keep_store()
        with open(os.path.join(box.notes, "new.md"), "w", encoding="utf-8") as file:
            file.write("---\ntitle: [Lamp\n---\n- [ ] Hang the lamp by Friday\n")
        box.must("import", "-q", box.notes)
        after = box.dump()
        tasks = box.must("tasks", "--format", "json")

        def check_import(done, when):
            left = box.dump()
            require(left == after or (left == before and done.returncode != 0),
                    f"{when}: ended with {done.returncode}, the store is neither old nor new")

        def check_report(done, when):
            require(done.returncode != 0 or done.stdout == tasks, f"{when}: half a report")

        imports = fail_all(box, shim, [DOCKET, "import", "-q", box.notes], box.bring_store,
                           check_import)
        box.must("import", "-q", box.notes)
        reports = fail_all(box, shim, [DOCKET, "tasks", "--format", "json"], lambda: None,
                           check_report)
    cases, aborted = imports[0] + reports[0], imports[1] + reports[1]
    require(cases >= 100 and aborted > 0, f"only {cases} allocations failed")
    passed(f"{cases} allocations failed, {aborted} runs said so and aborted")


main()
