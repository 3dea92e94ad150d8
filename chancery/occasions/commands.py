"""`chancery recognitions`: a total of recognitions with the question it answers."""

import json
from datetime import datetime
from enum import StrEnum
from typing import Annotated

import typer
from django.conf import settings
from django.utils import timezone
from django.utils.translation import override

from chancery.accounts.commands import refuse, write_out
from chancery.occasions import documents, recognition_rows
from chancery.occasions.models import Campaign
from chancery.occasions.queries.asked import asked_from
from chancery.occasions.recognition_rows import Asking
from chancery.rules.campaign.recognitions import Counted, Kind, Level, Status

type Several = list[str]


class Format(StrEnum):
    """How a total is written."""

    TXT = "txt"
    CSV = "csv"
    JSON = "json"


def register(app: typer.Typer) -> None:
    """Add this app's verbs to the command."""
    app.command("recognitions")(recognitions)


def recognitions(
    campaign: Annotated[str, typer.Argument(help="The short name of the campaign.")],
    office: Annotated[str, typer.Option(help="Its office, where several have one of that name.")] = "",
    as_of: Annotated[str, typer.Option(help="A day of history: 2014-12-31; else today.")] = "",
    known: Annotated[str, typer.Option(help="A day of knowledge: 2014-12-31; else now.")] = "",
    counted: Annotated[Counted, typer.Option(help="What is counted.")] = Counted.TEXTS,
    status: Annotated[list[Status] | None, typer.Option(help="What became of the texts.")] = None,
    level: Annotated[list[Level] | None, typer.Option(help="Whose texts they are.")] = None,
    kind: Annotated[list[Kind] | None, typer.Option(help="What kind of texts they are.")] = None,
    state: Annotated[Several | None, typer.Option(help="Their states, by two letters.")] = None,
    word: Annotated[Several | None, typer.Option(help="The word they use.")] = None,
    body: Annotated[Several | None, typer.Option(help="Their bodies, by the code of the directory.")] = None,
    since: Annotated[str, typer.Option(help="The first day of the status.")] = "",
    until: Annotated[str, typer.Option(help="The last day of the status.")] = "",
    language: Annotated[str, typer.Option(help="The language of the answer.")] = "en",
    written: Annotated[Format, typer.Option("--format", help="txt, csv or json.")] = Format.TXT,
) -> None:
    """Count recognitions by a question, and say the question with the total."""
    if language not in dict(settings.LANGUAGES):
        refuse(f"There are no answers in “{language}”; choose {', '.join(dict(settings.LANGUAGES))}.")
    chosen = campaign_named(campaign, office)
    parameters = {
        "counted": [counted.value],
        "status": [each.value for each in status or ()],
        "level": [each.value for each in level or ()],
        "kind": [each.value for each in kind or ()],
        "state": [each.upper() for each in state or ()],
        "word": word or [],
        "body": body or [],
        **_days(as_of=as_of, known=known, since=since, until=until),
    }
    zone = chosen.organiser.zone
    with override(language), timezone.override(zone):
        asked = asked_from(parameters, now=timezone.localtime())
        _write(recognition_rows.ask(chosen, asked), written)


def _days(**days: str) -> dict[str, list[str]]:
    """The days that were named. Errors: exit code 2 with a sentence for what is no day."""
    for name, text in days.items():
        try:
            if text:
                datetime.fromisoformat(text)
        except ValueError:
            refuse(f"“{text}” is no day; write --{name.replace('_', '-')} 2014-12-31.")
    return {name: [text] for name, text in days.items() if text}


def campaign_named(ref: str, office: str) -> Campaign:
    """Return the campaign called `ref`. Errors: exit code 2 with a sentence for none, or several."""
    found = Campaign.objects.filter(ref=ref).select_related("organiser").order_by("id")
    campaigns = list(found.filter(organiser__ref=office) if office else found)
    if len(campaigns) == 1:
        return campaigns[0]
    if campaigns:
        names = ", ".join(each.organiser.ref for each in campaigns)
        refuse(f"Several offices have a campaign “{ref}” ({names}); name one with --office.")
    known = ", ".join(Campaign.objects.order_by("ref").values_list("ref", flat=True)[:10]) or "none yet"
    return refuse(f"There is no campaign “{ref}”; known are: {known}.")


def _write(asking: Asking, written: Format) -> None:
    match written:
        case Format.CSV:
            write_out(documents.table_as_csv(asking), None)
        case Format.JSON:
            typer.echo(json.dumps(_as_plain(asking), ensure_ascii=False, indent=2))
        case Format.TXT:
            total = asking.in_words
            narrowing = [f"{each.name}: {each.words}" for each in total.narrowing]
            typer.echo("\n".join(filter(None, [total.words, *total.notes, *narrowing, total.not_narrowed])))


def _as_plain(asking: Asking) -> dict[str, object]:
    total = asking.total
    return {
        "value": total.value,
        "at_most": total.at_most,
        "texts": total.texts,
        "doubtful": total.doubtful,
        "without_day": total.without_day,
        "without_state": total.without_state,
        "filters": {each.name: each.words for each in asking.in_words.filters},
    }
