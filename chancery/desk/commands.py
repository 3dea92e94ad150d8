"""`chancery load`, `export`, `serve`: thin verbs over the actions of the desk."""

import socket
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Annotated

import typer
from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from chancery import checks
from chancery.accounts import queries
from chancery.accounts.actions import links, offices
from chancery.accounts.commands import refuse
from chancery.accounts.models import Membership
from chancery.accounts.roles import Role
from chancery.base import served
from chancery.base.audit import Actor
from chancery.base.garbage import collect_seldom
from chancery.base.turns import take_short_turns
from chancery.campaign.actions.counting import count_changed
from chancery.desk import commands_bringing, commands_dossier, commands_office, serving
from chancery.desk.archive.campaigns import write_campaign
from chancery.desk.archive.columns import UnreadableFolder
from chancery.desk.archive.office import office_for
from chancery.desk.archive.reading import load_event, load_folder
from chancery.desk.archive.unpacking import unpacked
from chancery.desk.archive.writing import write_event
from chancery.desk.demo import EVENING, draft_communiques, load_evening
from chancery.desk.demo_campaign import show_campaigns
from chancery.desk.demo_day import RECEPTION, load_reception
from chancery.desk.demo_recognitions import CAMPAIGN, record_samples
from chancery.desk.demo_screens import put_up_samples
from chancery.desk.dossier import Run, usual_stock
from chancery.desk.packs import write_campaign_pack, write_pack
from chancery.events.commands import event_named
from chancery.occasions.commands import campaign_named

REFERENCE = Path(__file__).parent / "reference"
type Port = Annotated[int, typer.Option(help="The port to listen on.", min=1, max=65535)]

DEMO = ("bucharest-2025", "bucharest-2025-sample-guests")


def register(app: typer.Typer) -> None:
    """Add this app's verbs to the command."""
    commands_office.register(app)
    app.command("load")(load)
    app.command("export")(export)
    app.command("export-campaign")(export_campaign)
    app.command("archive")(archive)
    commands_dossier.register(app)
    commands_bringing.register(app)
    app.command("serve")(serve)
    app.command("worker")(worker)
    app.command("demo")(demo)


def load(
    folder: Annotated[
        Path,
        typer.Argument(
            help="The folder of an event or a campaign, one file of it (ZIP), or the name of one that ships "
            "with Chancery."
        ),
    ],
    office: Annotated[
        str, typer.Option(help="The office to load into; else the one office.toml names.")
    ] = "",
) -> None:
    """Load an event or a campaign from a folder or a ZIP of it; loading twice changes nothing."""
    try:
        with _opened(folder) as where, transaction.atomic():
            organiser = office_for(where, office)
            loaded = load_folder(where, organiser=organiser, by=Actor(organiser.pk))
    except UnreadableFolder as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None
    typer.echo(f"{loaded.subject.ref}: {loaded.created} rows made, {loaded.changed} changed.")
    for sentence in loaded.told:
        typer.echo(sentence)


def export(
    event: Annotated[str, typer.Argument(help="The short name of the event.")],
    out: Annotated[Path, typer.Option(help="The folder to write.")],
    office: Annotated[
        str, typer.Option(help="The office of the event, where several have one of that name.")
    ] = "",
) -> None:
    """Write an event and all it rests on as a folder of plain text."""
    chosen = event_named(event, office)
    try:
        written = write_event(chosen, out)
    except OSError as error:
        refuse(f"{out} cannot be written: {error.strerror}; give another folder with --out.")
    for path in written:
        typer.echo(path)


def export_campaign(
    campaign: Annotated[str, typer.Argument(help="The short name of the campaign.")],
    out: Annotated[Path, typer.Option(help="The folder to write, or a file that ends in .zip.")],
    office: Annotated[
        str, typer.Option(help="The office that owns it, where several have one of that name.")
    ] = "",
) -> None:
    """Write a whole campaign as a folder of plain text: texts, series, recognitions, claims and totals."""
    chosen = campaign_named(campaign, office)
    try:
        if out.suffix == ".zip":
            write_campaign_pack(chosen, out.absolute(), timezone.now())
            written = [out]
        else:
            written = write_campaign(chosen, out)
    except OSError as error:
        refuse(f"{out} cannot be written: {error.strerror}; give another place with --out.")
    for path in written:
        typer.echo(path)


def archive(
    event: Annotated[str, typer.Argument(help="The short name of the event.")],
    out: Annotated[Path, typer.Option(help="The ZIP file to write.")],
    office: Annotated[
        str, typer.Option(help="The office of the event, where several have one of that name.")
    ] = "",
) -> None:
    """Write the archive pack of an event: all data with its files, and the papers as PDF/A."""
    chosen = event_named(event, office)
    run = Run(timezone.now(), author="", stock=usual_stock(chosen), is_for_archive=True)
    try:
        outcomes = write_pack(chosen, out.absolute(), run)
    except OSError as error:
        refuse(f"{out} cannot be written: {error.strerror}; give another file with --out.")
    for outcome in outcomes:
        if outcome.path is None:
            typer.echo(f"{outcome.document.filename}: {outcome.failure}", err=True)
    typer.echo(out)


def serve(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Port = 8000,
) -> None:
    """Serve the pages; on SQLite the background work runs in the same process."""
    listening = _listen(host, port)
    if checks.say_what_is_wrong():
        raise typer.Exit(2)
    address = serving.address_of(host, port)
    typer.echo(f"Chancery answers at {address}/")
    if not queries.is_set_up():
        link = f"{address}/setup/{links.set_up_key()}/"
        typer.echo(f"Open {link} to set up your office; whoever has the link can, so keep it to yourself.")
    serving.serve(listening, with_worker=connection.vendor == "sqlite")


def worker() -> None:
    """Run the background work of an installation on PostgreSQL, beside `chancery serve`."""
    if connection.vendor == "sqlite":
        typer.echo(
            "On SQLite one process writes: `chancery serve` runs the background work itself.", err=True
        )
        raise typer.Exit(2)
    collect_seldom()
    take_short_turns()
    serving.work()


def demo(
    port: Port = 8000,
) -> None:
    """Load the reference event with its sample guests and serve it."""
    listening = _listen("127.0.0.1", port)
    officer = load_demo()
    key = links.make_sign_in_link(officer.user, now=timezone.now())
    address = serving.address_of("127.0.0.1", port)
    typer.echo(f"Chancery answers at {address}/ until you press Ctrl-C.")
    typer.echo(f"Open {address}/account/link/{key}/ to sign in; the link is good once.")
    serving.serve(listening, with_worker=connection.vendor == "sqlite")


def load_demo() -> Membership:
    """Load all that the demo shows, unless it is there already; return its officer."""
    organiser = office_for(REFERENCE / DEMO[0])
    for name in DEMO:
        loaded = load_event(REFERENCE / name, organiser=organiser, by=Actor(organiser.pk))
        typer.echo(f"Loaded {name}: {loaded.created} rows made, {loaded.changed} changed.")
    draft_communiques(organiser, now=timezone.now())
    show_campaigns(organiser, now=timezone.now())
    officer = offices.member_of(organiser, email="officer@example.org", name="Sample Officer")
    head = offices.member_of(organiser, email="head@example.org", name="Sample Head", role=Role.HEAD)
    if load_evening(REFERENCE / EVENING, officer=officer, head=head, now=timezone.now()):
        typer.echo(f"Loaded {EVENING}: invitations sent, and answered around today.")
    if load_reception(REFERENCE / RECEPTION, officer=officer, now=timezone.now()):
        typer.echo(f"Loaded {RECEPTION}: its doors are open, the first guests are in.")
    if screens := put_up_samples(organiser, event=DEMO[0], by=Actor(organiser.pk, officer.user)):
        typer.echo(f"Put up {screens} screens for {DEMO[0]}.")
    if texts := record_samples(organiser, by=Actor(organiser.pk, officer.user)):
        typer.echo(f"Recorded {texts} texts of {CAMPAIGN}.")
    typer.echo(f"Counted {count_changed(organiser)} events.")
    return officer


def _listen(host: str, port: int) -> socket.socket:
    """Take the address to listen on. Errors: exit code 2 with one sentence."""
    try:
        listening = serving.listen(host, port)
    except serving.CannotListen as refusal:
        refuse(str(refusal))
    # What this process mails leads to where it answers, whatever port it was given.
    settings.BASE_URL = serving.address_of(host, port)
    served.keep(settings.BASE_URL)
    return listening


def _opened(given: Path) -> AbstractContextManager[Path]:
    """The folder of an event, also out of an archive pack. Errors: UnreadableFolder."""
    return unpacked(given) if given.is_file() else nullcontext(_folder(given))


def _folder(given: Path) -> Path:
    """Return the folder of an event, which may be one that ships with Chancery. Errors: UnreadableFolder."""
    for folder in (given, REFERENCE / given.name):
        if folder.is_dir():
            return folder
    shipped = ", ".join(sorted(path.name for path in REFERENCE.iterdir()))
    raise UnreadableFolder(f"There is no folder {given}; give the path of one, or one of {shipped}.")
