"""The record of one event, read once for all questions, with the words in which its rows are told."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from zoneinfo import ZoneInfo

from django.db.models import Prefetch
from django.utils.translation import gettext

from chancery.base import cldr
from chancery.base.languages import listed, wording
from chancery.events import ordering
from chancery.events import queries as events
from chancery.events import wording as words
from chancery.events.models import Claim, Event, GuestCategory, Matter, Participation, Source
from chancery.exhibition.models import Stay
from chancery.programme import queries as programme
from chancery.programme.models import Happened, Item
from chancery.record.models import Document, Handover, Statement
from chancery.record.queries import counted, course
from chancery.record.queries import said as record


class Side(StrEnum):
    """Of what is asked: of the plan before the event, of the record after it."""

    PLAN = "plan"
    RECORD = "record"


class Known:
    """
    What is stored of an event, for a reader of `language`; each table is read when it is first asked for.

    `speaker` and `topic` narrow what is told of statements to those that hold these words.
    """

    def __init__(
        self, event: Event, *, side: Side, language: str, speaker: str = "", topic: str = ""
    ) -> None:
        self.event, self.side, self.language = event, side, language
        self.speaker, self.topic = speaker.casefold(), topic.casefold()

    @property
    def is_plan(self) -> bool:
        return self.side is Side.PLAN

    @cached_property
    def listed_items(self) -> Sequence[Item]:
        return list(programme.items_ever(self.event))

    @cached_property
    def items(self) -> Sequence[Item]:
        """The items of the asked side in its order: those of the plan, or those that took place."""
        if self.is_plan:
            planned = [item for item in self.listed_items if item.is_planned]
            return [item for item in planned if item.status != Item.Status.DROPPED]
        return [item for item in course.in_fact(self.listed_items) if took_place(item)]

    @cached_property
    def participations(self) -> Sequence[Participation]:
        found = events.participations_of(self.event).select_related("actual_source")
        return list(found.prefetch_related("person__relations__other__names"))

    @cached_property
    def came(self) -> Mapping[int, counted.Came]:
        """What the doors counted, by the key of the participation."""
        return counted.counted_at(self.event)

    @cached_property
    def categories(self) -> Sequence[GuestCategory]:
        return list(events.categories_of(self.event))

    @cached_property
    def sources(self) -> Sequence[Source]:
        return list(events.sources_of(self.event).select_related("version_of"))

    @cached_property
    def statements(self) -> Sequence[Statement]:
        found = record.statements_of(self.event).prefetch_related("joint_speakers__person__names")
        return [statement for statement in found if self._is_asked_for(statement)]

    @cached_property
    def matters(self) -> Sequence[Matter]:
        claims = Claim.objects.select_related(
            "claimant__person", "claimant__office", "claimant_body", "source"
        )
        found = Matter.objects.filter(event=self.event).select_related("category", "part", "decided_by")
        return list(
            found.prefetch_related(Prefetch("claims", claims.order_by("position", "id"))).order_by(
                "position", "id"
            )
        )

    @cached_property
    def documents(self) -> Sequence[Document]:
        found = Document.objects.filter(event=self.event).select_related("issuer", "source")
        return list(found.order_by("position", "id"))

    @cached_property
    def handovers(self) -> Sequence[Handover]:
        found = Handover.objects.filter(event=self.event).select_related(
            "document", "giver__person", "giver__office", "receiver__person", "receiver__office",
            "receiver_body", "source",
        )  # fmt: skip
        return list(found.order_by("position", "id"))

    @cached_property
    def order(self) -> ordering.EventOrder:
        return ordering.order_of(self.event)

    def _is_asked_for(self, statement: Statement) -> bool:
        said = " ".join([*statement.topics.values(), *statement.texts.values()]).casefold()
        return self.speaker in self.who(statement.speaker).casefold() and self.topic in said

    @cached_property
    def stays(self) -> Mapping[int, Sequence[Stay]]:
        """Where the exhibitions of the event are shown, by the key of the exhibition."""
        found: defaultdict[int, list[Stay]] = defaultdict(list)
        shown = Stay.objects.filter(exhibition__showings__item__event=self.event).distinct()
        for stay in shown.select_related("place").order_by("position", "id"):
            found[stay.exhibition_id].append(stay)
        return found

    @cached_property
    def _named(self) -> Mapping[int, Participation]:
        """Everybody with their names, which what hangs on an item comes without."""
        return {who.pk: who for who in self.participations}

    # How rows are told.

    def text(self, texts: Mapping[str, str]) -> str:
        return wording(texts, self.language).text

    def name(self, who: Participation) -> str:
        return words.name_of(self._named.get(who.pk, who), self.language)

    def who(self, who: Participation) -> str:
        """Name and capacity: the one printed here, else the title of the office that counts."""
        who = self._named.get(who.pk, who)
        capacity = self.text(who.capacity_line) if who.person else ""
        return (
            gettext("%(name)s, %(capacity)s") % {"name": self.name(who), "capacity": capacity}
            if capacity
            else self.name(who)
        )

    def who_all(self, people: Iterable[Participation | None]) -> str:
        return listed(self.who(who) for who in people if who is not None)

    def title(self, item: Item) -> str:
        return self.text(item.titles) or item.get_kind_display()

    def day(self, moment: datetime) -> str:
        return cldr.moment_in_words(self.local(moment), self.language)

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(ZoneInfo(self.event.time_zone))

    def languages(self, codes: Iterable[str]) -> str:
        return listed(cldr.language_in_words(code, self.language) for code in codes)

    def states(self, codes: Iterable[str]) -> str:
        return listed(cldr.state_in_words(code, self.language) for code in codes)


def took_place(item: Item) -> bool:
    """Whether it is known that an item took place, as planned or otherwise."""
    return item.happened in (Happened.YES, Happened.CHANGED)


def told[Row](rows: Iterable[Row], *, is_plan: bool) -> list[Row]:
    """What hangs on an item and belongs to the asked side: planned, or not known to have failed."""
    if is_plan:
        return [row for row in rows if row.is_planned]  # type: ignore[attr-defined]  # rows of PlannedModel
    return [row for row in rows if row.happened != Happened.NO]  # type: ignore[attr-defined]  # rows of PlannedModel
