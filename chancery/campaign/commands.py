"""`chancery count`: what events add up to, for offices in years."""

from typing import Annotated

import typer

from chancery.accounts.commands import refuse
from chancery.accounts.models import Organiser
from chancery.campaign.actions import counting


def register(app: typer.Typer) -> None:
    """Add this app's verbs to the command."""
    app.command("count")(count)


def count(
    office: Annotated[
        str, typer.Option(help="Only the office of this short name; every office where none is given.")
    ] = "",
    from_nothing: Annotated[
        bool, typer.Option("--all", help="Throw the counts away and count every event anew.")
    ] = False,
) -> None:
    """Count the events that changed, and add up the years of each office and of each ministry."""
    offices = Organiser.objects.order_by("ref")
    if office:
        offices = offices.filter(ref=office)
        if not offices:
            refuse(f"There is no office “{office}”; look at its address for the short name.")
    one = counting.count_from_nothing if from_nothing else counting.count_changed
    for each in offices:
        if events := one(each):
            typer.echo(f"{each.ref}: {events}")
