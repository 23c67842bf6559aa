"""Jobs that read a folder of notes: the floors, docket, and what people use instead."""

import peers
from corpus import Job, built

LOOK = "walk and stat"
FLOOR = "and read, cmark, libyaml: F"


def floor(name, notes, step, *more):
    return Job(name, [built("floor"), step, notes.notes, *more])


def first_jobs(notes):
    return [
        floor(LOOK, notes, "stat"),
        floor("and read", notes, "read"),
        floor(FLOOR, notes, "parse"),
        floor("and bare inserts of the items", notes, "insert", notes.store + ".floor"),
        Job("**docket import**", notes.docket("import", "-q", notes.notes),
            prepare=notes.drop_store),
        *peers.first_jobs(notes),
    ]


def again_jobs(notes):
    again = notes.docket("import", "-q")
    return [
        floor(LOOK, notes, "stat"),
        Job("**docket import**, nothing changed", again),
        Job("**docket import**, one note changed", again, prepare=notes.change_a_note),
        *peers.again_jobs(notes),
    ]
