"""
Back an office up or bring it back as the commands do, and be killed once a part of it has begun.

Run as a program by the drill; nothing of Python gets to its end, as when the power goes.
"""

import json
import os
import signal
import sys
from dataclasses import replace
from pathlib import Path

from chancery.base.backup import folders, making, restoring
from chancery.configuration import read_configuration
from tests.base.backup import homes


def main() -> None:
    """Do what the words say, which are one object of JSON."""
    words = json.loads(sys.argv[1])
    configuration = replace(read_configuration(), home=Path(words["home"]), database=words["database"])
    where, keys = Path(words["where"]), homes.Keys(words["public"], Path(words["secret"]))

    def die(word: str, done: int, _total: int) -> None:
        if word == words["part"] and done:
            os.kill(os.getpid(), signal.SIGKILL)

    if words["verb"] == "backup":
        folder = folders.begun(where)
        making.make(configuration, folder, public=keys.public, words="", now=homes.MONDAY, tell=die)
        return
    with homes.opened(where, keys) as backup:
        restoring.restore(configuration, backup, replaces=False, holds_mail=False, now=homes.MONDAY, tell=die)


if __name__ == "__main__":
    main()
