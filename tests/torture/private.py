#!/usr/bin/env python3
"""What is private stays so: nobody else may read what docket makes (P10), reports write nothing
(P11), no socket is ever opened, and the language of the machine changes no answer.
"""

import os
import re
import stat
import subprocess

from box import BUILD, DOCKET, ROOT, Box, passed, require

def check_modes(box):
    """Files are 0600 and folders 0700, whatever the umask, also while an import runs."""
    seen = set()
    for mask in ("000", "022", "077"):
        box.drop_store()
        masked = ["sh", "-c", f"umask {mask}; exec '{DOCKET}' \"$@\"", "docket"]
        require(box.run([*masked, "import", "-q", box.notes]).returncode == 0, f"umask {mask}")
        pages = os.path.join(box.folder, "pages" + mask)
        os.mkdir(pages)
        for command in box.writers():
            page = os.path.join(pages, command[0])
            done = box.run([*masked, *command, "-o", page])
            require(done.returncode == 0, f"umask {mask}: {command}: {done.stderr!r}")
        split = os.path.join(pages, "split")
        box.run([*masked, "tasks", "--format", "md", "--split-by", "owner", "-o", split])
        require(len(os.listdir(pages)) >= 15 and os.listdir(split), f"umask {mask}: pages")
        log = os.path.join(box.folder, "log")
        box.run(["sh", "-c", f"umask {mask}; strace -f -qq -o '{log}' -e trace=openat,mkdir "
                             f"'{DOCKET}' import -q --full '{box.notes}'"])
        with open(log, encoding="utf-8", errors="replace") as lines:
            for line in lines:
                made = re.search(r"O_CREAT.*, 0(\d+)\)", line)
                require(not made or made[1] == "600", f"umask {mask}: {line.strip()}")
        for folder, _, names in [*os.walk(box.state), *os.walk(pages)]:
            for path in [folder] + [os.path.join(folder, name) for name in names]:
                seen.add(path)
                mode = stat.S_IMODE(os.stat(path).st_mode)
                wanted = 0o700 if os.path.isdir(path) else 0o600
                require(path in (box.state, pages) or mode == wanted, f"umask {mask}: {path} is {mode:o}")
    return len(seen)


def look_at(folder):
    """What is in the files below, and everything else but when they were read."""
    found = {}
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            status = os.lstat(path)
            with open(path, "rb") as file:
                found[path] = (file.read(), status.st_mode, status.st_ino, status.st_mtime_ns,
                               status.st_ctime_ns, status.st_nlink)
    return found


def check_calls(box):
    """Reports open nothing to write, imports nothing among the notes, and nothing a socket."""
    notes = look_at(box.notes)
    box.drop_store()
    box.must("import", "-q", box.notes)
    log = os.path.join(box.folder, "log")
    forbidden = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|\b(?:rename|unlink|mkdir|ftruncate|pwrite)\w*\(|"
                           r"\b(?:socket|connect|bind|execve)\(")
    commands = box.commands()
    for command in commands + [["import", "-q", "--full", box.notes]]:
        box.run(["strace", "-f", "-qq", "-o", log, "-e", "trace=%file,%network,%desc",
                 DOCKET, *command])
        with open(log, encoding="utf-8", errors="replace") as lines:
            calls = [line for line in lines if forbidden.search(line)][1:]  # the first is execve
        if command[:1] == ["import"]:
            calls = [line for line in calls if re.search(r"\b(socket|connect|bind)\(", line) or
                     f'"{box.notes}' in line]
        require(not calls, f"docket {' '.join(command)}: {calls[:2]}")
    for command in (["import", "--full"], ["import", "--dry-run"], ["check", box.notes]):
        box.must(*command, *([] if "check" in command else [box.notes]))
    require(look_at(box.notes) == notes, "notes have changed")
    return len(commands) + 1


def make_locale(box, name, source):
    """Makes the locale unless there is one; false: this machine cannot."""
    known = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout
    if name.lower().replace("-", "") in known.lower().replace("-", ""):
        return True
    box.env["LOCPATH"] = os.path.join(box.folder, "locales")
    os.makedirs(box.env["LOCPATH"], exist_ok=True)
    made = os.path.join(box.env["LOCPATH"], name)
    return subprocess.run(["localedef", "-i", source, "-f", "UTF-8", made],
                          capture_output=True, check=False).returncode == 0


def run_command_lines(name, places):
    """All command lines of the test suite, with docket in this locale."""
    done = subprocess.run(["sh", os.path.join(ROOT, "tests/cli/run.sh")], check=False,
                          env={**os.environ, "LOCALE": name, "LOCPATH": places, "BUILD": BUILD},
                          capture_output=True, text=True)
    require(done.returncode == 0, f"in {name}, command lines print something else: {done.stdout}")


def check_locales(box):
    """The answers are the same in all of them; command lines have been run in C.UTF-8."""
    answers = {}
    names = ["C", "C.UTF-8", "POSIX"]
    if make_locale(box, "tr_TR.UTF-8", "tr_TR"):
        names.append("tr_TR.UTF-8")
    for name in names:
        box.env["LC_ALL"] = name
        box.drop_store()
        box.must("import", "-q", box.notes)
        text = b""
        for command in box.commands() + [["tasks", "--owner", "hIlDe"], ["tasks", "--json"]]:
            done = box.docket(*command)
            text += done.stdout + done.stderr
        answers[name] = text
        require(text == answers["C"], f"in {name} the answers are others than in C")
    for name in set(names) - {"C.UTF-8", "POSIX"}:
        run_command_lines(name, box.env.get("LOCPATH", ""))
    return names


def main():
    with Box() as box:
        files = check_modes(box)
        commands = check_calls(box)
        names = check_locales(box)
    passed(f"{files} files and folders private; {commands} commands traced; the same answers in "
           f"{', '.join(names)}")


main()
