"""Gives a test run a home of its own before Django reads its settings, so that no installation is touched."""

import os
import sys
import tempfile
from pathlib import Path

os.environ["CHANCERY_HOME"] = tempfile.mkdtemp(prefix="chancery-test-")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chancery.settings")

if sys.dont_write_bytecode:
    # Folders stay as clean as was asked for; else each of a dozen processes would compile all libraries anew.
    compiled = str(Path(__file__).parents[1] / ".pytest_cache" / "compiled")
    sys.dont_write_bytecode, sys.pycache_prefix = False, compiled
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = compiled
