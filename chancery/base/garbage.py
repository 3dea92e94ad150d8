"""When Python looks for garbage in a process that serves or works for long."""

import gc

# New objects until the youngest are looked through; how often that before older ones are; and the oldest
# as soon as there are a quarter more of them than survived the last look.
NEW, TIMES, OLD = 5_000, 50, 0


def collect_seldom() -> None:
    """
    Keep what is loaded by now for good, and look for rings among new objects seldom.

    A page of 500 guests makes some hundred thousand small objects and lets go of them at its end. With
    Python's own settings one page in twenty took half as long again, and an import of 100,000 rows a quarter
    longer. But what waits for a look is memory: 250,000 objects are some 50 MB and 0.15 s for one search.
    With four times as many a search took 0.5 s, and pages of several threads that were alive at one were
    looked at no more for half an hour: a national day grew beyond 1.5 GB in two minutes.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(NEW, TIMES, OLD)
