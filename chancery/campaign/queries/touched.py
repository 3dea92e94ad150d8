"""
Which events a change concerns: from lines of the history to the events whose counts they may alter.

What hangs on an event by foreign keys is found by itself; the directory and shared rows are looked up.
A row that is gone is known by its line, which says on what it hung.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import batched
from typing import Any, NamedTuple

from django.apps import apps
from django.db.models import ForeignKey, Model, Q

from chancery.accounts.models import Organiser
from chancery.directory.models import Body, Office, Person, Tenure, TenureStep
from chancery.events.models import Event, Place
from chancery.exhibition.models import Film
from chancery.precedence.models import Ordering, Profile
from chancery.record.models import MediaAddress, ReleasePosting

# As many keys as SQLite takes in one query, with room for others.
AT_ONCE = 10_000

type Keys = defaultdict[type[Model], set[int]]


class Line(NamedTuple):
    """What a line of the history says, as far as counting needs it."""

    number: int
    kind: str
    object_id: int
    changes: Mapping[str, list[Any]]


# Of what is looked up, the columns that a count rests on; a line of other columns alone concerns no event.
_COUNTED: Mapping[type[Model], frozenset[str]] = {
    Person: frozenset({"nationality", "merged"}),
    Body: frozenset({"state", "kind"}),
    Office: frozenset({"office_class", "body_id"}),
    Film: frozenset({"language"}),
    Place: frozenset({"state"}),
    Organiser: frozenset({"host_state", "state"}),
}
# How events are found from rows that do not hang on one.
_EVENTS_OF: Mapping[type[Model], tuple[str, ...]] = {
    Person: ("participations__person",),
    Office: ("participations__office", "participations__person__tenures__office"),
    Body: (
        "participations__body",
        "participations__office__body",
        "participations__person__tenures__office__body",
        "involvements__body",
    ),
    Film: ("items__showings__film",),
    Place: ("stations__place",),
    Ordering: ("ordering",),
    Organiser: ("organiser",),
}


def events_touched(lines: Iterable[Line]) -> set[int]:
    """Return the keys of the events that lines concern, in any office; those that are gone are left out."""
    keys: Keys = defaultdict(set)
    for line in lines:
        _note(line, keys)
    for model in _farthest_first():
        step = steps()[model]
        for some in batched(sorted(keys[model]), AT_ONCE):
            parents = model._default_manager.filter(pk__in=some).values_list(step.attname, flat=True)
            keys[step.remote_field.model].update(key for key in parents if key is not None)
    found = set(keys[Event])
    for model, paths in _EVENTS_OF.items():
        for path in paths:
            found |= _events_by(path, keys[model])
    found |= _by_addresses(keys) | _by_profiles(keys[Profile])
    return {key for some in batched(sorted(found), AT_ONCE) for key in _still_there(some)}


def years_named(lines: Iterable[Line]) -> Iterator[int]:
    """Return the years in which events stood or stand by their lines: of those gone nothing else tells."""
    for line in lines:
        if line.kind == Event._meta.label_lower:
            days = [day for name in ("held_on", "happened_on") for day in line.changes.get(name, ())]
            yield from (int(str(day)[:4]) for day in days if day)


def ministries_named(lines: Iterable[Line]) -> Iterator[int]:
    """Return the ministries that an office joined or left by these lines."""
    for line in lines:
        if line.kind == Organiser._meta.label_lower:
            yield from (key for key in line.changes.get("parent_id", ()) if key)


def _note(line: Line, keys: Keys) -> None:
    try:
        model = apps.get_model(line.kind)
    except LookupError:
        return
    counted = _COUNTED.get(model)
    if counted is not None and line.changes and counted.isdisjoint(line.changes):
        return
    keys[model].add(line.object_id)
    if step := steps().get(model):
        sides = line.changes.get(step.attname, ())
        keys[step.remote_field.model].update(key for key in sides if isinstance(key, int))


@cache
def steps() -> Mapping[type[Model], ForeignKey[Any, Any]]:
    """For every kind of row that hangs on an event or on a person: the key that leads nearest to it."""
    found: dict[type[Model], ForeignKey[Any, Any]] = {
        TenureStep: _key(TenureStep, "tenure"),
        Tenure: _key(Tenure, "person"),
    }
    reached: set[type[Model]] = {Event}
    # A key that may be empty leads nowhere for some rows, so it is taken only where there is no other.
    for may_be_empty in (False, True):
        while fresh := _keys_to(reached, may_be_empty=may_be_empty):
            found |= {model: key for model, key in fresh.items() if model not in found}
            reached |= set(fresh)
    return found


def _key(model: type[Model], name: str) -> ForeignKey[Any, Any]:
    field = model._meta.get_field(name)
    assert isinstance(field, ForeignKey)
    return field


def _keys_to(
    reached: Collection[type[Model]], *, may_be_empty: bool
) -> dict[type[Model], ForeignKey[Any, Any]]:
    """The first key of each kind not reached yet that points at one that is."""
    found: dict[type[Model], ForeignKey[Any, Any]] = {}
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            is_new = model not in reached and model not in found
            if is_new and isinstance(field, ForeignKey) and field.null <= may_be_empty:
                found |= {model: field} if field.remote_field.model in reached else {}
    return found


@cache
def _farthest_first() -> list[type[Model]]:
    """The kinds that hang on something, so that each comes before what it hangs on."""
    return sorted(steps(), key=_distance, reverse=True)


def _distance(model: type[Model]) -> int:
    step = steps().get(model)
    return 1 + _distance(step.remote_field.model) if step else 0


def _events_by(path: str, keys: Collection[int]) -> set[int]:
    return {
        key
        for some in batched(sorted(keys), AT_ONCE)
        for key in Event.objects.filter(**{f"{path}__in": some}).order_by("pk").values_list("pk", flat=True)
    }


def _by_addresses(keys: Keys) -> set[int]:
    """The events whose releases went to addresses on media lists, or to those of bodies."""
    changed = Q(pk__in=keys[MediaAddress]) | Q(body__in=keys[Body])
    lines = MediaAddress.objects.filter(changed).order_by("pk")
    emails = set(lines.values_list("email", flat=True)) if keys[MediaAddress] or keys[Body] else set()
    sent = ReleasePosting.objects.filter(email__in=emails)
    return set(sent.values_list("release__edition__communique__event", flat=True)) if emails else set()


def _by_profiles(keys: Collection[int]) -> set[int]:
    """The events whose order follows profiles of their office: it says which office of several counts."""
    found: set[int] = set()
    for key, organiser in Profile.objects.filter(pk__in=keys).values_list("key", "organiser_id"):
        own = Q(organiser=organiser, ordering__profile=key, ordering__follows=None)
        events = Event.objects.filter(own)
        found |= set(events.values_list("pk", flat=True))
    return found


def _still_there(keys: Collection[int]) -> list[int]:
    return list(Event.objects.filter(pk__in=keys).order_by("pk").values_list("pk", flat=True))
