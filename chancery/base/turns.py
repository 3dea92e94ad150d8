"""How the threads of one process take turns."""

import sys

SECONDS = 0.0005


def take_short_turns() -> None:
    """
    Let a thread that comes back from the disk, the database or another server go on soon.

    Pages, jobs and postmen share a process, and each lets go of its turn with every query and every line to
    a mail server. With Python's own 5 ms a job that computes holds up the others so long each time: two
    postmen then carry a few dozen messages a second while a wave is written.
    """
    sys.setswitchinterval(SECONDS)
