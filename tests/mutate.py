#!/usr/bin/env python3
"""make mutate: changes one operator, constant or statement at a time, and looks whether a test fails.

    mutate.py BUILD [MUTANTS] [FILE...]

Changed are the sources that mend text, recover front matter, escape output, find one task in two
notes, and read days. Those that compile to the same code are no mutants, nor are those of
tests/mutate.equal, which do the same. Printed are the survivors and the score, that of the further
changes apart.
"""

import collections
import os
import random
import re
import subprocess
import sys
import tempfile

MODULES = [
    (["read/repair", "read/repair_cell", "read/repair_lossy", "read/repair_mac", "read/repair_scan",
      "read/decode"],
     ["read/test_repair", "read/test_decode", "read/test_bytes"]),
    (["read/mend", "read/recover", "read/entries", "read/yaml"],
     ["read/test_recover", "read/test_yaml", "read/test_frontmatter", "read/test_properties",
      "read/test_note"]),
    (["cli/text", "cli/json", "cli/format_csv", "cli/format_md", "cli/html"],
     ["cli/test_text", "cli/test_format_csv", "cli/test_format_json", "cli/test_format_md",
      "cli/test_html", "cli/test_format_table", "read back"]),
    (["identity/match", "identity/match_likeness", "identity/match_index", "identity/meeting"],
     ["identity/test_match", "identity/test_meeting"]),
    (["read/task_due", "read/task_day", "read/dates_until"],
     ["read/test_syntax", "read/test_dates", "read/test_dates_find", "read/test_format",
      "read/test_fields", "read/test_golden"]),
    (["query/when", "query/when_amount", "query/when_calendar", "query/when_found",
      "query/when_merge", "query/when_months", "query/when_named", "query/when_time",
      "query/when_words"], ["query/test_when", "query/test_query"]),
]

# What is changed, and into what; the first that fits at a place counts.
CHANGES = [
    (r" <= ", " < "), (r" >= ", " > "), (r" < ", " <= "), (r" > ", " >= "), (r" == ", " != "),
    (r" != ", " == "), (r" && ", " || "), (r" \|\| ", " && "), (r" \+ ", " - "), (r" - ", " + "),
    (r" \+= ", " -= "), (r"\btrue\b", "false"), (r"\bfalse\b", "true"), (r"\b\d+\b", None),
    (r"\b0x[0-9A-F]+\b", None), (r"(?<=\()!(?=\w)", ""), (r"^\t+(?!return|break|continue|goto)"
                                                          r"[a-z_]+\(.*\);$", "\t;"),
]
# The same, turned the other way.
FURTHER = [
    (r" <= ", " >= "), (r" >= ", " <= "), (r" < ", " > "), (r" > ", " < "), (r"\+\+", "--"),
    (r" \|= ", " = "), (r" &= ", " = "), (r"(?<=[ !~])!(?=\w)", ""), (r"\b[1-9]\d*\b", -1),
    (r"\b0x[0-9A-F]+\b", -1), (r"\bcontinue;", "break;"), (r"\bbreak;", "continue;"),
]
EQUAL = "tests/mutate.equal"
FLAGS = ["-std=c11", "-D_GNU_SOURCE", "-O1", "-w", "-Iinclude"]
SECONDS = 20


def run(command, **options):
    return subprocess.run(command, capture_output=True, check=False, **options)


def packages(what):
    return run(["pkg-config", what, "yaml-0.1", "libcmark", "sqlite3", "libutf8proc",
                "libpcre2-8"]).stdout.decode().split()


def code_lines(text):
    """Numbers of the lines within functions, without tables, comments and assertions."""
    body = comment = False
    for number, line in enumerate(text.split("\n")):
        comment = comment or line.lstrip().startswith("/*")
        if line in "{}" and line:
            body = line == "{"
        elif body and not comment and not re.match(r"\t+(\{|assert|static|struct .*;|\[)", line):
            yield number
        comment = comment and "*/" not in line


def mutants_of(path, changes):
    """Every text that differs from that of the file in one place: number and text of the line, all."""
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    for number in code_lines("\n".join(lines)):
        line = lines[number]
        strings = [found.span() for found in re.finditer(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])+\'', line)]
        for pattern, new in changes:
            for found in re.finditer(pattern, line):
                if any(begin < found.end() and found.start() < end for begin, end in strings) \
                        and found.group() != line:
                    continue
                value = new if isinstance(new, str) else str(int(found[0], 0) + (new or 1))
                changed = line[:found.start()] + value + line[found.end():]
                yield number, changed, "\n".join(lines[:number] + [changed] + lines[number + 1:])


class Bench:
    """Where mutants are built: a changed object goes in front of the library's own."""

    def __init__(self, build, folder):
        self.build, self.folder = build, folder
        self.flags, self.libraries = packages("--cflags"), packages("--libs")
        self.object = os.path.join(folder, "mutant.o")
        self.plain_codes = {}

    def compile(self, path, text, into=None):
        """The code, or None when it does not compile."""
        code = into or self.object
        source = os.path.join(self.folder, "mutant.c")
        with open(source, "w", encoding="utf-8") as file:
            file.write(text)
        includes = ["-Isrc", "-iquote", os.path.dirname(path)]
        done = run(["cc", *FLAGS, *includes, *self.flags, "-c", "-o", code, source])
        if done.returncode:
            return None
        with open(code, "rb") as file:
            return file.read()

    def plain(self, path):
        """The code of the file as it is."""
        if path not in self.plain_codes:
            with open(path, encoding="utf-8") as file:
                self.plain_codes[path] = self.compile(
                    path, file.read(), os.path.join(self.folder, "plain.o"))
            if not self.plain_codes[path]:
                sys.exit(f"{path} does not compile")
        return self.plain_codes[path]

    def link(self, first, program):
        done = run(["cc", "-pthread", "-o", program, first, self.object, f"{self.build}/cli.a",
                    f"{self.build}/libdocket.a", *self.libraries, "-lcmocka"])
        return done.returncode == 0

    def test_object(self, test):
        """The object of a test program, compiled once."""
        path = os.path.join(self.folder, test.replace("/", "-") + ".o")
        if not os.path.exists(path):
            run(["cc", *FLAGS, "-Isrc", "-Itests", *self.flags, "-c", "-o", path, f"tests/{test}.c"])
        return path

    def fails(self, test):
        """Whether the test finds the mutant out; one that never ends is found out, too."""
        program = os.path.join(self.folder, "program")
        back = test == "read back"
        first = f"{self.build}/src/cli/main.o" if back else self.test_object(test)
        if not self.link(first, program):
            sys.exit(f"{test} cannot be linked")
        command = [sys.executable, "tests/output/read_back.py", program, "900"] if back else [program]
        try:
            return run(command, timeout=SECONDS).returncode != 0
        except subprocess.TimeoutExpired:
            return True


def equal_mutants():
    """Path and line of what a change leaves as it was, by the list that says why."""
    with open(EQUAL, encoding="utf-8") as file:
        return {tuple(line.rstrip("\n").split(": ", 1)) for line in file
                if line.strip() and not line.startswith("#")}


def score(bench, changes, most, only):
    """Tries that many of the mutants, and prints how many are found out."""
    killed, tried = collections.Counter(), collections.Counter()
    equal = equal_mutants()
    chosen = [(f"src/{name}.c", tests, *mutant) for names, tests in MODULES for name in names
              if not only or name in only for mutant in mutants_of(f"src/{name}.c", changes)]
    for path, tests in {mutant[0]: mutant[1] for mutant in chosen}.items():
        with open(path, encoding="utf-8") as file:
            bench.compile(path, file.read())
        for test in filter(bench.fails, tests):
            sys.exit(f"{test} fails without a change")
    for path, tests, number, line, text in random.sample(chosen, min(most, len(chosen))):
        code = bench.compile(path, text)
        if code in (None, bench.plain(path)) or (path, line.strip()) in equal:
            continue
        tried[path] += 1
        if any(bench.fails(test) for test in tests):
            killed[path] += 1
        else:
            print(f"{path}:{number + 1}: survives: {line.strip()}", flush=True)
    for path in sorted(tried):
        print(f"{path}: {killed[path]} of {tried[path]}")
    print(f"{sum(killed.values())} of {sum(tried.values())} mutants of {len(chosen)} are found out: "
          f"{100 * sum(killed.values()) // max(1, sum(tried.values()))} %", flush=True)


def main():
    build, most, only = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
    random.seed(2025)
    os.environ.update({"TZ": "UTC", "DOCKET_CONFIG": "/dev/null", "DOCKET_TODAY": "2025-11-10"})
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(build, folder)
        score(bench, CHANGES, most, only)
        print("Further changes:")
        score(bench, FURTHER, most, only)


main()
