"""The planned times of a programme, each with how it was found and what stands against it (R92)."""

from .anchors import Anchored, anchored, place_near
from .checks import findings_of
from .clock import Clock, Moment
from .items import Item, Programme
from .layout import Layout, lay
from .links import How, Spot
from .measure import Pins
from .result import Conflict, Plan, Timed
from .sentences import Facts, conflict_of, dropped_reasons, reasons_of
from .tree import (
    Body,
    Parallel,
    check_references,
    first_item,
    in_order,
    nodes_of,
    structure,
    without_dropped,
)


def planned(programme: Programme) -> Plan:
    """
    Compute the planned times of a programme.

    Shape: one Timed per item in running order: as listed, as far as `after` allows; empty in, empty out.
    Units: moments at the venue; durations in seconds.
    Ties: times before an anchor are counted back from it, after the last one forward; between two anchors
    elastic items share the room by one factor, and what they cannot fill stays free after the first.
    An item of unknown duration has no known end, and nothing is counted across it.
    Errors: ProgrammeNotReadable when ids, parents or `after` make no order. Anchors that cannot be kept do
    not raise: they stay, and a Conflict beside the item says what is wrong.
    Source: R90, R92 in docs/rules/timing.md.
    """
    check_references(programme.items)
    body = structure(without_dropped(programme.items))
    clock = Clock.of(programme)
    placed = anchored(programme, body, clock)
    layout = lay(body, Pins(placed.starts, placed.ends), opening_of(placed), placed.closes_at)
    order = in_order(programme.items)
    facts = Facts(items_by_key(order, body), clock)
    latest = _latest_arrivals(order, layout, placed, clock)
    taking_part = [item for item in order if item.id in layout.spots]
    findings = [*layout.findings, *findings_of(taking_part, layout, placed, latest)]
    # without an item bounds that contradict each other concern nobody
    conflicts = [conflict_of(finding, facts, layout) for finding in findings if body]
    return Plan(tuple(_Teller(facts, layout, latest, conflicts).timed(item) for item in order))


def opening_of(placed: Anchored) -> int | None:
    """When the first item is held by the programme's start: unless an item is anchored then or before."""
    if placed.opens_at is None or any(start <= placed.opens_at for start in placed.starts.values()):
        return None
    return placed.opens_at


def items_by_key(order: list[Item], body: Body) -> dict[str, Item]:
    """Items by id; a group stands for its first item, the whole (no key) for its last not dropped."""
    groups = {node.key: first_item(node) for node in nodes_of(body) if isinstance(node, Parallel)}
    taking_part = without_dropped(order)
    whole = {"": taking_part[-1]} if taking_part else {}
    return whole | groups | {item.id: item for item in order}


def _latest_arrivals(order: list[Item], layout: Layout, placed: Anchored, clock: Clock) -> dict[str, int]:
    latest: dict[str, int] = {}
    for item in order:
        near = layout.start(item.id)
        if item.latest_arrival is not None and near is not None:
            at = place_near(item.latest_arrival, near, clock, placed.opens_at)
            latest |= {} if at is None else {item.id: at}
    return latest


class _Teller:
    """Turns places on the line into what is told of each item."""

    def __init__(
        self, facts: Facts, layout: Layout, latest: dict[str, int], conflicts: list[Conflict]
    ) -> None:
        self.facts = facts
        self.layout = layout
        self.latest = latest
        self.conflicts: dict[str, list[Conflict]] = {}
        for conflict in conflicts:
            self.conflicts.setdefault(conflict.item_id, []).append(conflict)

    def timed(self, item: Item) -> Timed:
        spot = self.layout.spots.get(item.id)
        if spot is None:
            return Timed(item.id, None, None, item.wished, How.DROPPED, reasons=dropped_reasons())
        return Timed(
            item.id,
            self._moment(spot.start),
            self._moment(spot.end),
            item.wished if spot.seconds is None or spot.seconds < 0 else spot.seconds,
            spot.how,
            counted_from=self._counted_from(spot),
            ends_by=self._moment(self.layout.ends_by.get(item.id)),
            latest_arrival=self._moment(self.latest.get(item.id)),
            reasons=reasons_of(spot, self.facts),
            conflicts=tuple(self.conflicts.get(item.id, ())),
        )

    def _counted_from(self, spot: Spot) -> str:
        pin = {How.FORWARD: spot.first, How.BACKWARD: spot.second}.get(spot.how)
        item = self.facts.items[pin.key] if pin and pin.key else None
        return item.id if item and item.id != spot.key else ""

    def _moment(self, seconds: int | None) -> Moment | None:
        return None if seconds is None else self.facts.clock.moment(seconds)
