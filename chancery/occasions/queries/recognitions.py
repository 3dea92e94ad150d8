"""Reads of recognitions: single texts, and the plain values from which totals are counted (R117)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.db.models import Prefetch, QuerySet

from chancery.base.languages import any_text
from chancery.occasions.models import Campaign, Recognition, RecognitionStep
from chancery.rules.campaign import recognitions as rules
from chancery.rules.campaign.recognitions import Moment, OfState, Question, Standing, Status, Step, Text
from chancery.rules.dates import PartialDate

SHOWN_IN_PUBLIC = frozenset({Status.ADOPTED, Status.REPEALED})
# How the key of a body begins that stands in no directory: what follows is its name as printed.
PRINTED = "~"


@dataclass(frozen=True, slots=True)
class Published:
    """A recognition that may be shown to everybody, and how it stands."""

    recognition: Recognition
    standing: Standing


def recognitions_of(campaign: Campaign) -> QuerySet[Recognition]:
    """The recognitions of a campaign in the order in which they were recorded, with bodies and steps."""
    beside = ("campaign__organiser", "body", "document", "organiser")
    found = Recognition.objects.filter(campaign=campaign).select_related(*beside)
    return found.prefetch_related(Prefetch("steps", steps_in_order())).order_by("recorded_at", "id")


def steps_in_order() -> QuerySet[RecognitionStep]:
    """Steps by their day, those without one last; of one day as they were recorded."""
    return RecognitionStep.objects.order_by("on", "recorded_at", "id")


def texts_of(campaign: Campaign, *, known_at: datetime | None = None, is_told: bool = True) -> list[Text]:
    """
    Return the texts of a campaign from which totals are counted, those recorded by `known_at`.

    Shape: in the order in which they were recorded, with every step that was ever held for true; two
    queries for any number of texts. Where nothing is looked for, what is told of them need not be read.
    """
    rows, taken = _recorded(campaign, known_at)
    found = rows.values(
        *("id", "ref", "printed_body", "region", "state", "level", "kind", "word", "recorded_at"),
        *("body__code", "body__state", "organiser__ref", *(_TOLD if is_told else ())),
    )
    return [_text(row, taken[row["id"]], campaign) for row in found]


def texts_by_steps(
    campaign: Campaign, *, known_at: datetime | None = None, among: QuerySet[Any, Any] | None = None
) -> list[Text]:
    """
    Return the texts as `texts_of` does, without their words and bodies, which take most of its time.

    For a question that looks for no words and for no body, and counts texts or states. `among` are the keys
    of those that are wanted, where not all are.
    """
    rows, taken = _recorded(campaign, known_at, among)
    columns = ("id", "ref", "state", "body__state", "level", "kind", "recorded_at", "organiser__ref")
    return [
        Text(
            ref=key_of(ref, owner, campaign),
            body="",
            state=state or of_body or "",
            level=rules.Level(level),
            kind=rules.Kind(kind),
            word="",
            steps=tuple(taken[key]),
            recorded_at=recorded_at,
        )
        for key, ref, state, of_body, level, kind, recorded_at, owner in rows.values_list(*columns)
    ]


def text_of(recognition: Recognition) -> Text:
    """Return one text as `texts_by_steps` does; its office and campaign are loaded beforehand."""
    alone = Recognition.objects.filter(pk=recognition.pk).values("pk")
    [text] = texts_by_steps(recognition.campaign, among=alone)
    return text


def _recorded(
    campaign: Campaign, known_at: datetime | None, among: QuerySet[Any, Any] | None = None
) -> tuple[QuerySet[Recognition], Mapping[int, list[Step]]]:
    """The rows of a campaign in the order in which they were recorded, and the steps of each."""
    rows = Recognition.objects.filter(campaign=campaign).order_by("recorded_at", "id")
    steps = RecognitionStep.objects.filter(recognition__campaign=campaign)
    if known_at is not None:
        rows = rows.filter(recorded_at__lte=known_at)
    if among is not None:
        rows, steps = rows.filter(pk__in=among), steps.filter(recognition__in=among)
    return rows, _steps_by_text(steps)


def _steps_by_text(steps: QuerySet[RecognitionStep]) -> Mapping[int, list[Step]]:
    found: defaultdict[int, list[Step]] = defaultdict(list)
    columns = ("recognition_id", "status", "on", "recorded_at", "taken_back_at")
    for key, status, on, recorded_at, taken_back_at in steps.order_by("id").values_list(*columns):
        day = cast("PartialDate | None", on)
        found[key].append(Step(Status(status), day, recorded_at, taken_back_at))
    return found


_TOLD = ("body__names", "titles", "number", "note")


def _text(row: Mapping[str, Any], steps: Iterable[Step], campaign: Campaign) -> Text:
    return Text(
        ref=key_of(row["ref"], row["organiser__ref"], campaign),
        body=_body_key(row),
        state=row["state"] or row["body__state"] or "",
        level=rules.Level(row["level"]),
        kind=rules.Kind(row["kind"]),
        word=row["word"],
        steps=tuple(steps),
        told=_told(row) if "titles" in row else "",
        recorded_at=row["recorded_at"],
    )


def _told(row: Mapping[str, Any]) -> str:
    names = {**(row["body__names"] or {}), **row["printed_body"]}
    told = [*names.values(), *row["titles"].values(), row["region"], row["number"], row["word"], row["note"]]
    return "\n".join(told)


def key_of(ref: str, owner: str, campaign: Campaign) -> str:
    """Return what names a text in totals: its ref, with that of its office where another one recorded it."""
    return ref if owner == campaign.organiser.ref else f"{owner}/{ref}"


def key_in_totals(recognition: Recognition) -> str:
    """Return what names a text in totals; its office and campaign are loaded beforehand."""
    return key_of(recognition.ref, recognition.organiser.ref, recognition.campaign)


def recognitions_called(campaign: Campaign, keys: Sequence[str]) -> dict[str, Recognition]:
    """Return texts with all that a list tells of them, by what names them in totals."""
    found = recognitions_of(campaign).filter(ref__in={key.rpartition("/")[2] for key in keys})
    wanted = set(keys)
    keyed = ((key_of(row.ref, row.organiser.ref, campaign), row) for row in found)
    return {key: row for key, row in keyed if key in wanted}


def bodies_of(campaign: Campaign) -> dict[str, Mapping[str, str]]:
    """Return the names of the bodies that have texts, by the keys that their texts carry."""
    rows = (
        Recognition.objects.filter(campaign=campaign)
        .order_by("id")
        .values(*("printed_body", "region", "state", "body__code", "body__names", "body__state"))
    )
    return {_body_key(row): row["body__names"] or row["printed_body"] for row in rows}


def _body_key(row: Mapping[str, Any]) -> str:
    state = row["state"] or row["body__state"] or ""
    return row["body__code"] or printed_key(row["printed_body"], row["region"], state)


def printed_key(names: Mapping[str, str], region: str, state: str) -> str:
    """
    Return what two texts of one body share where it stands in no directory: its name, region and state.

    Two towns of one name in one state are told apart by their regions.
    """
    return PRINTED + " · ".join(part.casefold() for part in (any_text(names), region, state) if part)


def states_with(campaign: Campaign, question: Question, moment: Moment) -> Mapping[str, OfState]:
    """Count the texts that a question takes in by state, for a map; those of no state under an empty code."""
    return rules.by_state(question, texts_of(campaign, known_at=moment.known_at), moment)


def publishable(campaign: Campaign, moment: Moment) -> list[Published]:
    """
    Return what may be shown to everybody: what was adopted, or repealed since, and can be looked up.

    Shape: the newest first, those without a day last. A text can be looked up where it has a document, an
    address or a source.
    """
    texts = {text.ref: text for text in texts_by_steps(campaign, known_at=moment.known_at)}
    keyed = [(key_of(row.ref, row.organiser.ref, campaign), row) for row in recognitions_of(campaign)]
    found = [
        Published(row, rules.standing(texts[key], moment))
        for key, row in keyed
        if key in texts and is_proved(row)
    ]
    shown = [each for each in found if each.standing.status in SHOWN_IN_PUBLIC]
    return sorted(shown, key=lambda each: str(each.standing.on or ""), reverse=True)


def is_proved(recognition: Recognition) -> bool:
    """Whether a text can be looked up; its steps are loaded beforehand."""
    own = (recognition.document_id, recognition.address, recognition.source)
    return any(own) or any(step.source for step in recognition.steps.all() if step.taken_back_at is None)
