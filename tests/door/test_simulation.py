"""Hours at the doors in simulated time: nothing lost, nothing counted twice, all agree in the end."""

from collections import Counter

import pytest

from tests import make
from tests.door.simulation.day import Day, Faults
from tests.door.simulation.invariants import broken
from tests.door.simulation.office import real
from tests.door.simulation.scans import Answer, Asked
from tests.door.simulation.server import PlainServer
from tests.door.simulation.world import HOUR, MINUTE

SEEDS = range(12)
HOURS = 4.0


@pytest.fixture(scope="module")
def days() -> list[Day]:
    """Twelve evenings of four hours with all faults."""
    return [Day(seed, HOURS).run() for seed in SEEDS]


def test_no_invariant_breaks(days: list[Day]) -> None:
    """Whatever network, clocks, apps and server did: each scan counts once, and everywhere the same."""
    assert [sentence for day in days for sentence in broken(day)] == []


def test_everything_went_wrong_at_least_once(days: list[Day]) -> None:
    """The evenings are no fair weather."""
    seen = Counter[str]()
    for day in days:
        networks = [phone.network for phone in day.phones]
        seen["lost"] += sum(network.lost for network in networks)
        seen["doubled"] += sum(network.doubled for network in networks)
        seen["repeated"] += day.server.repeats
        seen["server killed"] += day.server.kills
        seen["app killed"] += sum(phone.runs - 1 for phone in day.phones)
        seen["clock set"] += day.leaps
        seen["gone"] += sum(phone.is_gone for phone in day.phones)
        seen["undone"] += day.people.undone
        seen["refused"] += day.people.refused
        seen["doubts"] += sum(day.server.came_and_inside(party.code)[2] for party in day.people.parties)

    assert all(seen.values()), seen


def test_one_seed_is_one_evening() -> None:
    """A run that broke can be run again, step by step."""
    first, again = (Day(7, 1.0).run() for _ in range(2))

    assert (first.world.steps, first.server.all_scans()) == (again.world.steps, again.server.all_scans())


@pytest.mark.parametrize("seed", [1, 2])
def test_the_real_server_breaks_no_invariant(seed: int, db: None) -> None:
    """The same with the actions of the office on its database."""
    event = make.event(make.organiser())
    faults = Faults(app_dies=0.02, server_dies=0.1, revoke_every=HOUR)

    day = Day(seed, 0.7, faults, real(event), guests=14, doors=2, phones_a_door=1, poll=MINUTE).run()

    assert broken(day) == []
    assert day.server.kills
    assert len(day.server.all_scans()) > 14


class StoresTwice(PlainServer):
    """A server that forgets which scans it has."""

    def _store(self, asked: Asked) -> None:
        for said in asked.scans:
            self._add(said)


class NamesTooMuch(PlainServer):
    """A server that says it has what it lost."""

    def _store(self, asked: Asked) -> None:
        if self.world.happens(0.9):
            PlainServer._store(self, asked)
        else:
            self.stored.update({said.uid: said for said in asked.scans})


class HidesNews(PlainServer):
    """A server that tells of one door only now and then."""

    def _answer(self, asked: Asked) -> Answer:
        answer = PlainServer._answer(self, asked)
        kept = answer.news if self.world.happens(0.9) else ()
        return Answer(answer.taken, kept, answer.cursor, answer.now)


@pytest.mark.parametrize(
    ("server", "said"),
    [(StoresTwice, "is stored"), (NamesTooMuch, "is lost"), (HidesNews, "knows")],
)
def test_a_wrong_server_is_found_out(server: type[PlainServer], said: str) -> None:
    """The invariants can fail."""
    found = broken(Day(3, HOURS, server_of=server).run())

    assert any(said in sentence for sentence in found)
