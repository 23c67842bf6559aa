#!/usr/bin/env python3
"""make bench: what docket costs, as ratios to floors and to other programs, measured side by side.

    COUNTS="1000 10000 100000" ROUNDS=5 make bench

Every job runs once in each round, so that whatever disturbs a round disturbs all of it; a ratio is
that of two jobs of one round. Printed are the median of the rounds and, in brackets, the least and
the most. Programs that are not installed are left out. COUNTS are the numbers of notes; 100,000 take
as many minutes as 1,000 take seconds. SAVES=1000 watches longer.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field

import answers
import corpus
import imports
import watch

COUNTS = sorted(int(count) for count in os.environ.get("COUNTS", "1000 10000").split())
ROUNDS = int(os.environ.get("ROUNDS", "5"))


@dataclass
class Cost:
    """Of one run: microseconds, and MB at most."""

    wall: float
    cpu: float
    memory: float


@dataclass
class Line:
    """Of a table: the costs of a job by number of notes, by round."""

    name: str
    costs: dict = field(default_factory=dict)


def measure(job, env):
    job.prepare()
    command = [corpus.built("measure"), str(job.times), *job.command]
    done = subprocess.run(command, env={**env, **job.env}, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, cwd=env["HOME"], check=False)
    if done.returncode:
        sys.stderr.write(f"left out: {job.name}: ended with {done.returncode}, "
                         f"{done.stderr.decode(errors='replace')[-200:].strip()}\n")
        return None
    wall, cpu, memory = map(float, done.stdout.split())
    return Cost(wall, cpu, memory / 1024)


def run(jobs, notes, lines):
    """Runs the jobs, round by round, and adds what they cost to the lines of their names."""
    jobs = [job for job in jobs if notes.count <= job.most]
    for turn in range(ROUNDS):
        for job in list(jobs):
            if turn >= job.rounds:
                continue
            cost = measure(job, notes.env)
            if not cost:
                jobs.remove(job)
                continue
            line = lines.setdefault(job.name, Line(job.name))
            line.costs.setdefault(notes.count, []).append(cost)


def number(value):
    if value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 1 else f"{value:.2f}"


def ratios(line, floor, count, kind):
    """Median, least and most of a line's costs as multiples of the floor's."""
    both = zip(line.costs.get(count, []), floor.costs[count])
    found = sorted(getattr(cost, kind) / getattr(least, kind) for cost, least in both)
    if not found:
        return ""
    spread = f" ({number(found[0])}-{number(found[-1])})" if len(found) > 1 else ""
    return number(statistics.median(found)) + spread


def memory(line, counts):
    """What it took at most, with the fewest notes and with the most."""
    most = [max(cost.memory for cost in line.costs[count])
            for count in counts if count in line.costs]
    return " to ".join(dict.fromkeys(f"{value:.0f}" for value in (most[0], most[-1]))) + " MB"


def print_table(title, lines, floor, counts):
    rows = [[title, *(f"CPU, {count:,} notes" for count in counts),
             f"wall, {counts[-1]:,} notes", "memory"]]
    for line in lines.values():
        rows.append([line.name, *(ratios(line, floor, count, "cpu") for count in counts),
                     ratios(line, floor, counts[-1], "wall"), memory(line, counts)])
    widths = [max(map(len, column)) for column in zip(*rows)]
    rows.insert(1, ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])])
    print()
    for row in rows:
        cells = [row[0].ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
        print("| " + " | ".join(cells) + " |")


def print_floor(line, floor_name, counts):
    per_note = [f"{statistics.median(c.cpu for c in line.costs[count]) / count:.1f} us "
                f"with {count:,} notes" for count in counts]
    print(f"{floor_name} takes {', '.join(per_note)} (CPU per note, here and today).")


def main():
    folder = tempfile.mkdtemp(prefix="docket-bench-")
    first, again, asked, watched = {}, {}, {}, []
    try:
        for count in COUNTS:
            notes = corpus.Corpus(os.path.join(folder, str(count)), count)
            run(imports.first_jobs(notes), notes, first)
            run(imports.again_jobs(notes), notes, again)
            run(answers.jobs(notes), notes, asked)
            watched.append(watch.measure(notes))
            notes.remove()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print_floor(first[imports.FLOOR], "F, reading a note and parsing it with cmark and libyaml,",
                COUNTS)
    print_table("First import, x F", first, first[imports.FLOOR], COUNTS)
    print_table("Again, x walk and stat", again, again[imports.LOOK], COUNTS)
    print_table("Answers, x open", asked, asked[answers.OPEN], COUNTS)
    print("\n" + "\n".join(watched))


if __name__ == "__main__":
    main()
