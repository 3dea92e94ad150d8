"""The office of an event folder: described in office.toml, founded where it does not exist yet."""

from pathlib import Path
from typing import Any, Never

from django.db import models, transaction

from chancery.accounts.actions import offices
from chancery.accounts.models import Organiser
from chancery.base import places
from chancery.desk.archive.columns import UnreadableFolder, columns_of, from_toml
from chancery.desk.archive.contents import read_file
from chancery.desk.archive.shapes import OFFICE_FILE, OFFICE_WITHOUT
from chancery.desk.archive.values import is_needed
from chancery.precedence import loader


@transaction.atomic
def office_for(folder: Path, ref: str = "") -> Organiser:
    """
    Return the office to load into: the one called `ref`, else that of office.toml, founded if it is missing.

    Errors: UnreadableFolder where neither exists nor is described as a whole.
    """
    entry = read_file(folder / OFFICE_FILE) if (folder / OFFICE_FILE).is_file() else {}
    named = ref or entry.get("ref", "")
    if not isinstance(named, str) or not named:
        raise UnreadableFolder("No office is named; write its ref into office.toml, or give --office.")
    organiser = Organiser.objects.filter(ref=named).first()
    if organiser is not None:
        return organiser
    if entry.get("ref") != named or set(entry) == {"ref"}:
        raise UnreadableFolder(f"There is no office “{named}”; name an existing one with --office.")
    return _founded(entry)


def _founded(entry: dict[str, Any]) -> Organiser:
    known = {column.name: column for column in columns_of(Organiser, OFFICE_WITHOUT)}
    if strange := sorted(set(entry) - set(known) - {"ref"}):
        raise UnreadableFolder(f"{OFFICE_FILE} has a field “{strange[0]}” that is not known; remove it.")
    if missing := [name for name, column in known.items() if is_needed(column) and name not in entry]:
        raise UnreadableFolder(f"{OFFICE_FILE} has no field “{missing[0]}”; add it.")
    written = [name for name in known if name in entry]
    fields = {name: from_toml(known[name], entry[name], _no_row, OFFICE_FILE) for name in written}
    _check(fields)
    return offices.found_office(ref=entry["ref"], by=None, **fields)


def _check(fields: dict[str, Any]) -> None:
    """Refuse what would make a broken office."""
    if not fields.get("names"):
        raise UnreadableFolder(f"{OFFICE_FILE} has no field “names”; add it.")
    if not places.is_time_zone(fields.get("time_zone", "UTC")):
        raise UnreadableFolder(f"{OFFICE_FILE}, field “time_zone”: write a zone such as Europe/Bucharest.")
    if fields.get("profile", "diplomatic-corps") not in {profile.key for profile in loader.profiles()}:
        raise UnreadableFolder(
            f"{OFFICE_FILE}, field “profile”: there is no profile “{fields['profile']}”; "
            "`chancery order --list-profiles` lists them."
        )


def _no_row(model: type[models.Model], ref: str) -> Never:
    raise TypeError(f"An office names no {model.__name__} “{ref}”.")
