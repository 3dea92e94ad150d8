"""Everybody who takes part in an event as plain values, read by a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet

from chancery.base.languages import wording
from chancery.directory.models import Group, Office, Person, PersonName, Relation, Tenure
from chancery.events.models import Event, Participation
from chancery.rules import precedence as rules
from chancery.rules.address.facts import name_to_read
from chancery.rules.address.values import PrintedName
from chancery.rules.dates import PartialDate


class Post(NamedTuple):
    """An office and its body as the directory holds them; `number` is its place in an order of the body."""

    key: int
    office_class: str
    titles: Mapping[str, str]
    territory: str
    number: int | None
    body: Mapping[str, str]
    state: str


class Held(NamedTuple):
    """A post as somebody holds it."""

    post: Post
    basis: rules.Basis
    steps: tuple[rules.Step, ...]
    begins: PartialDate | None
    ends: PartialDate | None


class Partner(NamedTuple):
    """The spouse of somebody: the key of the person, and the main office held, if any."""

    person: int
    has_died: bool
    held: Held | None


class Participant(NamedTuple):
    """
    Somebody who takes part in one capacity; a tuple, because a page reads hundreds of them.

    `name` is written for the reader; `printed` is the capacity as printed. `post` is the office the plan
    fixes, `held` all offices of the person; both are empty for a body. `represents` is the key of another
    participation, `category` that of a category of guests.
    """

    key: int
    code: str
    ref: str
    name: str
    sort_name: str
    capacity: str
    category: int | None
    planned: str
    printed: Mapping[str, str]
    is_sample: bool
    person: int | None
    nationality: str
    post: Post | None
    body: Mapping[str, str]
    body_state: str
    group: str
    represents: int | None
    represents_as: str
    yields: str
    list_name: str
    accepted_at: datetime | None
    held: tuple[Held, ...] = ()
    partner: Partner | None = None

    @property
    def state(self) -> str:
        """The state somebody is counted for: their own, else that of the body they come from."""
        return self.nationality or (self.post.state if self.post else self.body_state)


COLUMNS = (
    "pk",
    "code",
    "ref",
    "capacity",
    "category_id",
    "planned",
    "capacity_printed",
    "is_sample",
    "person_id",
    "person__sort_name",
    "person__nationality",
    "office_id",
    "body__names",
    "body__state",
    "group__names",
    "represents_id",
    "represents_as",
    "yields",
    "list_name",
    "accepted_at",
)
HELD_COLUMNS = ("pk", "person_id", "basis", "begins", "ends", "steps__kind", "steps__moment")
POST_COLUMNS = ("pk", "office_class", "titles", "territory", "position", "body__names", "body__state")

# The keys of people as a subquery.
type People = QuerySet[Any, Any]


def participants_of(event: Event, language: str) -> list[Participant]:
    """Return everybody in any capacity in the order of adding, named for a reader of `language`."""
    rows = list(Participation.objects.filter(event=event).order_by("pk").values_list(*COLUMNS, named=True))
    # Subqueries: a list of 500 keys costs Django more than the query it stands in.
    taking_part = Participation.objects.filter(event=event)
    people = taking_part.filter(person__isnull=False).values("person")
    names = _names(people)
    couples = _couples(people)
    absent = {partner for partner, _has_died in couples.values()} - {row.person_id for row in rows}
    held = _held(Tenure.objects.filter(Q(person__in=people) | Q(person__in=absent)))
    posts = _posts(Office.objects.filter(pk__in=taking_part.values("office")))
    groups = _groups(people, language)
    partners = {one: _partner(*couple, held) for one, couple in couples.items()}
    return [
        _participant(
            row,
            name=_name(row, names, posts, language),
            post=posts.get(row.office_id),
            group=wording(row.group__names or {}, language).text or groups.get(row.person_id, ""),
            held=held.get(row.person_id, ()),
            partner=partners.get(row.person_id),
        )
        for row in rows
    ]


def _participant(row: Any, *, name: str, **known: Any) -> Participant:
    return Participant(
        key=row.pk,
        code=row.code,
        ref=row.ref,
        name=name,
        sort_name=row.person__sort_name or name,
        capacity=row.capacity,
        category=row.category_id,
        planned=row.planned,
        printed=row.capacity_printed,
        is_sample=row.is_sample,
        person=row.person_id,
        nationality=row.person__nationality or "",
        body=row.body__names or {},
        body_state=row.body__state or "",
        represents=row.represents_id,
        represents_as=row.represents_as,
        yields=row.yields,
        list_name=row.list_name,
        accepted_at=row.accepted_at,
        **known,
    )


def _name(
    row: Any, names: Mapping[int, tuple[PrintedName, ...]], posts: Mapping[int, Post], language: str
) -> str:
    """The name of a person, else of an office whose holder is not known, else of a body."""
    if row.person_id:
        return _chosen(names.get(row.person_id, ()), language) or str(row.person__sort_name)
    post = posts.get(row.office_id)
    return wording(post.titles if post else row.body__names or {}, language).text


def _chosen(known: tuple[PrintedName, ...], language: str) -> str:
    # Most people have one name, and choosing among one costs as much as among many.
    return (known[0] if len(known) == 1 else name_to_read(known, language)).printed


def names_of(people: QuerySet[Person], language: str) -> dict[int, str]:
    """Return the names of people, as a reader of `language` sees them, by the key of the person."""
    names = _names(people.values("pk"))
    return {
        key: _chosen(names.get(key, ()), language) or sort_name
        for key, sort_name in people.values_list("pk", "sort_name")
    }


def _names(people: People) -> dict[int, tuple[PrintedName, ...]]:
    found: defaultdict[int, list[PrintedName]] = defaultdict(list)
    rows = PersonName.objects.filter(person__in=people).order_by("person", "position", "pk")
    for person, printed, language in rows.values_list("person_id", "printed", "language"):
        found[person].append(PrintedName(printed, language=language))
    return {person: tuple(names) for person, names in found.items()}


def _couples(people: People) -> dict[int, tuple[int, bool]]:
    """The spouse of each person and whether he or she has died; the person's own entry goes first."""
    rows = Relation.objects.filter(Q(person__in=people) | Q(other__in=people), kind=Relation.Kind.SPOUSE)
    found: dict[int, tuple[int, bool]] = {}
    turned: dict[int, tuple[int, bool]] = {}
    for one, other, one_died, other_died in rows.order_by("pk").values_list(
        "person_id", "other_id", "person__died", "other__died"
    ):
        found.setdefault(one, (other, other_died is not None))
        turned.setdefault(other, (one, one_died is not None))
    return turned | found


def _partner(person: int, has_died: bool, held: Mapping[int, Sequence[Held]]) -> Partner:
    return Partner(person, has_died, next(iter(held.get(person, ())), None))


def _held(tenures: QuerySet[Tenure]) -> dict[int, tuple[Held, ...]]:
    """The offices of each person with their dated steps, in the order of the directory."""
    found: defaultdict[int, list[Held]] = defaultdict(list)
    rows = tenures.order_by("position", "pk", "steps__pk").values_list(*HELD_COLUMNS, *_under("office"))
    for (_key, person, basis, begins, ends), steps in groupby(rows, key=_held_alone):
        dated = list(steps)
        taken = tuple(rules.Step(rules.StepKind(row[5]), row[6]) for row in dated if row[5])
        found[person].append(Held(_post(dated[0][7:]), rules.Basis(basis), taken, begins, ends))
    return {person: tuple(held) for person, held in found.items()}


def _held_alone(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """A tenure without its steps and its office."""
    return row[:5]


def _under(prefix: str) -> Iterator[str]:
    return (f"{prefix}__{column}" for column in POST_COLUMNS)


def _post(row: Sequence[Any]) -> Post:
    key, office_class, titles, territory, number, body, state = row
    return Post(key, office_class, titles, territory, number or None, body, state)


def _posts(offices: QuerySet[Office]) -> dict[int, Post]:
    posts = map(_post, offices.values_list(*POST_COLUMNS))
    return {post.key: post for post in posts}


def _groups(people: People, language: str) -> dict[int, str]:
    """The first group of each person, by its name (R36)."""
    members = Group.members.through.objects.filter(person__in=people).order_by("-group_id")
    return {
        person: wording(names, language).text
        for person, names in members.values_list("person_id", "group__names")
    }
