"""Who did what at an event, so that each is thanked for it (R107)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from django.db.models import Q

from chancery.events.models import Event, Participation, Station
from chancery.exhibition.models import Work
from chancery.programme.models import Act, Contribution, Happened, Item, Message
from chancery.rules.invitations import Deed

type Deeds = Mapping[int, frozenset[Deed]]

Form = Contribution.Form
Actual, Capacity = Participation.Actual, Participation.Capacity
_FORMS: Mapping[str, Deed] = {
    Form.MODERATION: Deed.MODERATED,
    Form.READING: Deed.READ,
    Form.PRAYER: Deed.PRAYED,
    Form.MUSIC: Deed.PERFORMED,
    Form.INTERPRETING: Deed.INTERPRETED,
}
_CAPACITIES: Mapping[str, Deed] = {
    Capacity.PERFORMER: Deed.PERFORMED,
    Capacity.INTERPRETER: Deed.INTERPRETED,
}
_FLOWERS = (Act.Kind.WREATH, Act.Kind.FLOWERS)
# Nobody is thanked for having been spoken of, or in the place of somebody else.
_NOT_THANKED = (Capacity.MENTIONED, Capacity.HONOURED, Capacity.STAFF)


class Taking(NamedTuple):
    """Somebody in one capacity; one person may take part in several."""

    key: int
    person: int | None
    body: int | None
    capacity: str
    actual: str

    @property
    def came(self) -> bool:
        return self.actual == Actual.ATTENDED

    @property
    def who(self) -> tuple[str, int]:
        """The person, however many parts they have; else the row itself."""
        return ("person", self.person) if self.person else ("row", self.key)


def deeds_of(event: Event) -> Deeds:
    """
    Return what each did, by the key of every participation of the same person, by a fixed number of queries.

    What did not take place counts for nothing; what nobody recorded counts for those who are known to have
    come. Whoever was represented is not thanked for the presence of another.
    """
    rows = _takings(event)
    done: defaultdict[tuple[str, int], set[Deed]] = defaultdict(set)
    by_key = {row.key: row for row in rows}
    for row in rows:
        done[row.who].update(_of_presence(row))
    for key, deed in _of_programme(event, by_key):
        done[by_key[key].who].add(deed)
    for deed, people, bodies in (_lenders(event), _houses(event)):
        for row in rows:
            if row.person in people or (row.person is None and row.body in bodies):
                done[row.who].add(deed)
    return {row.key: frozenset(done[row.who]) for row in rows}


def _takings(event: Event) -> list[Taking]:
    found = Participation.objects.filter(event=event).exclude(capacity__in=_NOT_THANKED).order_by("pk")
    return [Taking(*row) for row in found.values_list("pk", "person", "body", "capacity", "actual")]


def _of_presence(row: Taking) -> Iterator[Deed]:
    if row.came:
        yield Deed.CAME
        if row.capacity in _CAPACITIES:
            yield _CAPACITIES[row.capacity]
    if row.actual == Actual.SENT_MESSAGE:
        yield Deed.SENT_MESSAGE


def _of_programme(event: Event, by_key: Mapping[int, Taking]) -> Iterator[tuple[int, Deed]]:
    of_event = {"item__event": event}
    spoken = Contribution.objects.filter(**of_event).values_list("participation", "happened", "form")
    for key, happened, form in spoken.order_by("pk"):
        if _counts(by_key.get(key), happened):
            yield key, _FORMS.get(form, Deed.SPOKE)
    for author, reader, happened in (
        Message.objects.filter(**of_event).order_by("pk").values_list("author", "reader", "happened")
    ):
        if author in by_key and happened in (Happened.YES, Happened.CHANGED):
            yield author, Deed.SENT_MESSAGE
        if reader is not None and _counts(by_key.get(reader), happened):
            yield reader, Deed.READ
    acts = Act.objects.filter(**of_event).order_by("pk")
    for key, happened, kind, of_item in acts.values_list("participation", "happened", "kind", "item__kind"):
        if _counts(by_key.get(key), happened):
            is_laid = kind in _FLOWERS or (not kind and of_item == Item.Kind.WREATH)
            yield key, Deed.WREATH if is_laid else Deed.TRIBUTE


def _counts(row: Taking | None, happened: str) -> bool:
    """Whether something took place: it is said, or nothing is said and whoever was to do it came."""
    if row is None or happened == Happened.NO:
        return False
    return happened != Happened.UNKNOWN or row.came


def _lenders(event: Event) -> tuple[Deed, set[int], set[int]]:
    """Who lent works to an exhibition of the event."""
    shown = Q(exhibits__exhibition__showings__item__event=event) | Q(exhibits__exhibition__stays__event=event)
    rows = Work.objects.filter(shown).order_by("pk").values_list("lender_person", "lender_body")
    people, bodies = _parted(rows)
    return Deed.LENT, people, bodies


def _houses(event: Event) -> tuple[Deed, set[int], set[int]]:
    """On whose premises the event was held, its own organisers left out."""
    own = event.involvements.exclude(body=None).values("body")
    stations = Station.objects.filter(event=event).exclude(place__premises_of=None)
    bodies = stations.exclude(place__premises_of__in=own).values_list("place__premises_of", flat=True)
    return Deed.HOUSED, set(), set(bodies)


def _parted(rows: Iterable[Sequence[int | None]]) -> tuple[set[int], set[int]]:
    pairs = list(rows)
    return {one for one, _ in pairs if one}, {two for _, two in pairs if two}


def to_thank_without_party(event: Event) -> list[Participation]:
    """Return whoever is to be thanked and has no party in any capacity, one row a person, guests first."""
    deeds = deeds_of(event)
    found = Participation.objects.filter(event=event, pk__in=[key for key, done in deeds.items() if done])
    rows = list(found.select_related("invitation").order_by("pk"))
    known = {_who(row) for row in rows if hasattr(row, "invitation")}
    chosen: dict[tuple[str, int], Participation] = {}
    for row in sorted(rows, key=lambda row: row.capacity not in Participation.OF_GUESTS):
        if _who(row) not in known:
            chosen.setdefault(_who(row), row)
    return list(chosen.values())


def _who(row: Participation) -> tuple[str, int]:
    return ("person", row.person_id) if row.person_id else ("row", row.pk)
