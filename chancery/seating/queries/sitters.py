"""Who is to be seated by a plan: the order with its replies, companions, speakers and interpreters."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from chancery.directory.models import Person
from chancery.events.models import GuestCategory, Participation
from chancery.events.ordering import Entry, EventOrder
from chancery.events.participants import Participant
from chancery.guests.models import Companion, Standing
from chancery.guests.queries.parties import ALONE, Party, category_lines, parties_of, reply_of
from chancery.programme.models import Contribution, Item
from chancery.rules.seating.plan import Part, Sex, Sitter
from chancery.seating.models import Plan, Wish

Capacity, Form = Participation.Capacity, Contribution.Form

DECLINED = frozenset({Standing.REGRETTED, Standing.WITHDRAWN, Standing.REPRESENTED})
_ACCEPTED = frozenset({Standing.ACCEPTED, Standing.WALK_IN})
# The replies by which a guest of the list gets a seat.
SEATED_BY: Mapping[str, frozenset[Standing]] = {
    Plan.Seated.ACCEPTED: _ACCEPTED,
    Plan.Seated.OPEN: _ACCEPTED | {Standing.SILENT, Standing.UNDECIDED},
    Plan.Seated.ALL: frozenset(Standing) - DECLINED,
}
_PARTS: Mapping[str, Part] = {
    Capacity.PRESIDING: Part.PRESIDING,
    Capacity.GUEST_OF_HONOUR: Part.GUEST_OF_HONOUR,
}
# Who plays or interprets has a place of its own on the stage or behind somebody, not among the speakers.
_NOT_SPEAKING = (Form.MUSIC, Form.INTERPRETING)


@dataclass(frozen=True, slots=True)
class Seated:
    """
    Somebody to be seated: the value of the rules, with the keys of the directory it was made from.

    `who` is the guest whose party it is. `entry` is the place in the order, None for who holds none there.
    `bodies` are the keys of all bodies the guest belongs to; `categories` the refs of those the guest stands
    in, the nearest first.
    """

    sitter: Sitter
    who: Participant
    entry: Entry | None
    person: int | None
    member: int = 0
    bodies: frozenset[int] = frozenset()
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What wishes of the office say of somebody: whose interpreter he is, who needs a wheelchair place."""

    interpreters: Mapping[int, int]
    in_wheelchairs: Set[int]


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is known beside the order, by the keys of participations, people and categories."""

    asked: Asked
    parties: Mapping[int, Party]
    people: Mapping[int, tuple[Sex, frozenset[str]]]
    companions: Mapping[tuple[int, str], int]
    categories: Mapping[int | None, tuple[str, ...]]
    elsewhere: Set[int]
    speaking: Set[int]
    introducing: Set[int]


def asked_by(wishes: Iterable[Wish]) -> Asked:
    """What the wishes of an event say of single guests."""
    rows = list(wishes)
    pairs = [(row.guest_id, row.other_id) for row in rows if row.kind == Wish.Kind.INTERPRETER]
    wheelchairs = {row.guest_id for row in rows if row.kind == Wish.Kind.WHEELCHAIR}
    return Asked(
        interpreters={one: other for one, other in pairs if one and other},
        in_wheelchairs={key for key in wheelchairs if key},
    )


def seated_by(plan: Plan, computed: EventOrder, asked: Asked, *, language: str) -> list[Seated]:
    """
    Return everybody a plan has to seat, highest first, numbered from 1.

    Companions follow their guest; who holds no place in the order comes after all others. Nobody is seated
    twice: a companion who is a guest as well sits by the own place.
    """
    facts = _facts(plan, asked, language)
    guests = [*_placed(computed, plan, facts), *_helping(computed, facts)]
    everybody = _as_hosts(plan, _with_companions(_as_interpreters(guests, asked), facts))
    return _numbered(_with_partners(everybody))


def _facts(plan: Plan, asked: Asked, language: str) -> _Facts:
    event = plan.event
    categories = list(GuestCategory.objects.filter(event=event).order_by("position", "id"))
    parts = Participation.objects.filter(event=event, part__isnull=False).exclude(part=plan.part_id)
    speaking, introducing = _contributing(plan)
    return _Facts(
        asked=asked,
        parties=parties_of(event, language),
        people=_people(plan),
        companions=_companions(plan),
        categories=_refs_upwards(categories),
        elsewhere=set(parts.values_list("pk", flat=True)) if plan.part_id else set(),
        speaking=speaking,
        introducing=introducing,
    )


def _refs_upwards(categories: Sequence[GuestCategory]) -> dict[int | None, tuple[str, ...]]:
    refs = {category.pk: category.ref for category in categories}
    return {
        key: tuple(refs[above] for above in line if above) for key, line in category_lines(categories).items()
    }


def _contributing(plan: Plan) -> tuple[set[int], set[int]]:
    """The keys of people who speak in person, and of those who introduce somebody (R75, R78)."""
    rows = Contribution.objects.filter(
        item__event=plan.event,
        is_planned=True,
        mode=Contribution.Mode.LIVE,
        participation__person__isnull=False,
    ).exclude(Q(form__in=_NOT_SPEAKING) | Q(item__status=Item.Status.DROPPED))
    found = list(rows.values_list("participation__person_id", "form"))
    speaking = {person for person, _form in found if person}
    return speaking, {person for person, form in found if person and form == Form.INTRODUCTION}


def _people(plan: Plan) -> dict[int, tuple[Sex, frozenset[str]]]:
    """Sex and languages as the directory has them: what is not written there is not known."""
    coming = Participation.objects.filter(event=plan.event).values("person")
    along = Companion.objects.filter(invitation__guest__event=plan.event).values("person")
    rows = Person.objects.filter(Q(pk__in=coming) | Q(pk__in=along))
    return {
        key: (Sex(gender), frozenset(json.loads(languages)))
        for key, gender, languages in rows.values_list("pk", "gender", Cast("languages", TextField()))
    }


def _companions(plan: Plan) -> dict[tuple[int, str], int]:
    """The companions who are in the directory, by their guest and any of their names."""
    rows = Companion.objects.filter(invitation__guest__event=plan.event, person__isnull=False)
    columns = ("invitation__guest_id", "person__names__printed", "person_id")
    return {(guest, name): person for guest, name, person in rows.values_list(*columns) if name and person}


def _placed(computed: EventOrder, plan: Plan, facts: _Facts) -> Iterator[Seated]:
    """The entries of the order who come, those without a place last."""
    replies = SEATED_BY[plan.seated]
    with_place = [entry for entry in computed.entries if entry.place is not None]
    without = [entry for entry in computed.entries if entry.place is None]
    for entry in (*with_place, *without):
        if _comes(entry.who, replies, facts):
            yield _seated(entry.who, entry, facts)


def _comes(who: Participant, replies: Set[Standing], facts: _Facts) -> bool:
    """Guests come by their replies; who gives the event or speaks comes unless they have declined."""
    if who.key in facts.elsewhere:
        return False
    reply = Standing(reply_of(who.planned, facts.parties.get(who.key, ALONE).standing))
    is_guest = who.capacity in Participation.OF_GUESTS and who.person not in facts.speaking
    return reply in replies if is_guest else reply not in DECLINED


def _helping(computed: EventOrder, facts: _Facts) -> Iterator[Seated]:
    """Who holds no place in the order and sits all the same: interpreters, and others who speak."""
    placed = {who.ref: who for who in computed.participants if who.ref in computed.by_ref}
    people = {who.person for who in placed.values() if who.person}
    for who in computed.participants:
        if who.ref in placed or (who.person in people and who.person):
            continue
        helps = who.key in facts.asked.interpreters or _speaks_only(who, facts)
        if helps and _comes(who, frozenset(Standing) - DECLINED, facts):
            people |= {who.person} if who.person else set()
            yield _seated(who, None, facts)


def _speaks_only(who: Participant, facts: _Facts) -> bool:
    away = (Capacity.MENTIONED, Capacity.REPRESENTED, Capacity.HONOURED)
    return who.person in facts.speaking and who.capacity not in away


def _seated(who: Participant, entry: Entry | None, facts: _Facts) -> Seated:
    sex, languages = facts.people.get(who.person or 0, (Sex.UNKNOWN, frozenset[str]()))
    post = entry.post if entry else who.post
    body = post.body_ref if post else who.body_ref
    categories = facts.categories.get(who.category, ())
    sitter = Sitter(
        id=f"{who.code}.0",
        name=who.name,
        number=0,
        place=entry.place if entry else None,
        part=_PARTS.get(who.capacity, _speaker_part(who, facts)),
        sex=sex,
        party=f"{who.code}.0",
        state=entry.state if entry else who.state,
        body=body,
        delegation=who.group or body,
        category=next(iter(categories), ""),
        list_name=who.list_name,
        band=entry.rank if entry else "",
        languages=languages,
        needs_wheelchair=who.key in facts.asked.in_wheelchairs,
        speaks=who.person in facts.speaking,
    )
    return Seated(sitter, who, entry, who.person, 0, _bodies(who), categories)


def _speaker_part(who: Participant, facts: _Facts) -> Part:
    return Part.INTRODUCER if who.person in facts.introducing else Part.GUEST


def _bodies(who: Participant) -> frozenset[int]:
    held = {post.body_key for post in [who.post, *(held.post for held in who.held)] if post}
    return frozenset(held | ({who.body_key} if who.body_key else set()))


def _with_companions(guests: Sequence[Seated], facts: _Facts) -> list[Seated]:
    """Put the companions of each guest after them; who is a guest as well is left out there."""
    people = {guest.person for guest in guests if guest.person}
    lines: list[Seated] = []
    for guest in guests:
        lines.append(guest)
        for companion in _party_of(guest, facts):
            if companion.person not in people or companion.person is None:
                people |= {companion.person} if companion.person else set()
                lines.append(companion)
    return lines


def _party_of(guest: Seated, facts: _Facts) -> Iterator[Seated]:
    party = facts.parties.get(guest.who.key, ALONE)
    for member, name in enumerate(party.companions, start=1):
        yield _companion(guest, member, name, facts)
    for member in range(len(party.companions) + 1, len(party.companions) + party.unnamed + 1):
        yield _companion(guest, member, "", facts)


def _companion(guest: Seated, member: int, name: str, facts: _Facts) -> Seated:
    """A companion with the place of the guest (R31, R57); of one known by name only nothing else is known."""
    person = facts.companions.get((guest.who.key, name))
    sex, languages = facts.people.get(person or 0, (Sex.UNKNOWN, frozenset[str]()))
    sitter = replace(
        guest.sitter,
        id=f"{guest.who.code}.{member}",
        name=name or _("companion of %(name)s") % {"name": guest.sitter.name},
        part=Part.GUEST,
        sex=sex,
        languages=languages,
        needs_wheelchair=False,
        speaks=False,
    )
    return replace(guest, sitter=sitter, person=person, member=member)


def _as_hosts(plan: Plan, everybody: Sequence[Seated]) -> list[Seated]:
    """Mark host and co-host of the plan; without one the highest host of the order is the host."""
    hosts = [each for each in everybody if each.who.capacity == Capacity.HOST and not each.member]
    first = plan.host_id or next((each.who.key for each in hosts), None)
    parts = {plan.co_host_id: Part.CO_HOST, first: Part.HOST}
    return [_in_part(each, parts.get(each.who.key) if not each.member else None) for each in everybody]


def _in_part(each: Seated, part: Part | None) -> Seated:
    return replace(each, sitter=replace(each.sitter, part=part)) if part else each


def _as_interpreters(guests: Sequence[Seated], asked: Asked) -> list[Seated]:
    """
    Give each interpreter the principal (R70).

    Without the principal an interpreter who is no guest has nothing to do there, and one who is sits as such.
    """
    by_key = {guest.who.key: guest.sitter.id for guest in guests}
    lines = []
    for guest in guests:
        principal = by_key.get(asked.interpreters.get(guest.who.key, 0), "")
        if principal:
            sitter = replace(guest.sitter, part=Part.INTERPRETER, interprets=principal)
            lines.append(replace(guest, sitter=sitter))
        elif guest.entry or guest.sitter.speaks:
            lines.append(guest)
    return lines


def _with_partners(everybody: Sequence[Seated]) -> list[Seated]:
    """Join couples of whom both are seated, by what the directory says."""
    by_person = {each.person: each.sitter.id for each in everybody if each.person}
    partners: dict[str, str] = {}
    for each in everybody:
        spouse = by_person.get(each.who.partner.person) if each.who.partner and not each.member else None
        if spouse:
            partners[each.sitter.id], partners[spouse] = spouse, each.sitter.id
    return [
        replace(each, sitter=replace(each.sitter, partner=partners[each.sitter.id]))
        if each.sitter.id in partners
        else each
        for each in everybody
    ]


def _numbered(everybody: Sequence[Seated]) -> list[Seated]:
    return [
        replace(each, sitter=replace(each.sitter, number=number))
        for number, each in enumerate(everybody, start=1)
    ]
