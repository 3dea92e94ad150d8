"""Keys of the installation, made on first use and kept in its home, readable by its owner alone."""

import os
import secrets
from pathlib import Path


def read_or_make_key(path: Path) -> str:
    """
    Return the secret kept at `path`, making it first where there is none.

    Two processes that start together end with the same key: the first to link its file wins.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.parent.chmod(0o700)
        fresh = path.with_name(f".{path.name}.{os.getpid()}")
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(48), encoding="ascii")
        try:
            os.link(fresh, path)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return path.read_text(encoding="ascii").strip()
