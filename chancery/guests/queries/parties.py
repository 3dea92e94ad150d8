"""Reads of the guest list."""

import json
from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.models import Count, Prefetch, QuerySet, Sum, TextField
from django.db.models.functions import Cast

from chancery.directory.models import Person
from chancery.events import queries as events
from chancery.events.models import Event, GuestCategory, Participation
from chancery.events.participants import Participant, names_of
from chancery.guests.models import Companion, GuestList, Invitation, Inviter, Standing
from chancery.guests.queries.returns import returned_to


@dataclass(frozen=True, slots=True)
class Party:
    """
    Who comes with a guest, and who asked for them; `inviter` is a key, None where nobody is named.

    Companions are those invited, and of a guest who has accepted those who come. `standing` and `coming` are
    what the replies add up to; `is_late` tells of the reply that counts, `came_back` of the last message.
    """

    inviter: int | None = None
    unnamed: int = 0
    tags: Sequence[str] = ()
    companions: Sequence[str] = ()
    standing: str = Standing.NOT_INVITED
    coming: int = 0
    is_held: bool = False
    is_late: bool = False
    came_back: bool = False

    @property
    def size(self) -> int:
        """How many people the party is, the guest included."""
        return 1 + self.unnamed + len(self.companions)


ALONE = Party()
NO_REPLY = "none"
"""How an address asks for guests who were not invited yet, whose standing is empty."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A guest with the party; a guest who was listed without one comes alone."""

    who: Participant
    party: Party

    @property
    def reply(self) -> str:
        """Where the invitation stands (R83)."""
        return reply_of(self.who.planned, self.party.standing)

    @property
    def coming(self) -> int:
        """How many people come by this party, as far as it is known."""
        is_planned_only = not self.party.standing and self.reply == Standing.ACCEPTED
        return self.party.size if is_planned_only else self.party.coming


# What a plan without a recorded reply says of a guest.
PLANNED_AS: Mapping[str, Standing] = {
    Participation.Planned.INVITED: Standing.SILENT,
    Participation.Planned.ACCEPTED: Standing.ACCEPTED,
    Participation.Planned.DECLINED: Standing.REGRETTED,
    Participation.Planned.REPRESENTED: Standing.REPRESENTED,
}


@dataclass(frozen=True, slots=True)
class GuestFilter:
    """What the list is narrowed to; empty values narrow nothing."""

    category: str = ""
    capacity: str = ""
    reply: str = ""
    inviter: str = ""
    tag: str = ""


def reply_of(planned: str, standing: str) -> str:
    """Where an invitation stands: by the replies, else by what the plan of the event says (R83)."""
    return standing or PLANNED_AS.get(planned, Standing.NOT_INVITED)


def listed_among(event: Event, everybody: Sequence[Participant], language: str) -> list[Listed]:
    """
    Return those of `everybody` at the event who stand on the guest list, in the given order.

    Companions from the directory are named for a reader of `language`.
    """
    parties = parties_of(event, language)
    return [
        Listed(who, parties.get(who.key, ALONE))
        for who in everybody
        if who.capacity in Participation.OF_GUESTS
    ]


def parties_of(event: Event, language: str) -> dict[int, Party]:
    """Return every party of an event by the key of its guest."""
    names, back = _companions(event, language), returned_to(event)
    rows = Invitation.objects.filter(guest__event=event).order_by("pk")
    return {row[1]: _party(row, names, back) for row in rows.values_list(*_PARTY)}


_PARTY = (
    "pk",
    "guest_id",
    "inviter_id",
    "unnamed_companions",
    Cast("tags", TextField()),
    "standing",
    "coming",
    "is_held",
    "reply__is_late",
    "reply__unnamed_companions",
    Cast("reply__companion_names", TextField()),
)
_WITH_WHOM_THEY_COME = frozenset({Standing.ACCEPTED, Standing.WALK_IN})


def _party(row: tuple[Any, ...], names: Mapping[int, Sequence[str]], back: Container[int]) -> Party:
    key, _guest, inviter, unnamed, tags, standing, coming, is_held, is_late, said_unnamed, said_names = row
    invited = names.get(key, ())
    if said_names is not None and standing in _WITH_WHOM_THEY_COME:
        unnamed, invited = said_unnamed, _texts_of(said_names)
    tagged = _texts_of(tags)
    return Party(inviter, unnamed, tagged, invited, standing, coming, is_held, bool(is_late), key in back)


# A list has few tags and most guests have none: each set of them is decoded once.
@lru_cache(maxsize=2000)
def _texts_of(kept: str) -> tuple[str, ...]:
    return tuple(json.loads(kept))


def _companions(event: Event, language: str) -> dict[int, list[str]]:
    """The names of the companions in each invitation; the directory is asked only where it knows one."""
    rows = Companion.objects.filter(invitation__guest__event=event)
    listed = list(rows.order_by("position", "pk").values_list("invitation_id", "person_id", "name"))
    people = {person for _invitation, person, _name in listed if person}
    names = names_of(Person.objects.filter(pk__in=rows.values("person")), language) if people else {}
    found: defaultdict[int, list[str]] = defaultdict(list)
    for invitation, person, name in listed:
        found[invitation].append(names[person] if person else name)
    return found


def guests_of(event: Event) -> QuerySet[Participation]:
    """Everybody on the guest list as rows that can be changed, with their party and its inviter."""
    companions = (
        Companion.objects.select_related("person")
        .prefetch_related("person__names")
        .order_by("position", "id")
    )
    return (
        events.participations_of(event)
        .filter(capacity__in=Participation.OF_GUESTS)
        .select_related("invitation", "invitation__inviter", "represents__person")
        .prefetch_related(Prefetch("invitation__companions", companions))
    )


def people_invited(event: Event) -> set[int]:
    """The keys of everybody of the directory who is invited: guests, and companions who were chosen there."""
    guests = Participation.objects.filter(event=event, capacity__in=Participation.OF_GUESTS)
    companions = Companion.objects.filter(invitation__guest__event=event)
    keys = {*guests.values_list("person_id", flat=True), *companions.values_list("person_id", flat=True)}
    return keys - {None}


def narrowed(
    guests: Sequence[Listed],
    wanted: GuestFilter,
    *,
    categories: Sequence[GuestCategory],
    inviters: Sequence[Inviter],
) -> list[Listed]:
    """Return the guests that `wanted` asks for, in their order; a category takes those within it along."""
    inside = categories_within(wanted.category, categories)
    asked_by = {inviter.pk for inviter in inviters if inviter.ref == wanted.inviter}
    return [
        guest
        for guest in guests
        if (not wanted.category or guest.who.category in inside)
        and wanted.capacity in ("", guest.who.capacity)
        and _is_asked_for(guest, wanted.reply)
        and (not wanted.inviter or guest.party.inviter in asked_by)
        and (not wanted.tag or wanted.tag in guest.party.tags)
    ]


def _is_asked_for(guest: Listed, reply: str) -> bool:
    """Whether a guest's reply is what the filter asks for; `none` asks for those not invited yet."""
    return not reply or guest.reply == ("" if reply == NO_REPLY else reply)


def categories_within(ref: str, categories: Sequence[GuestCategory]) -> set[int]:
    """The keys of a category and of all that stand within it, however deep."""
    parents = {category.pk: category.within_id for category in categories}
    wanted = {category.pk for category in categories if category.ref == ref}
    return {category.pk for category in categories if wanted & set(_line(category.pk, parents))}


def party_of(guest: Participation) -> Invitation | None:
    """The party of a guest, None where the guest was listed without one."""
    return getattr(guest, "invitation", None)


def invitation_of(guest: Participation) -> Invitation:
    """The party of a guest, an unsaved one where there is none yet."""
    return party_of(guest) or Invitation(guest=guest)


def inviters_of(event: Event) -> QuerySet[Inviter]:
    """Who may put guests on the list, in their order."""
    return Inviter.objects.filter(event=event).order_by("position", "id")


def guests_invited_by(inviter: Inviter) -> int:
    """How many people an inviter has on the list, companions included."""
    parties = Invitation.objects.filter(inviter=inviter)
    counted = parties.aggregate(parties=Count("id"), unnamed=Sum("unnamed_companions"))
    named = Companion.objects.filter(invitation__inviter=inviter).count()
    return int(counted["parties"]) + int(counted["unnamed"] or 0) + named


@dataclass(frozen=True, slots=True)
class InviterCount:
    """
    How many people an inviter has on the list, and how many of them come.

    `free` is None without a quota, below 0 over it.
    """

    inviter: Inviter
    people: int
    coming: int

    @property
    def free(self) -> int | None:
        return None if self.inviter.quota is None else self.inviter.quota - self.people


def counts_by_inviter(inviters: Sequence[Inviter], guests: Sequence[Listed]) -> list[InviterCount]:
    """Count the people on the list by inviter, companions included."""
    people: Counter[int | None] = Counter()
    coming: Counter[int | None] = Counter()
    for guest in guests:
        people[guest.party.inviter] += guest.party.size
        coming[guest.party.inviter] += guest.coming
    return [InviterCount(each, people[each.pk], coming[each.pk]) for each in inviters]


@dataclass(frozen=True, slots=True)
class CategoryCount:
    """How many parties and people a category has, with those within it; `depth` is how deep it stands."""

    category: GuestCategory | None
    depth: int
    parties: int
    people: int
    accepted: int


def counts_of(categories: Sequence[GuestCategory], guests: Sequence[Listed]) -> list[CategoryCount]:
    """
    Count the list by category.

    Shape: the categories in their order, each followed by those within it; last the guests without one.
    """
    parents = {category.pk: category.within_id for category in categories}
    parties: Counter[int | None] = Counter()
    people: Counter[int | None] = Counter()
    accepted: Counter[int | None] = Counter()
    for guest in guests:
        size, key = guest.party.size, guest.who.category
        parties[key] += 1
        people[key] += size
        accepted[key] += guest.coming
    for counted in (parties, people, accepted):
        _count_upwards(counted, parents)
    lines = [
        CategoryCount(category, depth, parties[category.pk], people[category.pk], accepted[category.pk])
        for category, depth in nested(categories)
    ]
    rest = [CategoryCount(None, 0, parties[None], people[None], accepted[None])] if parties[None] else []
    return [*lines, *rest]


def _count_upwards(counted: Counter[int | None], parents: Mapping[int, int | None]) -> None:
    """Count what stands in a category also in those it stands within."""
    for key, number in list(counted.items()):
        for above in _line(key, parents)[1:]:
            counted[above] += number


def _line(key: int | None, parents: Mapping[int, int | None]) -> list[int | None]:
    """A category and those it stands within, the nearest first; a circle is walked once."""
    line: list[int | None] = [key]
    while key is not None and (key := parents.get(key)) is not None and key not in line:
        line.append(key)
    return line


def category_lines(categories: Sequence[GuestCategory]) -> dict[int | None, list[int | None]]:
    """Return each category with those it stands within, the nearest first."""
    parents = {category.pk: category.within_id for category in categories}
    return {category.pk: _line(category.pk, parents) for category in categories}


def nested(
    categories: Sequence[GuestCategory], within: int | None = None, depth: int = 0
) -> list[tuple[GuestCategory, int]]:
    """Return the categories in their order, each followed by those within it, with how deep they stand."""
    lines = []
    for category in categories:
        if category.within_id == within:
            lines.append((category, depth))
            lines.extend(nested(categories, category.pk, depth + 1))
    return lines


def tags_of(guests: Sequence[Listed]) -> list[str]:
    """The tags in use on a list, by alphabet."""
    return sorted({tag for guest in guests for tag in guest.party.tags})


def revision_of(event: Event) -> int:
    """The revision of the event's guest list; 0 before its first change."""
    return GuestList.objects.filter(event=event).values_list("revision", flat=True).first() or 0
