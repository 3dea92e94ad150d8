"""What the files of a folder hold, row by row, before any of it is looked up."""

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from chancery.desk.archive.columns import UnreadableFolder
from chancery.desk.archive.shapes import CAMPAIGN, FILES, OFFICE_FILE, TABLES, Table
from chancery.desk.archive.values import shown

REF = re.compile(r"[A-Za-z0-9_-]{1,80}")


def contents_of(folder: Path) -> dict[str, dict[str, Any]]:
    """Read the files of a folder by their names."""
    contents = {name: read_file(folder / name) for name in FILES if (folder / name).is_file()}
    if not contents:
        raise UnreadableFolder(
            f"{folder} holds none of {', '.join(FILES)}; give the folder of an event or a campaign."
        )
    _refuse_strange_files(folder)
    known = {(name, table.name) for table in TABLES for name in table.files}
    known |= {(name, "event") for name in FILES} | {(CAMPAIGN, "campaign")}
    for name, tables in contents.items():
        if strange := [table for table in tables if (name, table) not in known]:
            raise UnreadableFolder(
                f"{name} has a table “{strange[0]}” that is not known there; remove or correct it."
            )
    return contents


def entries_of(contents: dict[str, dict[str, Any]]) -> Iterator[tuple[Table, dict[str, Any], str]]:
    """Yield every row of the folder with its table and the words that say where it stands."""
    for table in TABLES:
        for name in table.files:
            tables = contents.get(name, {})
            head = _head(table, name, tables)
            rows = listed(tables.get(table.name, []), f"{name}, table “{table.name}”")
            for number, entry in enumerate(rows, start=1):
                where = f"{name}, {table.name} {number}"
                _check_ref(entry.get("ref"), where)
                yield table, head | entry | {"position": number - 1}, f"{where} ({entry['ref']})"


def _head(table: Table, name: str, tables: dict[str, Any]) -> dict[str, Any]:
    """What the rows of a table share, told once at the head of their file."""
    if name == CAMPAIGN:
        return {"campaign": tables["campaign"]} if "campaign" in tables else {}
    return {"event": _event_of(tables)} if table.is_of_event else {}


def _event_of(tables: dict[str, Any]) -> Any:
    """The event of the rows of a file: the one at its head, else the only one that it describes."""
    named = tables.get("event")
    if not isinstance(named, list):
        return named
    refs = [row.get("ref") for row in named if isinstance(row, dict)]
    return refs[0] if len(refs) == 1 else None


def _check_ref(ref: Any, where: str) -> None:
    if not isinstance(ref, str) or not ref:
        raise UnreadableFolder(f"{where} has no ref; give it a short name of letters, digits and hyphens.")
    if not REF.fullmatch(ref):
        raise UnreadableFolder(
            f"{where}: {shown(ref)} is no ref; write up to 80 letters without accents, digits and hyphens."
        )


def _refuse_strange_files(folder: Path) -> None:
    """A file under a slightly wrong name would be left out without a word."""
    strange = sorted(path.name for path in folder.glob("*.toml") if path.name not in (*FILES, OFFICE_FILE))
    if strange:
        raise UnreadableFolder(f"{strange[0]} is none of {', '.join(FILES)}; rename it or take it away.")


def listed(rows: Any, where: str) -> list[dict[str, Any]]:
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise UnreadableFolder(f"{where}: {shown(rows)} is no list of rows; write [ {{ … }}, {{ … }} ].")
    return rows


def read_file(path: Path) -> dict[str, Any]:
    """Read one TOML file. Errors: UnreadableFolder with the file and the line."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"), parse_float=Decimal)
    except UnicodeDecodeError:
        raise UnreadableFolder(f"{path.name} is not text in UTF-8; save it so.") from None
    except tomllib.TOMLDecodeError as error:
        raise UnreadableFolder(f"{path.name} cannot be read: {error}; correct that line.") from None
    except OSError as error:
        raise UnreadableFolder(f"{path.name} cannot be read: {error.strerror}; check its rights.") from None
