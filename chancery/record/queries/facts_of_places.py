"""The places of an event as the communiqué takes them."""

from collections.abc import Mapping

from chancery.events.models import Event, Place, Station
from chancery.rules.communique import LANGUAGES, facts


def places_that_were(event: Event) -> tuple[facts.PlaceFact, ...]:
    """Return the places of an event in sequence, each with its town."""
    rows = Station.objects.filter(event=event).select_related("place__part_of__part_of")
    found = rows.order_by("position", "id")
    return tuple(place_fact(row.place, role=row.role, position=row.position) for row in found)


def place_fact(place: Place, *, role: str = "venue", position: int = 0) -> facts.PlaceFact:
    """
    Return a place with the town it lies in; two places that it is part of are loaded.

    The town is the outermost of those places, else the city as noted, in one language for all. A place that
    is part of none and bears the name of its city is a town itself.
    """
    is_town = place.part_of is None and place.city in ("", *place.names.values())
    outer = _outermost(place)
    within = outer.names if outer is not place else {} if is_town else _everywhere(place.city)
    return facts.PlaceFact(
        ref=place.ref,
        names=place.names,
        role=role,
        position=position,
        is_town=is_town and bool(place.city) and not place.address,
        within=within,
        within_ref=outer.ref,
    )


def _outermost(place: Place) -> Place:
    above = place.part_of
    if above is None:
        return place
    return above.part_of or above


def _everywhere(name: str) -> Mapping[str, str]:
    return dict.fromkeys(LANGUAGES, name) if name else {}
