"""Loading the folder of a campaign that somebody sent as one file."""

from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from chancery.accounts.models import Organiser
from chancery.base.audit import Actor
from chancery.desk.archive.columns import UnreadableFolder
from chancery.desk.archive.reading import LoadedFolder, load_folder
from chancery.desk.archive.shapes import CAMPAIGN, EXHIBITION, FILES
from chancery.desk.archive.unpacking import unpacked

# What a campaign rests on. Guests, seats, costs and the rest of an event are loaded by who runs the server.
ALLOWED = frozenset({"files.toml", "directory.toml", "occasions.toml", EXHIBITION, CAMPAIGN})


def load_sent(sent: UploadedFile[bytes], *, organiser: Organiser, by: Actor) -> LoadedFolder:
    """
    Load a campaign that was sent; `office.toml` is not read, for it goes into this office.

    Errors: UnreadableFolder with one sentence; nothing is loaded then.
    """
    with TemporaryDirectory(prefix="chancery-") as name:
        path = Path(name) / Path(sent.name or CAMPAIGN).name
        with path.open("wb") as kept:
            kept.writelines(sent.chunks())
        with unpacked(path) as folder, transaction.atomic():
            _check(folder, path.name)
            return load_folder(folder, organiser=organiser, by=by)


def _check(folder: Path, named: str) -> None:
    if not (folder / CAMPAIGN).is_file():
        raise UnreadableFolder(
            _("%(file)s holds no %(part)s; choose the file of a campaign.")
            % {"file": named, "part": CAMPAIGN}
        )
    if strange := [each for each in FILES if each not in ALLOWED and (folder / each).is_file()]:
        raise UnreadableFolder(
            _(
                "%(file)s: %(part)s belongs to an event and not to a campaign; take it out, or load the file "
                "by: chancery load FILE."
            )
            % {"file": named, "part": strange[0]}
        )
