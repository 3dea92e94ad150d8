"""A small disk of memory for one harness, so that it can really be full."""

import atexit
import contextlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

BALLAST = "ballast"
MEGABYTE = 1024 * 1024


class Disk:
    """The folder of an installation: a disk of its own where one may be mounted, else a folder."""

    def __init__(self, megabytes: int) -> None:
        self.place = Path(tempfile.mkdtemp(prefix="chancery-faults-"))
        self.place.chmod(0o755)
        self.aside = Path(tempfile.mkdtemp(prefix="chancery-faults-kept-"))
        self.is_small = _mounted(self.place, megabytes)
        atexit.register(self.drop, os.getpid())

    def fill(self, *, left: int = 0) -> None:
        """Take all room but for `left` bytes."""
        free = os.statvfs(self.place)
        wanted = free.f_bavail * free.f_frsize - left
        with (self.place / BALLAST).open("wb") as ballast:
            if wanted > 0:
                with contextlib.suppress(OSError):
                    os.posix_fallocate(ballast.fileno(), 0, wanted)

    def free(self) -> None:
        """Give the room back."""
        (self.place / BALLAST).unlink(missing_ok=True)

    def drop(self, owner: int) -> None:
        """Leave nothing behind; only the process that made it does."""
        if os.getpid() != owner:
            return
        if self.is_small:
            subprocess.run(["umount", "--lazy", str(self.place)], check=False, capture_output=True)
        shutil.rmtree(self.place, ignore_errors=True)
        shutil.rmtree(self.aside, ignore_errors=True)


def _mounted(place: Path, megabytes: int) -> bool:
    if os.geteuid() != 0:
        return False
    words = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=755", "tmpfs", str(place)]
    return subprocess.run(words, check=False, capture_output=True).returncode == 0
