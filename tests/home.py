"""Gives a test run a home of its own before Django reads its settings, so that no installation is touched."""

import os
import tempfile

os.environ["CHANCERY_HOME"] = tempfile.mkdtemp(prefix="chancery-test-")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chancery.settings")
