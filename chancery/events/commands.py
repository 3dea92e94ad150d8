"""How a command finds the event it is about."""

import typer

from chancery.events.models import Event


def event_named(ref: str, office: str) -> Event:
    """Return the event called `ref`. Errors: exit code 2 with a sentence where there is none, or several."""
    found = Event.objects.filter(ref=ref).select_related("organiser", "ordering").order_by("id")
    if office:
        found = found.filter(organiser__ref=office)
    events = list(found)
    if len(events) == 1:
        return events[0]
    if events:
        names = ", ".join(event.organiser.ref for event in events)
        typer.echo(f"Several offices have an event “{ref}” ({names}); name one with --office.", err=True)
    else:
        known = ", ".join(Event.objects.order_by("ref").values_list("ref", flat=True)[:10]) or "none yet"
        typer.echo(f"There is no event “{ref}”; known are: {known}.", err=True)
    raise typer.Exit(2)
