"""
What offices that part keep of each other: copies of the rows that their own rows name.

Nothing of one office points at rows of another any more then, so no list, paper or folder of either rests on
what it may not read; but an order goes on to follow the version of a profile that it followed, for versions
never change. Upper apps add the kinds of rows that offices lend each other.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from copy import copy as twin_of
from dataclasses import dataclass, field
from functools import cache, reduce
from itertools import batched
from operator import or_
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Case, ForeignKey, Q, Value, When
from django.utils.translation import gettext_noop

from chancery.accounts.models import Organiser
from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.codes import new_code
from chancery.base.kinds import KINDS, KNOWN_TO_FEW
from chancery.base.taken import TakenModel
from chancery.directory.models import (
    AddressForm,
    Body,
    ContactPoint,
    Group,
    ImportPair,
    MergeRecord,
    Office,
    Person,
    PersonName,
    Relation,
    Tenure,
    TenureStep,
    Visibility,
)
from chancery.directory.queries.dependents import keys_to

type Row = models.Model
type Kind = type[models.Model]
type Wanted = defaultdict[Kind, set[int]]
type Copies = dict[tuple[Kind, int], Row]

# How many rows one statement points at their copies.
AT_ONCE = 200
FROM_BOOKS = gettext_noop("from the books of")


@dataclass(frozen=True, slots=True)
class Inside:
    """Rows that are copied with the one that they hang on by `link`; rows by `along` are copied as well."""

    model: Kind
    link: str
    along: tuple[str, ...] = ()
    only: Q = field(default_factory=Q)
    inside: tuple["Inside", ...] = ()


@dataclass(slots=True)
class Lent:
    """
    A kind of row that an office may name though another one owns it.

    `owner` leads to the owning office. What its columns `along` name is copied too. Where it is `told`, every
    row that names it gets a line, so that figures are counted again.
    """

    model: Kind
    owner: str = "organiser"
    along: tuple[str, ...] = ()
    inside: list[Inside] = field(default_factory=list)
    told: bool = False


# A kind stands after those that its columns name.
LENT: dict[Kind, Lent] = {}
# Notes of the directory's own work, which name rows of their own office alone.
_WORK = frozenset({ImportPair, MergeRecord})


def lend(lent: Lent) -> None:
    """Register a kind that offices lend each other."""
    LENT[lent.model] = lent


lend(Lent(Body, along=("parent",), inside=[Inside(ContactPoint, "body")]))
lend(Lent(Office, along=("body",)))
lend(
    Lent(
        Person,
        inside=[
            Inside(PersonName, "person"),
            Inside(
                Tenure,
                "person",
                along=("office",),
                only=Q(office__body__visibility=Visibility.TREE),
                inside=(Inside(TenureStep, "tenure"),),
            ),
            Inside(Relation, "person"),
            Inside(ContactPoint, "person"),
            Inside(AddressForm, "person"),
        ],
    )
)
lend(Lent(Group, inside=[Inside(Group.members.through, "group")]))


def keep(
    *, owners: Collection[int], of: Collection[int], to: Organiser, visibility: Visibility, by: Actor
) -> list[Row]:
    """
    Copy what rows of the offices `owners` name of the offices `of` into the books of `to`, one of the former.

    Every row of `owners` names the copy then. What hangs on a copied row is copied as far as it names nothing
    that stays behind. Returns the copies.
    """
    wanted = _along(_named(owners, of), of)
    copies: Copies = {}
    for lent in LENT.values():
        _copy_rows(lent, wanted[lent.model], copies, to=to, visibility=visibility, by=by)
    for lent in LENT.values():
        _link_within(lent, copies)
    # No row inside is copied before all that it may name.
    for lent in LENT.values():
        for inside in lent.inside:
            parents = {key: row for (model, key), row in copies.items() if model is lent.model}
            _copy_inside(inside, parents, copies, of=of, to=to)
    for lent in LENT.values():
        _point_at_copies(lent, copies, owners=owners, of=of, by=by)
    return list(copies.values())


def stop_following(owners: Collection[int], of: Collection[int], *, by: Actor) -> None:
    """Let what rows of `owners` took over from the offices `of` stand alone; it still says whose it was."""
    for model in apps.get_models():
        if issubclass(model, TakenModel):
            _stop_following(model, owners, of, by=by)


def _stop_following(model: Kind, owners: Collection[int], of: Collection[int], *, by: Actor) -> None:
    rows = model._default_manager.filter(_owned_by(model, owners), source__organiser__in=of)
    found: list[Any] = list(rows.select_related("source__organiser").order_by("pk"))
    for row in found:
        row.taken_from, row.source = str(row.source.organiser)[:300], None
    model._default_manager.bulk_update(found, ["taken_from", "source"], batch_size=200)
    audit.write(
        audit.line(row, by=by, code=f"{_label(row)}.kept", changes={FROM_BOOKS: [row.taken_from, None]})
        for row in found
    )


@cache
def owners_of(model: Kind) -> tuple[str, ...]:
    """
    The paths by which a row leads to its office: one, but where it hangs on one of two rows.

    A key that may be empty is taken only where there is no other. Empty for rows of no office.
    """
    return _paths(model, frozenset())


def _paths(model: Kind, seen: frozenset[Kind]) -> tuple[str, ...]:
    keys = [each for each in model._meta.concrete_fields if isinstance(each, ForeignKey)]
    if any(key.name == "organiser" for key in keys):
        return ("organiser",)
    inner = seen | {model}
    for may_be_empty in (False, True):
        found = [
            tuple(f"{key.name}__{path}" for path in _paths(key.related_model, inner))
            for key in keys
            if key.null is may_be_empty and key.related_model not in inner and _hangs(key)
        ]
        if paths := [each for each in found if each]:
            return tuple(path for each in paths for path in each) if may_be_empty else paths[0]
    return ()


def _hangs(key: ForeignKey[Any, Any]) -> bool:
    """Whether a row goes with the one it names, or with its event."""
    return key.remote_field.on_delete is models.CASCADE or not key.null


def _owned_by(model: Kind, offices: Collection[int]) -> Q:
    return reduce(or_, (Q(**{f"{path}__in": offices}) for path in owners_of(model)))


def _crossing(
    lent: Lent, owners: Collection[int], of: Collection[int]
) -> Iterator[tuple[ForeignKey[Any, Any], models.QuerySet[Row]]]:
    """Every key to a kind, with the rows of `owners` that name a row of `of` by it."""
    for link in keys_to(lent.model):
        if link.model not in _WORK and owners_of(link.model):
            others = Q(**{f"{link.name}__{lent.owner}__in": of})
            yield link, link.model._default_manager.filter(_owned_by(link.model, owners), others)


def _named(owners: Collection[int], of: Collection[int]) -> Wanted:
    wanted: Wanted = defaultdict(set)
    for lent in LENT.values():
        for link, rows in _crossing(lent, owners, of):
            wanted[lent.model].update(rows.order_by().values_list(link.attname, flat=True).distinct())
    return wanted


def _along(wanted: Wanted, of: Collection[int]) -> Wanted:
    """Add what the wanted rows cannot stand without, until there is no more."""
    fresh: Mapping[Kind, set[int]] = {model: set(keys) for model, keys in wanted.items()}
    while any(fresh.values()):
        found: Wanted = defaultdict(set)
        for lent in LENT.values():
            _add_named(
                found, lent.model._default_manager.filter(pk__in=fresh.get(lent.model, ())), lent.along
            )
            for inside in lent.inside:
                rows = inside.model._default_manager.filter(
                    inside.only, **{f"{inside.link}__in": fresh.get(lent.model, ())}
                )
                _add_named(found, rows, inside.along)
        fresh = {model: _of_offices(model, keys, of) - wanted[model] for model, keys in found.items()}
        for model, keys in fresh.items():
            wanted[model] |= keys
    return wanted


def _add_named(found: Wanted, rows: models.QuerySet[Row], columns: tuple[str, ...]) -> None:
    for column in columns:
        model = rows.model._meta.get_field(column).related_model
        assert isinstance(model, type)
        keys = rows.order_by().values_list(f"{column}_id", flat=True).distinct()
        found[model].update(key for key in keys if key is not None)


def _of_offices(model: Kind, keys: Collection[int], offices: Collection[int]) -> set[int]:
    rows = model._default_manager.filter(pk__in=keys, **{f"{LENT[model].owner}__in": offices})
    return set(rows.values_list("pk", flat=True))


def _copy_rows(
    lent: Lent, keys: Collection[int], copies: Copies, *, to: Organiser, visibility: Visibility, by: Actor
) -> None:
    stored = lent.model._default_manager.filter(pk__in=keys).select_related(lent.owner)
    rows = list(stored.order_by("pk"))
    taken = _refs_taken(lent.model, rows, to)
    twins = [_twin(row, to, taken) for row in rows]
    for twin in twins:
        if hasattr(twin, "visibility"):
            twin.visibility = visibility
        for key in _keys(twin):
            if key.related_model in LENT:
                other = copies.get((key.related_model, getattr(twin, key.attname)))
                if other is not None or key.null:
                    setattr(twin, key.name, other)
    lent.model._default_manager.bulk_create(twins)
    copies |= {(lent.model, row.pk): twin for row, twin in zip(rows, twins, strict=True)}
    audit.write(
        audit.line(twin, by=by, code=f"{_label(twin)}.kept", changes={FROM_BOOKS: [None, _owner(row, lent)]})
        for row, twin in zip(rows, twins, strict=True)
        if twin._meta.label_lower in KINDS
    )


def _link_within(lent: Lent, copies: Copies) -> None:
    """Let copies of one kind name each other as their originals did."""
    own = {key: twin for (model, key), twin in copies.items() if model is lent.model}
    for link in lent.model._meta.concrete_fields:
        if not isinstance(link, ForeignKey) or link.related_model is not lent.model:
            continue
        named = lent.model._default_manager.filter(pk__in=own, **{f"{link.name}__in": own})
        for key, other in named.values_list("pk", link.attname):
            setattr(own[key], link.name, own[other])
            own[key].save(update_fields=[link.name])


def _copy_inside(
    inside: Inside, parents: Mapping[int, Row], copies: Copies, *, of: Collection[int], to: Organiser
) -> None:
    rows = list(
        inside.model._default_manager.filter(inside.only, **{f"{inside.link}__in": parents}).order_by("pk")
    )
    behind = _left_behind(inside.model, rows, copies, of)
    taken = _refs_taken(inside.model, rows, to)
    made: dict[int, Row] = {}
    for row in rows:
        twin = _twin(row, to, taken)
        setattr(twin, inside.link, parents[getattr(row, f"{inside.link}_id")])
        if all(_take_along(twin, key, copies, behind) for key in _keys(row) if key.name != inside.link):
            made[row.pk] = twin
    inside.model._default_manager.bulk_create(made.values())
    for inner in inside.inside:
        _copy_inside(inner, made, copies, of=of, to=to)


def _take_along(
    twin: Row, key: ForeignKey[Any, Any], copies: Copies, behind: Collection[tuple[Kind, int]]
) -> bool:
    """Let a copied row name a copy; whether it can stand, which it cannot without a row that stays behind."""
    named = (key.related_model, getattr(twin, key.attname))
    if named in copies:
        setattr(twin, key.name, copies[named])
    elif named in behind and key.null:
        setattr(twin, key.name, None)
    return named in copies or named not in behind or key.null


def _left_behind(
    model: Kind, rows: Collection[Row], copies: Copies, of: Collection[int]
) -> set[tuple[Kind, int]]:
    """What rows name that is lent and was not copied."""
    found: set[tuple[Kind, int]] = set()
    for key in (each for each in model._meta.concrete_fields if isinstance(each, ForeignKey)):
        if key.related_model in LENT:
            named = {getattr(row, key.attname) for row in rows} - {None}
            missing = {each for each in named if (key.related_model, each) not in copies}
            found |= {(key.related_model, each) for each in _of_offices(key.related_model, missing, of)}
    return found


def _point_at_copies(
    lent: Lent, copies: Copies, *, owners: Collection[int], of: Collection[int], by: Actor
) -> None:
    for link, rows in _crossing(lent, owners, of):
        keys = list(rows.order_by("pk").values_list("pk", flat=True)) if lent.told else []
        named = sorted(set(rows.order_by().values_list(link.attname, flat=True)))
        for some in batched(named, AT_ONCE):
            cases = (When(**{link.attname: old}, then=Value(copies[lent.model, old].pk)) for old in some)
            rows.filter(**{f"{link.attname}__in": some}).update(
                **{link.name: Case(*cases, output_field=models.BigIntegerField())}
            )
        _tell(link.model, keys, lent, by)


def _tell(model: Kind, keys: Collection[int], lent: Lent, by: Actor) -> None:
    label = model._meta.label_lower
    if label in KINDS and label not in KNOWN_TO_FEW:
        named = {FROM_BOOKS: [str(lent.model._meta.verbose_name), None]}
        rows = model._default_manager.filter(pk__in=keys).order_by("pk")
        audit.write(audit.line(row, by=by, code=f"{_label(row)}.kept", changes=named) for row in rows)


def _twin(row: Row, to: Organiser, taken: set[str]) -> Any:
    """A copy that is not saved yet, of the office `to`, with codes and a short name that are free there."""
    twin: Any = twin_of(row)
    twin.pk, twin._state = None, models.base.ModelState()
    if hasattr(twin, "code"):
        twin.code = new_code()
    if hasattr(twin, "organiser_id"):
        twin.organiser = to
        twin.ref = new_code() if twin.ref in taken else twin.ref
        taken.add(twin.ref)
    return twin


def _refs_taken(model: Kind, rows: Collection[Row], to: Organiser) -> set[str]:
    if not rows or owners_of(model) != ("organiser",):
        return set()
    wanted = [row.ref for row in rows]  # type: ignore[attr-defined]  # rows of an office have one
    return set(model._default_manager.filter(organiser=to, ref__in=wanted).values_list("ref", flat=True))


def _keys(row: Row) -> Iterator[ForeignKey[Any, Any]]:
    """The keys of a row that are filled."""
    for each in row._meta.concrete_fields:
        if isinstance(each, ForeignKey) and getattr(row, each.attname) is not None:
            yield each


def _owner(row: Row, lent: Lent) -> str:
    return str(reduce(getattr, lent.owner.split("__"), row))


def _label(row: Row) -> str:
    return f"{row._meta.app_label}.{row._meta.model_name}"
