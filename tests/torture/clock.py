#!/usr/bin/env python3
"""Today is the day that clock and time zone say, and no clock costs an answer.

The clock stands in 1969, at the end of 32 bits, in 2100 and beyond the calendar; zones are far
from each other, or none.
"""

import datetime
import os
import re

from box import Box, build_shim, passed, require

NOON = 1762776000  # 2025-11-10 12:00 UTC

# How many hours they are ahead of UTC.
ZONES = {"AAA-14": 14, "BBB+12": -12, "CCC-5:45": 5.75, "UTC": 0, "": 0, "garbage": 0,
         ":/etc/passwd": 0, ":nowhere": 0}

CLOCKS = {"1969": -1, "1970": 0, "2038": 2**31, "2100": 4102444800, "9999": 253402300799}
BEYOND = {"10000": 253402300800, "before year 0": -99999999999, "64 bits": 2**63 - 1}


def today(box):
    explained = box.must("query", "-e", "due today\nexplain").decode()
    return re.search(r"due date is on (\S+)", explained)[1]


def day_of(seconds):
    return (datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=seconds)).strftime("%Y-%m-%d")


def check_zones(box):
    for zone, hours in ZONES.items():
        box.env["TZ"] = zone
        for seconds in range(NOON - 12 * 3600, NOON + 13 * 3600, 3600):
            box.env["DOCKET_CLOCK"] = str(seconds)
            wanted = day_of(seconds + hours * 3600)
            require(today(box) == wanted, f"{zone} at {seconds}: today is {today(box)}, not {wanted}")
    box.env["TZ"] = "UTC"
    return len(ZONES)


def check_clocks(box, golden):
    """What is read does not depend on when, and everything is answered at any time."""
    for name, seconds in CLOCKS.items():
        box.env["DOCKET_CLOCK"] = str(seconds)
        box.drop_store()
        box.must("import", "-q", box.notes)
        box.must("import", "-q", box.notes)
        require(today(box) == day_of(seconds), f"in {name}: today is {today(box)}")
        for command in (["tasks"], ["overdue"], ["changes"], ["report"], ["brief", "Northwind"]):
            box.must(*command)
        asked = box.must("tasks", "--json", "--today", "2025-11-10")
        require(asked == golden, f"in {name}: the tasks are others")
    for name, seconds in BEYOND.items():
        box.env["DOCKET_CLOCK"] = str(seconds)
        done = box.docket("tasks")
        require(done.returncode == 1 and b"--today" in done.stderr, f"{name}: {done.stderr!r}")
        done = box.docket("tasks", "--today", "+1d")
        require(done.returncode == 2 and b"not known" in done.stderr, f"{name}: {done.stderr!r}")
        asked = box.must("tasks", "--json", "--today", "2025-11-10")
        require(asked == golden, f"{name}: the tasks are others")
    return len(CLOCKS) + len(BEYOND)


def main():
    with Box() as box:
        box.must("import", "-q", box.notes)
        golden = box.must("tasks", "--json")
        del box.env["DOCKET_TODAY"]
        box.env["LD_PRELOAD"] = os.path.abspath(build_shim("clock"))
        box.env["DOCKET_CLOCK"] = str(NOON)
        zones = check_zones(box)
        clocks = check_clocks(box, golden)
    passed(f"{zones} time zones, {clocks} clocks")


main()
