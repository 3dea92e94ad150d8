"""When Python looks for garbage in a process that serves or works for long."""

import gc


def collect_seldom() -> None:
    """
    Keep what is loaded by now for good, and look for rings among new objects seldom.

    A page of 500 guests makes some hundred thousand small objects and lets go of them at its end. With
    Python's own settings one page in twenty took half as long again, and an import of 100,000 rows a quarter
    longer; larger steps than these make a single search longer than they save.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(5_000, 200, 100)
