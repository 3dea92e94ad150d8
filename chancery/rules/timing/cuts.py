"""Cuts that the host has agreed to, offered in their order while an anchor is in danger (R95)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType

from chancery.rules.reasons import Reason, gettext_noop

from .items import Item, Programme, Status
from .live import projected
from .projection import Progress, Projection
from .sentences import SOURCE
from .words import duration_words

_LEFT_OUT = gettext_noop("Leaving out “%(item)s” wins %(saves)s.")
_SHORTENED = gettext_noop("Cutting “%(item)s” to %(to)s wins %(saves)s.")
_PROTECTED = gettext_noop("“%(item)s” is never cut: it is an anchor, an anthem or a silence.")


@dataclass(frozen=True, slots=True)
class Cut:
    """A cut agreed with the host: the item, and the seconds it may be cut to (0 leaves it out)."""

    item_id: str
    to_seconds: int = 0


@dataclass(frozen=True, slots=True)
class Offer:
    """A cut worth making now, and how many seconds it wins for an anchor in danger."""

    cut: Cut
    saves: int
    reason: Reason


@dataclass(frozen=True, slots=True)
class Offers:
    """The cuts to make, in the agreed order; why others are refused; the projection when all are made."""

    offers: tuple[Offer, ...]
    refused: tuple[Reason, ...]
    after: Projection


def offered_cuts(programme: Programme, cuts: Sequence[Cut], *, now: datetime) -> Offers:
    """
    Offer agreed cuts until no anchor is in danger any more, or none is left.

    Shape: offers keep the order of `cuts`; a cut that wins nothing is left out, as is one whose item has
    begun or is not in the programme. Anchors, anthems and silences are refused with a reason.
    Errors: ProgrammeNotReadable as for the plan.
    Source: R95 in docs/rules/timing.md.
    """
    offers: list[Offer] = []
    refused: list[Reason] = []
    items = {item.id: item for item in programme.items}
    projection = projected(programme, now=now)
    for cut in cuts:
        item = items.get(cut.item_id)
        if item is None or not projection.dangers:
            continue
        if item.is_protected:
            refused.append(_reason(_PROTECTED, item=item.title or item.id))
            continue
        shorter = _with(programme, _cut(item, cut), projection)
        after = projected(shorter, now=now)
        if saves := _saved(projection, after):
            offers.append(Offer(cut, saves, _offer_reason(item, cut, saves)))
            programme, projection = shorter, after
    return Offers(tuple(offers), tuple(refused), projection)


def _with(programme: Programme, shorter: Item, projection: Projection) -> Programme:
    """The programme with one item cut, unless it has begun or would not get shorter."""
    state = projection.of(shorter.id)
    is_shorter = shorter.status is Status.DROPPED or (shorter.seconds or 0) < (state.seconds or 0)
    if state.progress is not Progress.TO_COME or not is_shorter:
        return programme
    items = tuple(shorter if item.id == shorter.id else item for item in programme.items)
    return replace(programme, items=items)


def _cut(item: Item, cut: Cut) -> Item:
    if cut.to_seconds <= 0:
        return replace(item, status=Status.DROPPED)
    return replace(item, seconds=cut.to_seconds, is_elastic=False, least=None, most=None)


def _saved(before: Projection, after: Projection) -> int:
    late = {danger.item_id: danger.late for danger in after.dangers}
    return max((danger.late - late.get(danger.item_id, 0) for danger in before.dangers), default=0)


def _offer_reason(item: Item, cut: Cut, saves: int) -> Reason:
    title, won = item.title or item.id, duration_words(saves)
    if cut.to_seconds <= 0:
        return _reason(_LEFT_OUT, item=title, saves=won)
    return _reason(_SHORTENED, item=title, to=duration_words(cut.to_seconds), saves=won)


def _reason(template: str, **values: str) -> Reason:
    return Reason(template, MappingProxyType(values), "R95", SOURCE)
