"""Every piece of long work is known to a process that does nothing but run it."""

import re
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "chancery"
LIST = "import django; django.setup(); from chancery.base.jobs import WORKS; print(len(WORKS), *WORKS)"


def test_a_worker_knows_every_work_that_is_written() -> None:
    written = sum(
        len(re.findall(r"^@jobs\.work\(|^@work\(", path.read_text(), re.MULTILINE))
        for path in SOURCE.rglob("*.py")
    )

    done = subprocess.run([sys.executable, "-c", LIST], check=True, capture_output=True, text=True)

    assert written > 3
    assert int(done.stdout.split()[0]) == written
