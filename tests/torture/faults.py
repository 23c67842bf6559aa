#!/usr/bin/env python3
"""Whatever the machine refuses is said with its path, and costs nothing that was there (P6).

Every system call on a file fails in turn, in imports and in reports; disks are full or read-only,
descriptors are closed or few.
"""

import json
import os
import re
import shutil
import signal
import subprocess

from box import DOCKET, DOCUMENTED, Box, many, passed, require

ERRORS = {
    "openat": ["EACCES", "EIO", "EMFILE", "EINTR"], "read": ["EIO", "EINTR"],
    "pread64": ["EIO", "EINTR"], "write": ["ENOSPC", "EIO", "EINTR"],
    "pwrite64": ["ENOSPC", "EIO", "EINTR"], "fsync": ["EIO", "ENOSPC"],
    "fdatasync": ["EIO", "ENOSPC"], "rename": ["EIO", "EACCES", "ENOSPC"],
    "renameat2": ["EIO", "EACCES"], "close": ["EIO", "EINTR"], "getdents64": ["EIO", "EACCES"],
    "ftruncate": ["EIO", "ENOSPC"], "newfstatat": ["EIO", "EACCES"], "unlink": ["EIO", "EACCES"],
    "mkdir": ["EACCES", "ENOSPC"], "flock": ["EIO", "EINTR"], "fchown": ["EIO"],
}
MOST = many(4, 1000)
ANSWERS = [("tasks", "--state", "all"), ("decisions",), ("people",), ("check",)]


def answers(box):
    """Rows of some reports, without what the journal says: changes, and the ids that stay.

    A task of two notes has the id from the one that was read when the other could not be.
    """
    texts = []
    for command in ANSWERS:
        rows = json.loads(box.must(*command, "--format", "json"))
        for row in rows:
            for key in ("changes", "slips", "slipped_days", "id", "uid", "depends_on"):
                row.pop(key, None)
        texts.append(rows)
    return texts


def calls_of(box, command):
    """The calls of a command by name, those before main left out: their numbers, from 1."""
    log = os.path.join(box.folder, "log")
    box.run(["strace", "-f", "-qq", "-o", log, "-e", "trace=" + ",".join(ERRORS), *command])
    found, count, ours = {}, {}, False
    with open(log, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            call = re.match(r"\d+ +(\w+)\(", line)
            if not call:
                continue
            ours = ours or not re.search(r"/lib/|/usr/lib|/etc/ld|\(3, \"\\177ELF|close\(3\)|\(3, \"",
                                         line)
            count[call[1]] = count.get(call[1], 0) + 1
            if ours:
                found.setdefault(call[1], []).append(count[call[1]])
    return found


def spread(numbers):
    """At most MOST of them, the first and the last included."""
    if len(numbers) <= MOST:
        return numbers
    return sorted({numbers[i * (len(numbers) - 1) // (MOST - 1)] for i in range(MOST)})


def fail_calls(box, reset, command, check):
    cases = 0
    reset()
    for call, numbers in calls_of(box, command).items():
        for number in spread(numbers):
            for error in ERRORS[call]:
                reset()
                done = box.run(["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}",
                                "-e", f"inject={call}:error={error}:when={number}", *command])
                when = f"{command[1]}: {call} {number} gives {error}"
                require(done.returncode in DOCUMENTED,
                        f"{when}: ended with {done.returncode}, {done.stderr!r}")
                require(done.returncode == 0 or re.search(rb"docket: \S.*: ", done.stderr),
                        f"{when}: ended with {done.returncode}, and said {done.stderr!r}")
                check(done, when)
                cases += 1
    return cases


def fail_imports(box):
    """The store can be asked, and the next import makes what it would have been."""
    command = [DOCKET, "import", "-q", box.notes]
    box.must("import", "-q", box.notes)
    golden = answers(box)

    def check(done, when):
        silent = done.returncode == 0 and not done.stderr
        require(not silent or answers(box) == golden, f"{when}: a silent import is incomplete")
        if os.path.exists(box.store):
            answers(box)
        box.must("import", "-q", box.notes)
        require(answers(box) == golden, f"{when}: imported again, the answers are others")

    cases = fail_calls(box, box.drop_store, command, check)
    with open(os.path.join(box.notes, "new.md"), "w", encoding="utf-8") as file:
        file.write("- [ ] Hang the new lamp over gate four\n")
    box.drop_store()
    os.rename(os.path.join(box.notes, "new.md"), os.path.join(box.folder, "new.md"))
    box.must("import", "-q", box.notes)
    os.rename(os.path.join(box.folder, "new.md"), os.path.join(box.notes, "new.md"))
    box.keep_store()
    box.must("import", "-q", box.notes)
    golden = answers(box)
    return cases + fail_calls(box, box.bring_store, command, check)


def fail_reports(box):
    """A report that cannot be read or written says so, and the store stays as it is."""
    golden = answers(box)
    whole = box.must("tasks", "--format", "csv")
    page = os.path.join(box.folder, "page.csv")

    def reset():
        with open(page, "wb") as file:
            file.write(b"old\n")

    def check(done, when):
        require(answers(box) == golden, f"{when}: the store is another one")
        with open(page, "rb") as file:
            text = file.read()
        require(text in ((whole,) if done.returncode == 0 else (whole, b"old\n")),
                f"{when}: ended with {done.returncode} and left half a file")

    return fail_calls(box, reset, [DOCKET, "tasks", "--format", "csv", "-o", page, "--force"], check)


def fill_output(box):
    """Whatever a command prints, a full disk ends it with the reason."""
    commands = [*box.commands(), ["import"]]
    commands += [["tasks", "--format", form]
                 for form in ("json", "jsonl", "csv", "tsv", "md", "html", "ics")]
    for command in commands:
        with open("/dev/full", "wb") as full:
            done = box.docket(*command, stdout=full)
        require(done.returncode == 1 and b"No space left" in done.stderr,
                f"{command} to a full disk: {done.returncode} {done.stderr!r}")
    return len(commands)


def fill_for_a_moment(box):
    """A page of which one part was not written is a failure, though the rest was."""
    page = os.path.join(box.folder, "moment")
    commands = [command for command in box.writers() if len(box.must(*command)) > 4096]
    for command in commands:
        for words in (command, [*command, "-o", page]):
            done = box.run(["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=write",
                            "-e", "inject=write:error=ENOSPC:when=1", DOCKET, *words])
            require(done.returncode == 1 and done.stderr, f"{words}: a part is lost in silence")
            require(not os.path.exists(page), f"{words}: left half a page")
    require(len(commands) >= 3, "some pages are long")
    return 2 * len(commands)


def stop_writers(box):
    """Who is stopped while a page is written leaves the old page or the new one, and nothing else."""
    folder = os.path.join(box.folder, "stopped")
    os.mkdir(folder)
    page = os.path.join(folder, "page.csv")
    command = [DOCKET, "tasks", "--state", "all", "--format", "csv", "-o", page, "--force"]
    whole = box.must(*command[1:-3])
    cases = 0
    for call, numbers in (("openat", (20, 40)), ("write", (1, 3, 9)), ("fsync", (1,)), ("rename", (1,))):
        for number in numbers:
            for name in ("INT", "TERM", "HUP"):
                with open(page, "wb") as file:
                    file.write(b"old\n")
                done = box.run(["strace", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e",
                                f"inject={call}:signal={name}:when={number}", *command])
                with open(page, "rb") as file:
                    text = file.read()
                when = f"SIG{name} at {call} {number}"
                require(done.returncode in (0, -getattr(signal, "SIG" + name)),
                        f"{when}: ended with {done.returncode}")
                require(os.listdir(folder) == ["page.csv"], f"{when}: left {os.listdir(folder)}")
                require(text in (whole, b"old\n"), f"{when}: left half a page")
                require(call != "write" or (text == b"old\n" and done.returncode < 0),
                        f"{when}: went on, ended with {done.returncode}")
                cases += 1
    return cases


def leave_early(box):
    """A reader who is gone ends a command without a word, and no import."""
    commands = box.commands()
    golden = answers(box)
    for command in [*commands, ["import", "--full", box.notes]]:
        ours, theirs = os.pipe()
        os.close(ours)
        with os.fdopen(theirs, "wb") as pipe:
            done = box.docket(*command, stdout=pipe)
        wanted = 0 if command[:1] == ["import"] else -signal.SIGPIPE
        require(done.returncode == wanted and not done.stderr,
                f"{command} | true: {done.returncode} {done.stderr!r}")
    require(answers(box) == golden, "import | true: the store is another one")
    return len(commands) + 1


def close_descriptors(box):
    """What cannot be printed is a failure, with a word if there is where to say it."""
    golden = answers(box)
    shell = {"<&-": 0, ">&-": 1, "2>&-": 0, "<&- >&- 2>&-": 1}
    commands = [*box.commands(), ["import", box.notes]]
    for command in commands:
        whole = box.must(*command)
        for closed, status in shell.items():
            done = box.run(["sh", "-c", f"exec '{DOCKET}' \"$@\" {closed}", "docket", *command])
            require(done.returncode == status, f"{command} {closed}: ended with {done.returncode}")
            require(bool(done.stderr) == (closed == ">&-"), f"{command} {closed}: {done.stderr!r}")
            wanted = b"" if status else whole
            require(command[:1] == ["import"] or done.stdout == wanted,
                    f"{command} {closed}: printed {done.stdout!r}")
    require(answers(box) == golden, "closed descriptors: the store is another one")
    for limit in (4, 5, 6, 8, 12):
        done = box.run(["sh", "-c", f"ulimit -n {limit}; '{DOCKET}' import --full '{box.notes}'"])
        require(done.returncode in DOCUMENTED or b"shared libraries" in done.stderr,
                f"ulimit -n {limit}: {done.returncode} {done.stderr!r}")
        require(answers(box) == golden, f"ulimit -n {limit}: the store is another one")
    return len(commands) * len(shell) + 5


def forbid(box):
    """A note and a folder that may not be read are named, and what is known of them stays."""
    if os.getuid() != 0:
        return 0  # tests/cli/cases/permission.test does it for others
    nobody = {"user": 65534, "group": 65534, "extra_groups": []}
    program = os.path.join(box.folder, "docket")
    shutil.copy(DOCKET, program)
    box.drop_store()
    os.mkdir(box.state)
    subprocess.run(["chown", "-R", "65534:65534", box.folder], check=True)
    done = box.run([program, "import", "-q", box.notes], **nobody)
    require(done.returncode == 0, f"as nobody: {done.stderr!r}")
    golden = box.run([program, "tasks", "--json"], **nobody).stdout
    hidden = [os.path.join(box.notes, name) for name in ("Daily/2025-10-27.md", "Weekly")]
    for path in hidden:
        os.chmod(path, 0)
    done = box.run([program, "import", "--full", box.notes], **nobody)
    require(done.returncode == 1, f"not readable: ended with {done.returncode}")
    for path in hidden:
        require(re.search(re.escape(path.encode()) + rb":.* Permission denied", done.stderr),
                f"{path}: {done.stderr!r}")
    left = box.run([program, "tasks", "--json"], **nobody).stdout
    require(left == golden, "not readable: the store is another one")
    for path in hidden:
        os.chmod(path, 0o700)
    return len(hidden) + forbid_writing(box, program, nobody)


def forbid_writing(box, program, nobody):
    """Where nothing may be written reports answer, and imports say what they may not write."""
    place = os.path.dirname(box.store)
    golden = box.run([program, "tasks", "--json"], **nobody).stdout
    pages = os.path.join(box.folder, "pages")
    os.mkdir(pages)
    for path, mode in ((box.store, 0o400), (place, 0o500), (pages, 0o500), (place, 0)):
        os.chmod(path, mode)
        done = box.run([program, "import", "--full", box.notes], **nobody)
        require(path == pages or (done.returncode == 1 and path.encode() in done.stderr),
                f"{path} has mode {mode:o}: import {done.returncode} {done.stderr!r}")
        done = box.run([program, "tasks", "--json"], **nobody)
        require(mode == 0 or done.stdout == golden, f"{path} has mode {mode:o}: {done.stderr!r}")
        require(mode != 0 or (done.returncode == 1 and path.encode() in done.stderr),
                f"{path} may not be read: {done.stderr!r}")
        os.chmod(path, 0o700)
    page = os.path.join(pages, "page.csv")
    os.chmod(pages, 0o500)
    done = box.run([program, "tasks", "--format", "csv", "-o", page], **nobody)
    require(done.returncode == 1 and page.encode() in done.stderr, f"-o: {done.stderr!r}")
    return 5


def mount(box, *options):
    place = os.path.join(box.folder, "disk")
    os.makedirs(place, exist_ok=True)
    done = subprocess.run(["mount", *options, place], capture_output=True, check=False)
    return place if done.returncode == 0 else None


def lock_notes(box):
    """Notes on a disk that cannot be written are read as any."""
    golden = answers(box)
    box.drop_store()
    for options in (["--bind", box.notes], ["-o", "remount,bind,ro"]):
        done = subprocess.run(["mount", *options, box.notes], capture_output=True, check=False)
        if done.returncode != 0:
            return 0
    try:
        done = box.docket("import", "-q", box.notes)
        require(done.returncode == 0 and not done.stderr, f"read-only notes: {done.stderr!r}")
        require(answers(box) == golden, "read-only notes: the answers are others")
    finally:
        subprocess.run(["umount", box.notes], check=True)
    return 1


def fill_disks(box):
    """Stores on disks with too little room, and on one that cannot be written."""
    cases = 0
    for size in (16, 64, 128, 256, 384, 512, 640):
        place = mount(box, "-t", "tmpfs", "-o", f"size={size}k", "tmpfs")
        if not place:
            return 0
        try:
            store = os.path.join(place, "docket.db")
            done = box.docket("import", "-q", "--db", store, box.notes)
            require(done.returncode in (0, 1), f"{size} KB: {done.returncode} {done.stderr!r}")
            require(done.returncode == 0 or store.encode() in done.stderr,
                    f"{size} KB: says {done.stderr!r}")
            if os.path.exists(store):
                box.must("tasks", "--db", store)
            subprocess.run(["mount", "-o", "remount,ro", place], check=True)
            done = box.docket("import", "-q", "--full", "--db", store, box.notes)
            require(done.returncode == 1 and store.encode() in done.stderr,
                    f"read-only: {done.returncode} {done.stderr!r}")
            if os.path.exists(store):
                box.must("tasks", "--db", store)
        finally:
            subprocess.run(["umount", place], check=True)
        cases += 2
    return cases


def main():
    with Box() as box:
        imports = fail_imports(box)
        reports = fail_reports(box)
        others = fill_output(box) + fill_for_a_moment(box) + leave_early(box) + close_descriptors(box)
        stopped = stop_writers(box)
        disks = fill_disks(box) + lock_notes(box)
        others += forbid(box)
    require(imports >= 100 and reports >= 20, f"only {imports} and {reports} calls failed")
    passed(f"{imports} calls failed in imports, {reports} in reports; {others} outputs and "
           f"descriptors; {stopped} writers stopped; {disks} disks full or read-only")


main()
