#!/usr/bin/env python3
"""Four times as many cost about four times as much, whatever there are many of (P7)."""

import os
import resource

from box import Box, many, passed, require

# Processor time of four times as many, in that of so many: sixteen times is the square.
MOST, TRIES = 9, 5


def word(number):
    """A word of letters alone, for each number another one."""
    letters = ""
    number += 26 ** 3
    while number:
        letters += chr(97 + number % 26)
        number //= 26
    return letters.capitalize()


def put(box, name, head, lines):
    path = os.path.join(box.notes, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write("---\n" + "".join(f"{key}: {value}\n" for key, value in head.items()) + "---\n")
        file.write("".join(line + "\n" for line in lines))


def day(number):
    return f"2025-{number % 12 + 1:02d}-{number % 28 + 1:02d}"


def decisions(box, count):
    """Of one account, all of which sound as if they replaced another."""
    for i in range(count // 20):
        put(box, f"{i}.md", {"date": day(i), "account": "Northwind"}, ["## Decisions"] + [
            f"- Use pier {word(20 * i + k)} instead of the {word(7 * i + k)} pier" for k in range(20)])
    return ["check"]


def accounts(box, count):
    """Each with a file of its own."""
    for i in range(count):
        put(box, f"{i}.md", {"date": day(i), "account": f"{word(i)} Ltd"},
            [f"- [ ] Send list {word(4 * i + k)} to the harbour" for k in range(4)])
    return ["tasks", "--split-by", "account", "--format", "csv", "--force", "-o", "split"]


def owners(box, count):
    """In one note, each of whom may be one of two who take part."""
    put(box, "call.md", {"attendees": "[Ada Park, Ada Moss]"},
        [f"- [ ] @Ada send list {word(i)}" for i in range(count)])
    return ["check"]


def moved(box, count):
    """Notes that all say the same, in a folder with another name since the last import."""
    for i in range(count):
        put(box, f"old/{i}.md", {"title": "Nothing"}, ["Nothing yet."])
    box.must("import", box.notes)
    os.rename(os.path.join(box.notes, "old"), os.path.join(box.notes, "new"))
    return ["import", "--allow-mass-delete"]


def namesakes(box, count):
    """Notes of one day and title, with nobody in common."""
    for i in range(count):
        put(box, f"{i}/call.md", {"title": "Call", "date": day(0), "attendees": f"[{word(i)} Park]"},
            [f"- [ ] Send list {word(i)}"])
    return ["import", "--full"]


# What there is many of: so many at first, and who puts them there and gives the command.
CASES = {
    "decisions": (500, decisions), "accounts": (250, accounts),
    "owners": (1000, owners), "moved": (1000, moved), "namesakes": (250, namesakes),
}


def processor_time():
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime


def measure(fill, count):
    """Seconds of the command: the least of some tries, for a store that is as it was each time."""
    with Box(None) as box:
        command = fill(box, count)
        if not os.path.exists(box.state):
            box.must("import", box.notes)
        box.keep_store()
        best = float("inf")
        for _ in range(TRIES):
            box.bring_store()
            before = processor_time()
            box.must(*command)
            best = min(best, processor_time() - before)
        return best


def main():
    worst = (0.0, "")
    for name, (count, fill) in CASES.items():
        count *= many(1, 2)
        few, more = measure(fill, count), measure(fill, 4 * count)
        times = more / max(few, 0.01)
        require(times <= MOST, f"{4 * count} {name} take {more:.2f} s, {count} {few:.2f} s")
        worst = max(worst, (times, name))
    passed(f"{len(CASES)} kinds of many; of {worst[1]} four times as many took "
           f"{worst[0]:.1f} times as long")


main()
