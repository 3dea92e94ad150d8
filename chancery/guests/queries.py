"""Reads of the guest list."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Prefetch, QuerySet, Sum

from chancery.events import queries as events
from chancery.events.models import Event, GuestCategory, Participation
from chancery.guests.models import Companion, GuestList, Invitation, Inviter


@dataclass(frozen=True, slots=True)
class GuestFilter:
    """What the list is narrowed to; empty values narrow nothing."""

    category: str = ""
    planned: str = ""
    inviter: str = ""
    tag: str = ""


def guests_of(event: Event) -> QuerySet[Participation]:
    """Everybody on the guest list with who they are, their party and its inviter."""
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


def narrowed(guests: Sequence[Participation], wanted: GuestFilter) -> list[Participation]:
    """Return the guests that `wanted` asks for, in their order."""
    return [guest for guest in guests if _is_wanted(guest, wanted)]


def _is_wanted(guest: Participation, wanted: GuestFilter) -> bool:
    invitation = party_of(guest)
    inviter = invitation.inviter if invitation else None
    return (
        (not wanted.category or wanted.category in _categories(guest.category))
        and (not wanted.planned or guest.planned == wanted.planned)
        and (not wanted.inviter or (inviter is not None and inviter.ref == wanted.inviter))
        and (not wanted.tag or (invitation is not None and wanted.tag in invitation.tags))
    )


def _categories(category: GuestCategory | None) -> list[str]:
    """The refs of a category and of those it stands within."""
    refs = []
    while category is not None:
        refs.append(category.ref)
        category = category.within
    return refs


def party_of(guest: Participation) -> Invitation | None:
    """The party of a guest, None where the guest was listed without one."""
    return getattr(guest, "invitation", None)


def invitation_of(guest: Participation) -> Invitation:
    """The party of a guest, an unsaved one where there is none yet."""
    return party_of(guest) or Invitation(guest=guest)


def size_of(guest: Participation) -> int:
    """How many people come with a guest's invitation, the guest included."""
    invitation = party_of(guest)
    if invitation is None:
        return 1
    return 1 + invitation.unnamed_companions + len(invitation.companions.all())


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
class CategoryCount:
    """How many parties and people a category has, with those within it; `depth` is how deep it stands."""

    category: GuestCategory | None
    depth: int
    parties: int
    people: int
    accepted: int


def counts_of(event: Event, guests: Sequence[Participation]) -> list[CategoryCount]:
    """
    Count the list by category.

    Shape: the categories in their order, each followed by those within it; last the guests without one.
    """
    categories = list(events.categories_of(event))
    parents = {category.pk: category.within_id for category in categories}
    parties: Counter[int | None] = Counter()
    people: Counter[int | None] = Counter()
    accepted: Counter[int | None] = Counter()
    for guest in guests:
        for key in _line(guest.category_id, parents):
            parties[key] += 1
            people[key] += size_of(guest)
            accepted[key] += size_of(guest) if guest.planned == Participation.Planned.ACCEPTED else 0
    lines = [
        CategoryCount(category, depth, parties[category.pk], people[category.pk], accepted[category.pk])
        for category, depth in _nested(categories, None, 0)
    ]
    return (
        [*lines, CategoryCount(None, 0, parties[None], people[None], accepted[None])]
        if parties[None]
        else lines
    )


def _line(key: int | None, parents: dict[int, int | None]) -> list[int | None]:
    line: list[int | None] = [key]
    while key is not None and (key := parents.get(key)) is not None and key not in line:
        line.append(key)
    return line


def _nested(
    categories: Sequence[GuestCategory], within: int | None, depth: int
) -> list[tuple[GuestCategory, int]]:
    lines = []
    for category in categories:
        if category.within_id == within:
            lines.append((category, depth))
            lines.extend(_nested(categories, category.pk, depth + 1))
    return lines


def tags_of(guests: Sequence[Participation]) -> list[str]:
    """The tags in use on a list, by alphabet."""
    return sorted({tag for guest in guests if (party := party_of(guest)) for tag in party.tags})


def revision_of(event: Event) -> int:
    """The revision of the event's guest list; 0 before its first change."""
    return GuestList.objects.filter(event=event).values_list("revision", flat=True).first() or 0
