"""The sample events of this folder: invented, each of another kind."""

from pathlib import Path

from chancery.accounts.models import Organiser
from chancery.base.audit import Actor
from chancery.desk.archive.reading import load_event
from chancery.events.models import Event

FOLDERS = Path(__file__).parent / "events"
NAMES = tuple(sorted(folder.name for folder in FOLDERS.iterdir() if folder.is_dir()))


def load(name: str, office: Organiser) -> Event:
    """Load a sample event into an office."""
    return load_event(FOLDERS / name, organiser=office, by=Actor(office.pk)).event
