"""What ends a backup or a restore: one sentence for whoever asked for it."""

import errno
import os


class BackupRefused(Exception):
    """It cannot be done; the message says what is wrong, where, and what to do."""


class ContentDamaged(Exception):
    """What was sealed does not come out as it went in: cut, changed, or sealed for another key."""


def of_disk(error: OSError) -> BackupRefused:
    """The sentence for a disk that does not take or give what it should."""
    where = f" at {error.filename}" if error.filename else ""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return BackupRefused(f"The disk is full{where}; make room and run it again, it goes on.")
    cause = error.strerror or (os.strerror(error.errno) if error.errno else str(error))
    return BackupRefused(
        f"The disk does not answer as it should{where} ({cause}); correct it and run it again."
    )
