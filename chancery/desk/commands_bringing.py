"""`chancery bring`, `bring-events`: attendees and events from pretix, Indico and Eventbrite."""

from pathlib import Path
from typing import Annotated

import typer

from chancery.accounts.commands import organiser_named, refuse
from chancery.base.audit import Actor
from chancery.desk.bringing import events
from chancery.desk.bringing.planning import Fate, plan_of
from chancery.desk.bringing.reading import read
from chancery.desk.bringing.writing import Doubts, bring
from chancery.directory.importing.problems import UnreadableFile
from chancery.events.commands import event_named
from chancery.guests.actions.replies import ReplyRefused


def register(app: typer.Typer) -> None:
    """Add these verbs to the command."""
    app.command("bring")(bring_attendees)
    app.command("bring-events")(bring_events)


def bring_attendees(
    event: Annotated[str, typer.Argument(help="The short name of the event.")],
    file: Annotated[Path, typer.Argument(help="The export: CSV, XLSX or JSON.", exists=True, dir_okay=False)],
    office: Annotated[
        str, typer.Option(help="The office of the event, where several have one of that name.")
    ] = "",
    doubtful: Annotated[Doubts, typer.Option(help="What is done with doubtful rows.")] = Doubts.LEAVE,
    look: Annotated[bool, typer.Option("--look", help="Only say what would be made.")] = False,
) -> None:
    """Bring the attendees of an export of pretix, Indico or Eventbrite to an event."""
    chosen = event_named(event, office)
    try:
        export = read(file.read_bytes())
    except UnreadableFile as error:
        refuse(str(error))
    plan = plan_of(chosen, export)
    for line in plan.of(Fate.DOUBTFUL, Fate.LEFT_OUT):
        typer.echo(f"Row {line.attendee.row} ({line.fate.value}) {line.name}: {line.why}")
    for question in plan.unasked:
        typer.echo(f"Answers to “{question}” are not brought; the event does not ask it.")
    if look:
        counts = ", ".join(f"{len(plan.of(fate))} {fate.value}" for fate in Fate)
        typer.echo(f"{export.peer.value}: {counts}; nothing was written.")
        return
    try:
        brought = bring(chosen, export, filename=file.name, doubts=doubtful, by=Actor(chosen.organiser_id))
    except ReplyRefused as refused:
        refuse(str(refused))
    typer.echo(
        f"{export.peer.value}: {brought.guests} guests, {brought.replies} replies, "
        f"{brought.arrivals} arrivals; {brought.people} people are new."
    )


def bring_events(
    office: Annotated[str, typer.Argument(help="The short name of the office.")],
    file: Annotated[Path, typer.Argument(help="The export as JSON.", exists=True, dir_okay=False)],
    look: Annotated[bool, typer.Option("--look", help="Only say what was read.")] = False,
) -> None:
    """Bring events of Indico or pretix as drafts, each once."""
    organiser = organiser_named(office)
    try:
        found = events.read_events(file.read_bytes())
    except UnreadableFile as error:
        refuse(str(error))
    for line in events.in_words(found):
        typer.echo(line)
    if look:
        typer.echo("Nothing was written.")
        return
    made, known = events.bring_events(found, organiser=organiser, by=Actor(organiser.pk))
    typer.echo(f"{len(made)} events are planned as drafts; {known} were here already.")
