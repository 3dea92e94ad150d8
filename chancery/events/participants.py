"""Everybody who takes part in an event as plain values, read by a fixed number of queries."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from itertools import groupby
from types import MappingProxyType
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast

from chancery.base.languages import any_text, wording
from chancery.directory.models import Group, Office, Person, PersonName, Relation, Tenure
from chancery.events.models import Event, Participation
from chancery.rules import precedence as rules
from chancery.rules.address.facts import name_to_read
from chancery.rules.address.values import PrintedName
from chancery.rules.dates import PartialDate

_NO_TEXTS: Mapping[str, str] = MappingProxyType({})


class Post(NamedTuple):
    """An office and its body as the directory holds them; `vacant` is the office as the rules take it."""

    key: int
    titles: Mapping[str, str]
    body: Mapping[str, str]
    body_key: int
    body_ref: str
    state: str
    vacant: rules.HeldOffice


class Held(NamedTuple):
    """A post, and with its basis and dated steps as the rules take it from somebody who holds it."""

    post: Post
    office: rules.HeldOffice


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
    body_key: int | None
    body_ref: str
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
    "is_sample",
    "person_id",
    "person__sort_name",
    "person__nationality",
    "office_id",
    "body_id",
    "body__ref",
    "body__state",
    "represents_id",
    "represents_as",
    "yields",
    "list_name",
    "accepted_at",
)
TEXTS = ("capacity_printed", "body__names", "group__names")
HELD_COLUMNS = ("pk", "person_id", "basis", "begins", "ends", "steps__kind", "steps__moment")
POST_COLUMNS = ("pk", "office_class", "territory", "position", "body_id", "body__ref", "body__state")
POST_TEXTS = ("titles", "body__names")
BASES = {basis.value: basis for basis in rules.Basis}
STEPS = {kind.value: kind for kind in rules.StepKind}

# The keys of people as a subquery.
type People = QuerySet[Any, Any]


def participants_of(event: Event, language: str) -> list[Participant]:
    """Return everybody in any capacity in the order of adding, named for a reader of `language`."""
    rows = list(_rows(event))
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
            group=wording(_texts(row.group__names_text), language).text or groups.get(row.person_id, ""),
            held=held.get(row.person_id, ()),
            partner=partners.get(row.person_id),
        )
        for row in rows
    ]


def _rows(event: Event) -> QuerySet[Any, Any]:
    texts = {f"{name}_text": Cast(name, TextField()) for name in TEXTS}
    rows = Participation.objects.filter(event=event).order_by("pk").annotate(**texts)
    return rows.values_list(*COLUMNS, *texts, named=True)


# Wordings are read as they are kept and decoded once for all pages: the same titles stand in every list.
@lru_cache(maxsize=20_000)
def _texts(kept: str | None) -> Mapping[str, str]:
    return MappingProxyType(json.loads(kept)) if kept else _NO_TEXTS


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
        printed=_texts(row.capacity_printed_text),
        is_sample=row.is_sample,
        person=row.person_id,
        nationality=row.person__nationality or "",
        body=_texts(row.body__names_text),
        body_key=row.body_id,
        body_ref=row.body__ref or "",
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
    return wording(post.titles if post else _texts(row.body__names_text), language).text


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
    rows = tenures.order_by("position", "pk", "steps__pk").values_list(*HELD_COLUMNS, *_of_posts("office__"))
    for (_key, person, basis, begins, ends), steps in groupby(rows, key=_held_alone):
        dated = list(steps)
        taken = tuple((row[5], row[6]) for row in dated if row[5])
        found[person].append(_held_as(dated[0][7:], basis, taken, begins, ends))
    return {person: tuple(held) for person, held in found.items()}


def _held_alone(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """A tenure without its steps and its office."""
    return row[:5]


# The same offices are held on every page; what was read anew is compared, so that nothing is ever old.
@lru_cache(maxsize=20_000)
def _held_as(
    post_row: tuple[Any, ...],
    basis: str,
    steps: tuple[tuple[str, PartialDate], ...],
    begins: PartialDate | None,
    ends: PartialDate | None,
) -> Held:
    post = _post(post_row)
    taken = tuple(rules.Step(STEPS[kind], moment) for kind, moment in steps)
    return Held(post, replace(post.vacant, basis=BASES[basis], steps=taken, begins=begins, ends=ends))


def _of_posts(prefix: str = "") -> Iterator[str | Cast]:
    yield from (f"{prefix}{column}" for column in POST_COLUMNS)
    yield from (Cast(f"{prefix}{column}", TextField()) for column in POST_TEXTS)


@lru_cache(maxsize=20_000)
def _post(row: tuple[Any, ...]) -> Post:
    key, office_class, territory, number, body_key, body_ref, state, titles_kept, body_kept = row
    titles, body = _texts(titles_kept), _texts(body_kept)
    vacant = rules.HeldOffice(
        office_class=office_class,
        title=any_text(titles),
        body=any_text(body),
        state=state,
        territory=territory,
        number=number or None,
    )
    return Post(key, titles, body, body_key, body_ref, state, vacant)


def _posts(offices: QuerySet[Office]) -> dict[int, Post]:
    posts = map(_post, offices.values_list(*_of_posts()))
    return {post.key: post for post in posts}


def _groups(people: People, language: str) -> dict[int, str]:
    """The first group of each person, by its name (R36)."""
    members = Group.members.through.objects.filter(person__in=people).order_by("-group_id")
    return {
        person: wording(names, language).text
        for person, names in members.values_list("person_id", "group__names")
    }
