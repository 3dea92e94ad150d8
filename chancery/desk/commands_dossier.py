"""`chancery dossier`: every paper of an event into one folder."""

from pathlib import Path
from typing import Annotated

import typer
from django.utils import timezone

from chancery.accounts.commands import refuse
from chancery.base.forms_stock import OFFERED, StockForm
from chancery.base.stock import Stock
from chancery.desk.dossier import Outcome, Run, documents_of, usual_stock, write_dossier
from chancery.events.commands import event_named
from chancery.events.models import Event


def register(app: typer.Typer) -> None:
    """Add this verb to the command."""
    app.command("dossier")(dossier)


def dossier(
    event: Annotated[str, typer.Argument(help="The short name of the event.")],
    out: Annotated[Path, typer.Option(help="The folder to write the papers into.")],
    office: Annotated[
        str, typer.Option(help="The office of the event, where several have one of that name.")
    ] = "",
    sheet: Annotated[str, typer.Option(help="a4 or us-letter; else what is usual in the host state.")] = "",
    envelope: Annotated[str, typer.Option(help="c6, dl, us-10 or a7-envelope.")] = "",
    place_card: Annotated[str, typer.Option(help="tent or flat.")] = "",
    name_card: Annotated[str, typer.Option(help="badge, a6 or 5x7.")] = "",
    invitation_card: Annotated[str, typer.Option(help="a6 or 5x7.")] = "",
    label: Annotated[str, typer.Option(help="70x36, 63x34, 99x38, 4x1.33in or 4x2in.")] = "",
    cut: Annotated[
        str,
        typer.Option(
            help="Cards several on a sheet with marks to cut (sheet), each on a page of its own (card), or "
            "such pages with bleed and marks (printer)."
        ),
    ] = "",
) -> None:
    """Print every paper of an event; one that fails is named and does not stop the others."""
    chosen = event_named(event, office)
    wanted = {
        "sheet": sheet, "envelope": envelope, "place_card": place_card, "name_card": name_card,
        "invitation_card": invitation_card, "label": label, "cut": cut,
    }  # fmt: skip
    run = Run(timezone.now(), author="", stock=_stock(chosen, wanted))
    try:
        outcomes = write_dossier(chosen, documents_of(chosen), out, run, report=_report)
    except OSError as error:
        refuse(f"{out} cannot be written: {error.strerror}; give another folder with --out.")
    failed = [outcome for outcome in outcomes if outcome.path is None]
    typer.echo(f"{len(outcomes) - len(failed)} papers in {out}.")
    raise typer.Exit(1 if failed else 0)


def _stock(event: Event, wanted: dict[str, str]) -> Stock:
    """Return what is printed on. Errors: exit code 2 with a sentence for a size that is not on offer."""
    form = StockForm({name: value for name, value in wanted.items() if value}, usual=usual_stock(event))
    for name in form.errors:
        offered = ", ".join(value for value, _word in OFFERED[name])
        refuse(f"--{name.replace('_', '-')} {wanted[name]} is not on offer; choose one of {offered}.")
    return form.stock


def _report(outcome: Outcome) -> None:
    if outcome.path is None:
        typer.echo(f"{outcome.document.filename}: {outcome.failure}", err=True)
    else:
        typer.echo(outcome.path)
