#!/usr/bin/env python3
"""No note makes docket hang, or eat the machine, or its stack (P7, P8).

Notes of patterns that cost parsers dearly are read with a stack of 256 KB: at most a second of
processor time for a megabyte, a tenth of one for any front matter, and 512 MB of memory.
"""

import os
import resource
import subprocess
import time

from box import DOCKET, Box, many, passed, require

SIZE = many(400_000, 2_000_000)

# A hall full of people, all of whom take part.
CROWD = [f"Ada{chr(97 + i % 26)}{chr(97 + i // 26 % 26)} Park{chr(97 + i // 676)}"
         for i in range(many(10_000, 17_000))]

# What stands at the front, what is repeated, and what stands at the end.
BODIES = {
    "images": ("", "![[]()", ""), "lists and blank lines": ("", "- ", "x" + "\n" * 100_000),
    "lists in quotes": ("", "> - ", "x" + "\n>" * 50_000), "numbers": ("", "1. - ", "x\n\n\n"),
    "emphasis in quotes": (">" * 50_000, "a*", ""), "quotes": ("", ">", "x"),
    "brackets": ("", "[", ""), "closed brackets": ("", "[", "]" * 100_000),
    "links": ("", "[a](", ""), "angles": ("", "<", ""), "comments": ("", "<!--", ""),
    "opened comments": ("- [ ] Send it ", "<!--", ""),
    "data": ("", "](b)<![CDATA[", ""), "instructions": ("", "<?", ""), "ticks": ("", "`a``b", ""),
    "stars": ("", "*a **a ", ""), "underscores": ("", "_a __a ", ""), "entities": ("", "&#", ""),
    "backslashes": ("", "\\", ""), "definitions": ("", "[x]: y\n", ""), "line": ("", "a", ""),
    "references": ("[a]: u\n\n", "[a][a]", ""), "tabs": ("", "\t- x\n", ""),
    "deeper lists": ("", "", "".join(" " * 2 * i + "- [ ] a\n" for i in range(600))),
    "headings": ("", "# a\n", ""), "brackets in a heading": ("# ", "[a](", ""),
    "closed brackets in a heading": ("# ", "[]", ""), "links in a heading": ("# ", "[[a]", ""),
    "tasks": ("", "- [ ] Send it 📅 2025-11-08\n", ""),
    "one long task": ("- [ ] ", "x ⏫ 📅 2025-11-08 ", ""), "tags": ("- [ ] ", "#a ", ""),
    "owners": ("- [ ] ", "@Ada, ", ""), "mentions": ("", "[[Ada]] ", ""), "pipes": ("", "|a", ""),
    "table": ("|a|\n|-|\n", "|- [ ] a|\n", ""), "wide table": ("|a" * 50_000 + "\n", "|-", "\n"),
    "mojibake": ("", "Ã¢â‚¬â„¢ ", ""), "fences": ("", "```\n", ""), "percent": ("", "%%", ""),
    "fields": ("- [ ] a ", "[due:: 2025-01-01] (x:: y) ", ""), "labels": ("", "Action: a\n", ""),
    "items below a page": ("- " + "word " * 20_000 + "\n", "  - ab\n", ""),
    "joints": ("---\ndate: 2025-11-05\n---\n## Actions\n\n- ", "ab, ", ""),
    "opened mentions": ("", "(@a", ""),
    "lines of one item": ("---\ndate: 2025-11-05\n---\n## Actions\n\n", "",
                          "- Ada will send it\n" + "".join(f"  w{i} x\n" for i in range(40_000))),
    "remarks": ("", "- [ ] {{a}} 📅 2025-02-30\n", ""),
    "opened fields": ("- [ ] a ", "[due:: ", ""), "blanks": ("- [ ]", " ", "x"),
    "marks": ("- [ ] a", "̈", ""), "joined": ("- [ ] ", "👩‍", ""),
    "attendees": ("Attendees: ", "Ada, ", ""), "attendees and": ("Attendees: ", "a and ", ""),
    "commas": ("Attendees: ", ",", ""), "names in a list": ("## Action items\n- ", "Ada, ", ""),
    "handed on": ("Attendees: Ada Park\n## Action items\n- Ada to send it", ", by ", ""),
    "handed to links": ("Attendees: Ada Park\n## Action items\n- Ada to send it", ", [Ada](u) x", ""),
    "handed to brackets": ("## Action items\n- Ada to send it", ", 【Ada】 x", ""),
    "a crowd": ("Attendees: " + ", ".join(CROWD) + "\n\n",
                "".join(f"- [ ] Go @[[{name}]]\n" for name in CROWD[:8_000]), ""),
    "returns": ("", "\r", ""), "bidi": ("- [ ] a", "\u202e", ""), "due": ("", " by by", ""),
}

HEADS = {
    "flow": "a: " + "[" * 30_000, "maps": "{a: " * 15_000, "flow items": "[a," * 20_000,
    "directives": "%TAG ! !a\n" * 6_000, "anchors": "".join(f"k{i}: &a{i} x\n" for i in range(4000)),
    "bomb": "a: &a [x]\n" + "".join(f"{chr(97 + i)}: &{chr(97 + i)} [{'*' + chr(96 + i) + ','}" * 9 + "]\n"
                                    for i in range(1, 20)),
    "list": "- " * 30_000, "questions": "? " * 30_000, "keys": "k: v\n" * 12_000,
    "broken keys": "k: a: b\n" * 8_000, "quotes": 'k: "open\n' * 7_000, "stars": "k: *x\n" * 10_000,
    "tabs": "\tk: v\n" * 10_000, "items": "tasks:\n" + "  - a: b: c\n" * 5_000,
    "deep": "".join(" " * i + "a:\n" for i in range(340)), "hashes": "tags: [#a, #b]\n" * 4_000,
    "attendees": "attendees: " + "Ada, " * 12_000, "and": "attendees: " + "Ada and " * 7_500,
    "surnames": "attendees: " + "Park, Ada; " * 5_500,
    "wikilinks": "account: [[A]], [[B]]\n" * 2_900, "scalar": "a: |\n" + "  x\n" * 15_000,
}


# Seconds of processor time: for a megabyte, for any front matter. A note that takes longer may do
# so TRIES times, and where the processor is slow just then it may take longer: as many times as an
# ordinary note of that size takes longer than the seconds it did where these limits were set.
MEGABYTE, HEAD, TRIES = 1.0, 0.1, 9
ORDINARY = "- [ ] Send the price list to Ravi Menon 📅 2025-11-08\n\nWe spoke.\n\n"
ORDINARY_SECONDS = 0.12 * SIZE / 400_000


def grow(body):
    front, middle, end = body
    room = max(0, SIZE - len((front + end).encode()))
    return front + middle * (room // len(middle.encode()) if middle else 0) + end


def processor_time():
    """The program's own: what the kernel takes to find memory is bounded as that is."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime


def measure(box, name, path):
    """Seconds that a note takes to be read, and what is printed of it."""
    before = processor_time()
    try:
        done = box.run(["sh", "-c", f"ulimit -s 256; exec '{DOCKET}' parse '{path}'"], timeout=60)
    except subprocess.TimeoutExpired:
        require(False, f"{name}: not read after a minute")
    require(done.returncode == 0, f"{name}: ended with {done.returncode}, {done.stderr!r}")
    return processor_time() - before, done.stdout


def read(box, name, text, allowed):
    """Reads one note; gives what was printed and the part of the seconds allowed that it took."""
    path = os.path.join(box.notes, "note.md")
    content = text.encode("utf-8")
    with open(path, "wb") as file:
        file.write(content)
    best = ordinary = float("inf")
    for _ in range(TRIES):
        seconds, printed = measure(box, name, path)
        best = min(best, seconds)
        if best > allowed:
            ordinary = min(ordinary, measure(box, "ordinary", box.ordinary)[0])
        part = best / allowed / (max(1, ordinary / ORDINARY_SECONDS) if best > allowed else 1)
        if part <= 1:
            return printed, part
        time.sleep(0.2)
    require(False, f"{name}: {best:.2f} s for {len(content)} bytes, {100 * part:.0f} % of what is "
            "allowed")


def main():
    slowest = (0.0, "")
    with Box(None) as box:
        box.ordinary = os.path.join(box.notes, "ordinary.md")
        with open(box.ordinary, "w", encoding="utf-8") as file:
            file.write(grow(("", ORDINARY, "")))
        for name, body in BODIES.items():
            text = grow(body)
            _, part = read(box, name, text, MEGABYTE * len(text.encode("utf-8")) / 1e6)
            slowest = max(slowest, (part, name))
        for name, head in HEADS.items():
            note = f"---\ntitle: Harbour call\n{head[:64_000]}\n---\n- [ ] Send it\n"
            printed, part = read(box, "front matter of " + name, note, HEAD)
            slowest = max(slowest, (part, "front matter of " + name))
            for kept in (b'"Harbour call"', b'"Send it"'):
                require(kept in printed, f"front matter of {name}: {kept} is lost")
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    require(memory <= 512, f"{memory} MB of memory")
    passed(f"{len(BODIES) + len(HEADS)} notes; the slowest, {slowest[1]}, took "
           f"{100 * slowest[0]:.0f} % of what is allowed; {memory} MB")


main()
