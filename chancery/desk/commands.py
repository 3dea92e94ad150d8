"""`chancery load`, `export`, `serve`: thin verbs over the actions of the desk."""

import tomllib
from pathlib import Path
from typing import Annotated

import typer

from chancery.accounts.models import Organiser
from chancery.base.audit import Actor
from chancery.desk.archive.columns import UnreadableFolder
from chancery.desk.archive.reading import load_event
from chancery.desk.archive.writing import write_event
from chancery.events.models import Event

REFERENCE = Path(__file__).parent / "reference"


def register(app: typer.Typer) -> None:
    """Add this app's verbs to the command."""
    app.command("load")(load)
    app.command("export")(export)


def load(
    folder: Annotated[
        Path, typer.Argument(help="The folder of an event, or the name of one that ships with Chancery.")
    ],
    office: Annotated[
        str, typer.Option(help="The office to load into; else the one office.toml names.")
    ] = "",
) -> None:
    """Load an event from a folder of plain text; loading twice changes nothing."""
    try:
        where = folder if folder.is_dir() else REFERENCE / folder.name
        organiser = _organiser(where, office)
        loaded = load_event(where, organiser=organiser, by=Actor(organiser.pk))
    except UnreadableFolder as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None
    typer.echo(f"{loaded.event.ref}: {loaded.created} rows made, {loaded.changed} changed.")


def export(
    event: Annotated[str, typer.Argument(help="The short name of the event.")],
    out: Annotated[Path, typer.Option(help="The folder to write.")],
) -> None:
    """Write an event and all it rests on as a folder of plain text."""
    found = Event.objects.filter(ref=event).order_by("id").first()
    if found is None:
        typer.echo(f"There is no event “{event}”; `chancery events` lists them.", err=True)
        raise typer.Exit(2)
    for path in write_event(found, out):
        typer.echo(path)


def _organiser(folder: Path, ref: str) -> Organiser:
    """Return the office to load into, founding the one that office.toml describes where it is missing."""
    described = folder / "office.toml"
    fields = tomllib.loads(described.read_text(encoding="utf-8")) if described.is_file() else {}
    ref = ref or fields.get("ref", "")
    organiser = Organiser.objects.filter(ref=ref).first()
    if organiser is not None:
        return organiser
    if not fields or fields["ref"] != ref:
        raise UnreadableFolder(f"There is no office “{ref}”; name an existing one with --office.")
    return Organiser.objects.create(**fields)
