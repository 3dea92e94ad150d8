"""`chancery times`: the times of a programme from a plain file, without an installation."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from chancery.programme.plain.errors import UnreadableFile
from chancery.programme.plain.reading import read
from chancery.programme.plain.writing import as_csv, as_json
from chancery.rules.reasons import gettext_noop
from chancery.rules.timing import planned

STANDARD_INPUT = "-"

_NO_FILE = gettext_noop("there is no such file; give the path of a JSON file, or - for standard input.")
_NO_ACCESS = gettext_noop("the file cannot be read; check its rights.")
_NO_TEXT = gettext_noop("the file is not text in UTF-8; save it so.")


class Format(StrEnum):
    """How the answer is written."""

    JSON = "json"
    CSV = "csv"


def register(app: typer.Typer) -> None:
    """Add this app's verb to the command."""
    app.command("times")(times)


def times(
    file: Annotated[str, typer.Argument(help="A JSON file of programmes, or - for standard input.")],
    output: Annotated[Format, typer.Option("--format", help="How to write the answer.")] = Format.JSON,
) -> None:
    """Compute the times of a programme from its anchors and name what stands against it."""
    try:
        found = read(_text(file), file=_shown(file))
    except UnreadableFile as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None
    for notice in found.notices:
        typer.echo(f"{_shown(file)}: {notice}", err=True)
    plans = [(one, planned(one.programme)) for one in found.programmes]
    written = as_csv(plans) if output is Format.CSV else as_json(plans, found.head)
    typer.echo(written, nl=False)


def _text(file: str) -> str:
    try:
        source = sys.stdin.buffer.read() if file == STANDARD_INPUT else Path(file).read_bytes()
        return source.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableFile(_shown(file), "", _NO_TEXT) from None
    except (FileNotFoundError, NotADirectoryError):
        raise UnreadableFile(_shown(file), "", _NO_FILE) from None
    except OSError:
        raise UnreadableFile(_shown(file), "", _NO_ACCESS) from None


def _shown(file: str) -> str:
    return "standard input" if file == STANDARD_INPUT else file
