"""Who speaks and who lays a wreath, as the running order says it, by the refs of the order of the event."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from chancery.events.models import Event, Participation
from chancery.events.ordering import EventOrder
from chancery.programme.models import Act, Contribution, Item

SPOKEN = (
    Contribution.Form.OPENING,
    Contribution.Form.SPEECH,
    Contribution.Form.REMARKS,
    Contribution.Form.KEYNOTE,
    Contribution.Form.INTRODUCTION,
    Contribution.Form.TOAST,
    Contribution.Form.CLOSING,
)


@dataclass(frozen=True, slots=True)
class Layers:
    """Who lays a wreath; `deputies` maps one who lays for somebody absent to that one."""

    refs: Sequence[str]
    deputies: Mapping[str, str]


def speakers_of(event: Event, order: EventOrder) -> list[str]:
    """Return who speaks, each once: by the running order, and who takes part as a speaker."""
    speaking = Contribution.objects.filter(item__event=event, form__in=SPOKEN)
    spoken = speaking.order_by("item__position", "position", "pk").values_list("participation", flat=True)
    invited = (who.key for who in order.participants if who.capacity == Participation.Capacity.SPEAKER)
    return _placed(order, [*spoken, *invited])


def layers_of(event: Event, order: EventOrder) -> Layers:
    """Return who lays a wreath or flowers by the running order."""
    acts = Act.objects.filter(item__event=event, item__kind=Item.Kind.WREATH)
    pairs = list(
        acts.order_by("item__position", "position", "pk").values_list("participation", "on_behalf_of")
    )
    places = _places(order)
    deputies = {places[one]: places[absent] for one, absent in pairs if one in places and absent in places}
    return Layers(_placed(order, (one for one, _absent in pairs)), deputies)


def _placed(order: EventOrder, keys: Iterable[int]) -> list[str]:
    """The refs under which the holders of these participations stand in the order."""
    places = _places(order)
    return list(dict.fromkeys(places[key] for key in keys if key in places))


def _places(order: EventOrder) -> dict[int, str]:
    """The ref in the order for each participation; a person stands there once, in whatever capacity."""
    people = {entry.who.person: entry.ref for entry in order.entries if entry.who.person}
    rows = {entry.who.key: entry.ref for entry in order.entries}
    return rows | {who.key: people[who.person] for who in order.participants if who.person in people}
