"""`chancery seat`: who sits where at an event, and why."""

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any

import typer
from django.conf import settings
from django.utils.translation import gettext, override

from chancery.accounts.commands import refuse
from chancery.base.reasons import in_words
from chancery.events.commands import event_named
from chancery.events.models import Event
from chancery.rules.reasons import Reason
from chancery.rules.seating.explain import chains
from chancery.rules.seating.layout import LayoutRefused
from chancery.seating.models import Plan
from chancery.seating.queries.loading import LoadedPlan, loaded
from chancery.seating.queries.plans import plan_to_show, plans_of
from chancery.seating.queries.reasons import as_it_stands, hands_of
from chancery.seating.wording import where_words


class Format(StrEnum):
    """How the plan is written."""

    TXT = "txt"
    JSON = "json"


def register(app: typer.Typer) -> None:
    """Add this app's verbs to the command."""
    app.command("seat")(seat)


def seat(
    event: Annotated[str, typer.Argument(help="The short name of the event.")],
    plan: Annotated[int, typer.Option(help="The number of the plan; else the one that is chosen.")] = 0,
    output: Annotated[Format, typer.Option("--format", help="How to write it.")] = Format.TXT,
    language: Annotated[str, typer.Option(help="The language of names and reasons.")] = "en",
    office: Annotated[
        str, typer.Option(help="The office of the event, where several have one of that name.")
    ] = "",
) -> None:
    """
    Write who sits where at an event, each seat with its reasons, in the order of precedence.

    Whoever has no seat is named too. Who is kept apart from whom is not told.
    """
    if language not in dict(settings.LANGUAGES):
        refuse(f"There are no reasons in “{language}”; choose {', '.join(dict(settings.LANGUAGES))}.")
    chosen = _plan(event_named(event, office), plan)
    try:
        read = loaded(chosen, language=language, may_read_apart=False)
    except LayoutRefused as error:
        refuse(str(error))
    with override(language):
        rows = _rows(read)
        text = "\n".join(map(_line, rows))
    typer.echo(json.dumps(rows, ensure_ascii=False, indent=2) if output is Format.JSON else text)


def _plan(event: Event, number: int) -> Plan:
    found = plans_of(event).filter(number=number).first() if number else plan_to_show(event)
    if found is None and number:
        refuse(f"The event “{event.ref}” has no plan {number}; leave the number out for the chosen one.")
    if found is None:
        refuse(f"The event “{event.ref}” has no plan of its seats yet; make one on its page “Seating”.")
    return found


def _rows(plan: LoadedPlan) -> list[dict[str, Any]]:
    """Everybody who is to be seated: name, place, seat and reasons; no seat is an empty text."""
    told = chains(plan.problem, as_it_stands(plan), hands=hands_of(plan))
    return [_row(plan, sitter.id, sitter.name, sitter.place, told) for sitter in plan.problem.sitters]


def _row(
    plan: LoadedPlan, sitter: str, name: str, place: int | None, told: Mapping[str, tuple[Reason, ...]]
) -> dict[str, Any]:
    seat_id = plan.placing.get(sitter, "")
    return {
        "name": name,
        "place": place,
        "seat": seat_id,
        "where": where_words(plan.problem.room, seat_id),
        "reasons": [
            {
                "words": in_words(reason),
                "rule": reason.rule,
                "source": reason.source,
                "is_open": reason.is_open,
            }
            for reason in told[sitter]
        ],
    }


def _line(row: Mapping[str, Any]) -> str:
    head = f"{row['place'] or '-'} {row['name']}: {row['where'] or gettext('no seat')}"
    rules = (
        f"  {reason['words']}{f' ({reason["rule"]})' if reason['rule'] else ''}" for reason in row["reasons"]
    )
    return "\n".join([head, *rules])
