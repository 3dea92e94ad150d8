"""
The files of an event folder: `files.toml` tells what each is, its bytes lie beside it under `files/`.

Where a file lies follows from its ref and its type alone, so that no folder can name a path outside itself.
"""

import hashlib
import shutil
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

from chancery.base import media
from chancery.base.audit import Actor
from chancery.base.media import preparing, receiving, types
from chancery.base.media.refusing import MediaRefused
from chancery.base.models import StoredFile
from chancery.desk.archive.columns import UnreadableFolder
from chancery.desk.archive.values import shown

FOLDER = "files"
CHUNK_BYTES = 1 << 20


def name_in_folder(ref: str, media_type: str) -> str:
    """Return the name of a file within an event folder: its ref and the ending of its type."""
    return f"{ref}.{types.ENDINGS[media_type]}"


def make_ready(files: Iterable[StoredFile]) -> bool:
    """Prepare the pictures that wait, so that none tells of its place; return whether there were any."""
    waiting = [file for file in files if file.state == StoredFile.State.WAITING]
    for file in waiting:
        media.prepare(file)
    return bool(waiting)


def write_files(files: Iterable[StoredFile], folder: Path) -> list[Path]:
    """
    Copy the bytes of `files` into `folder` and return where they lie now.

    Files of an earlier export that nothing names any more go. Errors: OSError.
    """
    there = folder / FOLDER
    wanted = {there / name_in_folder(file.ref, file.media_type): file for file in files}
    for path in there.glob("*") if there.is_dir() else ():
        if path not in wanted:
            path.unlink()
    if not wanted:
        shutil.rmtree(there, ignore_errors=True)
    for path, file in wanted.items():
        there.mkdir(exist_ok=True)
        shutil.copyfile(media.path_of(file), path)
    return list(wanted)


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file. Errors: OSError."""
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def check_file(folder: Path, entry: dict[str, Any], where: str) -> Path:
    """
    Return where the bytes of a row of files.toml lie, once they are what it says.

    Errors: UnreadableFolder where they are missing or another file.
    """
    told = entry.get("media_type", "")
    ending = types.ENDINGS.get(told) if isinstance(told, str) else None
    if ending is None:
        raise UnreadableFolder(
            f"{where}, field “media_type”: {shown(told)} is no type that is taken; "
            "write one as image/jpeg or application/pdf."
        )
    name = f"{FOLDER}/{entry['ref']}.{ending}"
    path = folder / name
    if path.is_symlink() or path.parent.is_symlink() or not path.is_file():
        raise UnreadableFolder(f"{where}: there is no file {name}; put it there.")
    if entry.get("sha256") != digest_of(path):
        raise UnreadableFolder(
            f"{where}: {name} is not the file that “sha256” tells of; copy it again, or correct the field."
        )
    return path


def refuse_strays(folder: Path, entries: Iterable[dict[str, Any]]) -> None:
    """Refuse a file that no row tells of: it would be left out without a word."""
    there = folder / FOLDER
    if not there.is_dir():
        return
    told = {name_in_folder(entry["ref"], entry["media_type"]) for entry in entries}
    strays = sorted(path.name for path in there.glob("[!.]*") if path.name not in told)
    if strays:
        raise UnreadableFolder(
            f"{FOLDER}/{strays[0]} is told of by no row of files.toml; describe it there or take it away."
        )


def take_in(found: Iterable[tuple[StoredFile, Path, str]], *, by: Actor) -> None:
    """
    Copy the bytes of new files to where they are kept; what they are, their content tells.

    All or nothing. Errors: UnreadableFolder where a file is none that is taken.
    """
    taken: list[StoredFile] = []
    try:
        for file, path, where in found:
            taken.append(file)
            _take(file, path, where)
    except BaseException:
        for file in taken:
            receiving.drop_bytes(file)
        raise
    if any(file.state == StoredFile.State.WAITING for file in taken):
        preparing.ask(by=by)


def _take(file: StoredFile, path: Path, where: str) -> None:
    told = file.digest, file.taken_at, file.media_type
    try:
        with path.open("rb") as content:
            receiving.keep(iter(partial(content.read, CHUNK_BYTES), b""), media.path_of(file))
        receiving.describe(file)
    except MediaRefused as refused:
        raise UnreadableFolder(f"{where}: {refused}") from None
    except OSError as error:
        raise UnreadableFolder(f"{where}: its bytes cannot be kept: {error.strerror}.") from None
    if file.media_type != told[2]:
        raise UnreadableFolder(f"{where}: its content is {file.media_type}; correct “media_type”.")
    # The digest is that of the file as it once came, by which the same file is known again.
    file.digest, file.taken_at = told[0], told[1] or file.taken_at
    file.save()
