"""Reads of what was said."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import F, QuerySet

from chancery.base.models import StoredFile
from chancery.events.models import Event, Participation
from chancery.programme.models import Item
from chancery.record.models import Statement
from chancery.record.queries.course import in_fact

Approval, Mode = Statement.Approval, Statement.Mode


def statements_of(event: Event) -> QuerySet[Statement]:
    """
    The statements of an event in the order of the programme, each with its speaker, item and source.

    Ties: what was not said in an item of the programme comes last.
    """
    found = Statement.objects.filter(event=event).select_related(
        "speaker__person", "speaker__office", "speaker__body", "item", "source", "campaign"
    )
    return found.prefetch_related("speaker__person__names").order_by(
        F("item__position").asc(nulls_last=True), "position", "id"
    )


def with_all_beside(statements: QuerySet[Statement]) -> QuerySet[Statement]:
    """Load the people beside the speaker, citations, the statement that is answered, and the recording."""
    return statements.select_related("recording", "answers__speaker__person").prefetch_related(
        "about__person__names",
        "joint_speakers__person__names",
        "citations__cited__person__names",
        "answers__speaker__person__names",
    )


def recordings_of(event: Event) -> QuerySet[StoredFile]:
    """The recordings and texts that statements of an event point to, by name."""
    named = Statement.objects.filter(event=event, recording__isnull=False)
    return StoredFile.objects.filter(pk__in=named.values("recording")).order_by("name", "id")


def drafts_of(event: Event) -> list[Statement]:
    """The notes of the hall that nobody has read over, in the order of the programme."""
    return list(statements_of(event).filter(is_draft=True))


@dataclass(frozen=True, slots=True)
class Choice:
    """
    Which statements are asked for; an empty choice asks for all.

    `speaker` is the code of a participation, `topic` a topic as it is written, `state` one of `draft`,
    `translation` and `approval`.
    """

    speaker: str = ""
    topic: str = ""
    state: str = ""


def needs_approval(statement: Statement) -> bool:
    """Whether a wording still needs the word of its speaker: a quotation, or one that was asked for."""
    is_theirs = statement.mode == Mode.VERBATIM or statement.approval != Approval.NOT_ASKED
    return is_theirs and statement.approval != Approval.GIVEN


def missing_languages(statement: Statement, languages: Iterable[str]) -> list[str]:
    """The languages of an event in which a statement is not written."""
    return [language for language in languages if language not in statement.texts]


def chosen(statements: Iterable[Statement], choice: Choice, languages: Sequence[str]) -> list[Statement]:
    """Return the statements that were asked for, in their order."""
    asked = {
        "draft": lambda statement: statement.is_draft,
        "translation": lambda statement: bool(missing_languages(statement, languages)),
        "approval": needs_approval,
    }.get(choice.state, lambda _statement: True)
    return [
        statement
        for statement in statements
        if asked(statement)
        and choice.speaker in ("", statement.speaker.code)
        and (not choice.topic or choice.topic in statement.topics.values())
    ]


@dataclass(frozen=True, slots=True)
class Said:
    """The statements of one item; `item` is None for what was said in none."""

    item: Item | None
    statements: Sequence[Statement]


def by_item(event: Event, statements: Iterable[Statement]) -> list[Said]:
    """Gather statements under their items in the order in which these took place; no item stands last."""
    under: dict[int | None, list[Statement]] = {}
    for statement in statements:
        under.setdefault(statement.item_id, []).append(statement)
    items = Item.objects.filter(event=event).select_related("parent").order_by("position", "id")
    ordered: list[Item | None] = [*in_fact(list(items)), None]
    found = [(item, under.get(item.pk if item else None)) for item in ordered]
    return [Said(item, statements) for item, statements in found if statements]


@dataclass(frozen=True, slots=True)
class Quoted:
    """One speaker with the wordings that need their word or have it, in their order."""

    speaker: Participation
    statements: Sequence[Statement]


def quotations_of(event: Event) -> list[Quoted]:
    """The quotations of an event and what else was asked for, by speaker, as they first spoke."""
    under: dict[int, list[Statement]] = {}
    for statement in statements_of(event):
        if statement.mode == Mode.VERBATIM or statement.approval != Approval.NOT_ASKED:
            under.setdefault(statement.speaker_id, []).append(statement)
    return [Quoted(statements[0].speaker, statements) for statements in under.values()]


def capacity_of(statement: Statement) -> Mapping[str, str]:
    """The capacity as it is printed for this statement, else that in which the speaker takes part."""
    return statement.capacity_printed or statement.speaker.capacity_line
