"""What holds for every plan by form, whatever the room, the guests and the settings."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.rules.seating.forms import (
    by_form,
    counting,
    places,
    places_for,
    places_of_honour,
    queueing,
    rows,
    seat_by_form,
    seats_of_hosts,
    several_tables,
    tables,
)
from chancery.rules.seating.plan import (
    Couples,
    Part,
    Problem,
    Settings,
    Sex,
    Sitter,
    Solution,
    Style,
    System,
    Yielding,
)
from chancery.rules.seating.room import Reserve, Room
from tests.rules.seating.built import room

briefly = settings(max_examples=25)
FURNITURE = [
    {"kind": "rows", "rows": 3, "seats": 5},
    {"kind": "rows", "rows": 2, "seats": 6, "aisles_after": [3]},
    {"kind": "round", "seats": 6},
    {"kind": "round", "seats": 8},
    {"kind": "long", "side_seats": 4},
    {"kind": "long", "side_seats": 3, "first_end_seats": 1, "second_end_seats": 1},
    {"kind": "u"},
    {"kind": "u", "inner_bar_seats": 3, "inner_arm_seats": 2},
    {"kind": "t", "inner_seats": 1, "end_seats": 1},
    {"kind": "comb"},
    {"kind": "horseshoe", "inner_seats": 5},
    {"kind": "head", "seats": 5},
    {"kind": "dais", "seats": 4},
    {"kind": "standing", "capacity": 4},
]
PLACES = ({"x": 1200, "y": 1200}, {"x": 3600, "y": 1200}, {"x": 2400, "y": 3600})


@st.composite
def rooms(draw: st.DrawFn) -> Room:
    """One to three pieces of furniture, some seats blocked, for wheelchairs, or with a chair behind."""
    pieces = draw(st.lists(st.sampled_from(FURNITURE), min_size=1, max_size=3))
    furniture = [{**piece, **place} for piece, place in zip(pieces, PLACES, strict=False)]
    hall = room(*furniture)
    notes = st.sampled_from(
        ({"blocked": True}, {"wheelchair": True}, {"interpreter": True}, {"zone": "press"})
    )
    seats = st.sampled_from([seat.id for seat in hall.seats])
    chosen = draw(st.dictionaries(seats, notes, max_size=4))
    return room(*furniture, **{seat.replace("-", "_"): note for seat, note in chosen.items()})


@st.composite
def guests(draw: st.DrawFn) -> tuple[Sitter, ...]:
    """Up to 14 guests with parts, couples, delegations and needs."""
    count = draw(st.integers(0, 14))
    parts = st.sampled_from([*Part, *([Part.GUEST] * 6)])
    made = []
    for number in range(1, count + 1):
        place = draw(st.sampled_from([number, number, number, None]))
        made.append(
            Sitter(
                f"g{number}",
                f"Guest {number}",
                number,
                place,
                draw(parts),
                draw(st.sampled_from(list(Sex))),
                delegation=draw(st.sampled_from(["", "A", "B", "C"])),
                category=draw(st.sampled_from(["", "press"])),
                list_name=draw(st.sampled_from(["", "organisers", "civil", "military"])),
                interprets=draw(st.sampled_from(["", "", "", "", "g1"])) if number > 1 else "",
                needs_wheelchair=draw(st.booleans()) and draw(st.booleans()),
                speaks=draw(st.booleans()) and draw(st.booleans()),
            )
        )
    paired = draw(st.integers(0, count // 2))
    for at in range(0, 2 * paired, 2):
        made[at] = replace(made[at], partner=made[at + 1].id)
        made[at + 1] = replace(made[at + 1], partner=made[at].id)
    return tuple(made)


SETTINGS = st.builds(
    Settings,
    style=st.sampled_from(Style),
    system=st.sampled_from(System),
    couples=st.sampled_from(Couples),
    alternates=st.booleans(),
    first_lady_left=st.booleans(),
    yielding=st.sampled_from(Yielding),
    row_of_honour=st.integers(1, 3),
    numbered_rows=st.integers(0, 2),
    lists=st.sampled_from([(), ("authorities", "organisers"), ("civil", "military")]),
    group_zones=st.sampled_from([{}, {"press": "press"}]),
)


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    hall, invited = draw(rooms()), draw(guests())
    free = st.sampled_from([seat.id for seat in hall.seats])
    locked_seats = draw(st.lists(free, unique=True, max_size=min(2, len(invited))))
    locked = {guest.id: seat for guest, seat in zip(invited, locked_seats, strict=False)}
    held = draw(st.lists(free, unique=True, max_size=2))
    reserves = tuple(Reserve(seat, band="ministers") for seat in held)
    return Problem(hall, invited, draw(SETTINGS), locked=locked, reserves=reserves)


@briefly
@given(problems())
def test_everybody_is_seated_once_or_told_why_not(problem: Problem) -> None:
    """Every sitter once, no seat twice, only seats that may be given, a reason for each."""
    plan = seat_by_form(problem)

    held = {reserve.seat for reserve in problem.reserves} - set(problem.locked.values())
    taken = list(plan.placing.values())
    assert set(plan.placing) | set(plan.unseated) == {sitter.id for sitter in problem.sitters}
    assert not set(plan.placing) & set(plan.unseated)
    assert len(set(taken)) == len(taken)
    assert not held & set(taken)
    for sitter, seat in plan.placing.items():
        assert problem.locked.get(sitter) == seat or not problem.room.seat_of[seat].is_blocked
    assert all(plan.reasons[sitter] for sitter in plan.placing)
    assert all("%(" not in reason.words() for chain in plan.reasons.values() for reason in chain)


@briefly
@given(problems())
def test_locked_seats_stay(problem: Problem) -> None:
    """Whatever the form would say."""
    plan = seat_by_form(problem)

    assert {sitter: plan.placing[sitter] for sitter in problem.locked} == problem.locked


@briefly
@given(problems(), st.randoms(use_true_random=False))
def test_shuffled_guests_give_the_same_plan(problem: Problem, random: Random) -> None:
    """The order in which guests are handed in decides nothing."""
    shuffled = list(problem.sitters)
    random.shuffle(shuffled)

    assert seat_by_form(replace(problem, sitters=tuple(shuffled))) == seat_by_form(problem)


@briefly
@given(rooms(), guests(), st.sampled_from(Style), st.sampled_from([System.CROSS, System.CLOCK]))
def test_a_higher_place_never_sits_lower(
    hall: Room, invited: tuple[Sitter, ...], style: Style, system: System
) -> None:
    """By rank alone nobody sits on a lower place of honour than somebody lower in the order."""
    plain = [Sitter(guest.id, guest.name, guest.number, guest.place) for guest in invited]
    problem = Problem(hall, tuple(plain), Settings(style=style, system=system))

    plan = seat_by_form(problem)

    order = sorted(plain, key=lambda guest: (guest.place is None, guest.place or 0, guest.number))
    honour = places_for(problem)
    seats = [honour.index(plan.placing[guest.id]) for guest in order if guest.id in plan.placing]
    assert seats == sorted(seats)
    assert len(seats) == min(len(order), len(honour))


@briefly
@given(problems())
def test_who_sits_out_of_order_has_a_reason_for_it(problem: Problem) -> None:
    """Of two who sit against their order at least one is told by more than order and place."""
    plan = seat_by_form(problem)

    honour = places_for(problem)
    seated = [guest for guest in problem.sitters if plan.placing.get(guest.id) in honour]
    seated.sort(key=lambda guest: (guest.place is None, guest.place or 0, guest.number))
    for at, higher in enumerate(seated):
        for lower in seated[at + 1 :]:
            if honour.index(plan.placing[lower.id]) < honour.index(plan.placing[higher.id]):
                assert is_told(plan, higher) or is_told(plan, lower)


def is_told(plan: Solution, guest: Sitter) -> bool:
    """Whether there is more to say of somebody than the own order and the place that follows from it."""
    ordinary = {queueing.PLACE, queueing.WITH_PARTNER, queueing.NO_PLACE, rows.MIDDLE, several_tables.HEAD}
    ordinary |= {tables.INNER, tables.END, tables.FACING, by_form.FIRST, places.STANDS, *counting.SENTENCES}
    return any(reason.template not in ordinary for reason in plan.reasons[guest.id])


@briefly
@given(rooms(), SETTINGS)
def test_places_of_honour_are_seats_each_once(hall: Room, chosen: Settings) -> None:
    """Never a blocked seat, a chair behind another one, or the seat of a host."""
    found = places_of_honour(hall, chosen)
    hosts = seats_of_hosts(hall, chosen)

    assert len(set(found)) == len(found)
    assert not {hosts.host, hosts.co_host} & set(found)
    assert all(not hall.seat_of[seat].is_blocked and not hall.seat_of[seat].behind for seat in found)
