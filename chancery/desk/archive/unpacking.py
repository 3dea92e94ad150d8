"""Taking the data out of an archive pack: nothing leads out of it, and it is no larger than it says."""

import hashlib
import re
import shutil
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.utils.translation import gettext as _

from chancery.base.media import types
from chancery.desk.archive.columns import UnreadableFolder
from chancery.desk.archive.shapes import FILES, OFFICE_FILE

SUMS = "SHA256SUMS"
MOST_FILES = 20_000
MOST_TEXT_BYTES = 64_000_000
_ENDINGS = "|".join(sorted(set(types.ENDINGS.values())))
_DATA = re.compile(
    rf"data/(?:(?:{'|'.join(re.escape(name) for name in (*FILES, OFFICE_FILE))})"
    rf"|files/[A-Za-z0-9_-]{{1,120}}\.(?:{_ENDINGS}))"
)


@contextmanager
def unpacked(path: Path) -> Iterator[Path]:
    """
    Give the event folder of the archive pack at `path` for as long as it is needed.

    Only names that an event folder can hold are taken out, each into a place of its own; papers stay inside.
    Errors: UnreadableFolder with one sentence.
    """
    with TemporaryDirectory(prefix="chancery-") as name:
        try:
            with zipfile.ZipFile(path) as pack:
                _take_out(pack, Path(name), path.name)
        except (zipfile.BadZipFile, zlib.error, EOFError):
            raise UnreadableFolder(
                _("%(file)s is no whole ZIP file; copy it once more.") % {"file": path.name}
            ) from None
        except OSError as error:
            raise UnreadableFolder(
                _("%(file)s cannot be unpacked: %(reason)s.") % {"file": path.name, "reason": error.strerror}
            ) from None
        except RuntimeError:  # so the library says that a member is encrypted or packed in an unknown way
            raise UnreadableFolder(
                _("%(file)s cannot be unpacked; pack it without a password.") % {"file": path.name}
            ) from None
        yield Path(name) / "data"


def _take_out(pack: zipfile.ZipFile, folder: Path, named: str) -> None:
    inside = [entry for entry in pack.infolist() if not entry.is_dir()]
    entries = [entry for entry in inside if entry.filename.startswith("data/")]
    if not entries:
        raise UnreadableFolder(
            _("%(file)s holds no data of Chancery; give an archive pack, or the file of a campaign.")
            % {"file": named}
        )
    _check(inside, entries, named)
    sums = _sums(pack)
    (folder / "data" / "files").mkdir(parents=True)
    for entry in entries:
        digest = _copy(pack, entry, folder / entry.filename, named)
        if sums.get(entry.filename) != digest:
            raise UnreadableFolder(
                _("%(file)s: %(part)s is not what %(sums)s tells of; copy it once more.")
                % {"file": named, "part": entry.filename, "sums": SUMS}
            )
    if not any((folder / "data" / "files").iterdir()):
        (folder / "data" / "files").rmdir()


def _check(everything: list[zipfile.ZipInfo], entries: list[zipfile.ZipInfo], named: str) -> None:
    """Refuse what no pack of Chancery holds, before a byte of it is unpacked."""
    if len(everything) > MOST_FILES:
        raise UnreadableFolder(
            _("%(file)s holds more than %(count)s files; an archive pack never does.")
            % {"file": named, "count": MOST_FILES}
        )
    for entry in entries:
        is_file = stat.S_IFMT(entry.external_attr >> 16) in (0, stat.S_IFREG)
        if not _DATA.fullmatch(entry.filename) or not is_file:
            raise UnreadableFolder(
                _("%(file)s: %(part)s is no file of such a folder; take it out.")
                % {"file": named, "part": entry.filename[:80]}
            )
        if entry.file_size > _most(entry.filename):
            raise UnreadableFolder(
                _("%(file)s: %(part)s is larger than any such file can be.")
                % {"file": named, "part": entry.filename}
            )
    names = [entry.filename for entry in entries]
    if len(set(names)) < len(names):
        raise UnreadableFolder(_("%(file)s holds a file twice; pack it anew.") % {"file": named})


def _most(name: str) -> int:
    return MOST_TEXT_BYTES if name.endswith(".toml") else max(settings.MOST_MEDIA_BYTES.values())


def _sums(pack: zipfile.ZipFile) -> dict[str, str]:
    """The digests by name; without the list nothing agrees with it."""
    if SUMS not in pack.namelist() or pack.getinfo(SUMS).file_size > MOST_TEXT_BYTES:
        return {}
    lines = pack.read(SUMS).decode("utf-8", "replace").splitlines()
    return {name: digest for digest, _space, name in (line.partition("  ") for line in lines)}


def _copy(pack: zipfile.ZipFile, entry: zipfile.ZipInfo, path: Path, named: str) -> str:
    """Unpack one file as large as it says it is, and return its SHA-256."""
    digest, size = hashlib.sha256(), 0
    if shutil.disk_usage(path.parent).free < entry.file_size:
        raise UnreadableFolder(_("%(file)s needs more room than the disk has; make some.") % {"file": named})
    with pack.open(entry) as packed, path.open("wb") as kept:
        while part := packed.read(1 << 20):
            size += len(part)
            if size > entry.file_size:
                raise UnreadableFolder(
                    _("%(file)s: %(part)s is larger than it says; it is not unpacked.")
                    % {"file": named, "part": entry.filename}
                )
            digest.update(part)
            kept.write(part)
    return digest.hexdigest()
