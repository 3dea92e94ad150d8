"""
A national day: 2,000 guests, 30 of the staff, 8 doors and 50 screens, and how far one can go.

At the peak a guest comes every 0.9 seconds (an hour for all, most of them in the middle of it), opens the
page of the invitation on the way and is let in at a door; each of the staff reads a page every five seconds;
the caller presses every four. First on one machine with one server and a worker, at the size of the day and
then at twice, four times … its size until a limit is missed: what misses first is told. What the day takes of
the processor is told by guest. Then on two hosts with two servers and a worker each, made of network
namespaces: the same day; tickets that are shown at both hosts at the same moment; and a day in the middle of
which one host is cut off the network. A first argument gives other seconds a round than 40.

    tools/with-postgresql --durable --network 10.77.0.0/24 .venv/bin/python bench/national_day.py
"""

import asyncio
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import cycle, islice
from uuid import uuid4

from support.figures import Figure, machine, percentile, report
from support.installation import open_installation

os.environ.setdefault("CHANCERY_BASE_URL", "http://localhost:8000")
DATABASE = open_installation("national-day")

from django.conf import settings
from django.db import connection
from django.db.models import Max, Min
from django.test import Client
from django.utils import timezone
from support.evening import Book, Evening, People, show_together
from support.hosts import Address, Host, hosts, is_possible
from support.large_arrivals import receive
from support.large_event import large_event
from support.processes import most_megabytes, parent_of, tree_seconds
from support.reply_links import links_of

from chancery.accounts.models import Membership, User
from chancery.base.audit import Actor
from chancery.door.access import digest_of
from chancery.door.models import Device, Door, Presence
from chancery.events.models import Event
from chancery.programme import following
from chancery.programme.actions.running import take_step
from chancery.programme.models import Screen

SECONDS = float(sys.argv[1]) if len(sys.argv) > 1 else 40.0
GUESTS, STAFF, DOORS, SCREENS = 2000, 30, 8, 50
HOUR = 3600
PEAK = 2 * GUESTS / HOUR
"""Guests a second where all come within an hour, ever more of them until its middle and ever fewer then."""

SIZES = (1, 2, 4, 8, 16)
LIMITS = {
    "scan at a door": 250,
    "page of a guest": 500,
    "page of the staff": 500,
    "press to screen": 500,
}
SERVERS, TICKETS = 2, 40


def main() -> int:
    """Measure and print; 1 where a limit is missed at the size of the day."""
    if connection.vendor != "postgresql" or not is_possible():
        print("Hosts need PostgreSQL, root and `ip`; see the first lines of this file.")
        return 0
    print(f"{machine()}, {DATABASE}")
    return report(_figures())


def _figures() -> Iterator[Figure]:
    event = large_event(GUESTS)
    by = _caller(event)
    receive(event, by=by, now=timezone.now())
    party = _Party(event, by)
    with hosts(1, servers=1) as (machines, servers):
        yield from _of_the_day(party, machines, servers)
    with hosts(2, servers=SERVERS) as (machines, servers):
        yield from _on_two_hosts(party, machines, servers)


class _Party:
    """The event of the day with everybody at it, as often as it is measured."""

    def __init__(self, event: Event, by: Actor) -> None:
        self.event, self.by = event, by
        Presence.objects.filter(event=event).update(came=0, inside=0, first_at=None, last_at=None, door=None)
        self._door = Door.objects.filter(event=event).first()
        self.guests = iter(links_of(event))
        self._steps = cycle(("go", "back"))
        self.press()

    def people(self, times: int) -> People:
        """Everybody at `times` the size of the day; guests go on where the last round left them."""
        return People(
            event=f"/o/{self.event.organiser.ref}/events/{self.event.code}/",
            staff=[_cookie_of(self._member(number)) for number in range(times * STAFF)],
            devices=[self._device(number) for number in range(times * DOORS)],
            guests=self.guests,
            screens=[self._screen() for _number in range(times * SCREENS)],
        )

    def press(self) -> None:
        """What the caller does: the next item begins, or the one before it again."""
        event, kind = Event.objects.get(pk=self.event.pk), next(self._steps)
        take_step(event, kind, uid=uuid4(), by=self.by, at=timezone.now())

    def _screen(self) -> str:
        """Put up a screen, and return where its stream is."""
        screen = Screen.objects.create(event=self.event, kind=Screen.Kind.STAGE)
        return f"/s/{following.token_of(screen)}/stream/"

    def _member(self, number: int) -> User:
        user, is_new = User.objects.get_or_create(email=f"staff-{number}@sample.example")
        if is_new:
            Membership.objects.create(organiser=self.event.organiser, user=user, role="protocol")
        return user

    def _device(self, number: int) -> str:
        """The token of a telephone at the door."""
        token = f"{self.event.code}-{number}"
        now = timezone.now()
        Device.objects.get_or_create(
            token_digest=digest_of(token),
            defaults={
                "door": self._door,
                "name": f"Telephone {number}",
                "pairing_ends_at": now,
                "paired_at": now,
                "expires_at": now + timedelta(days=1),
            },
        )
        return token


def _caller(event: Event) -> Actor:
    user = User.objects.create(email="caller@sample.example")
    Membership.objects.create(organiser=event.organiser, user=user, role="owner")
    return Actor(event.organiser_id, user)


def _cookie_of(user: User) -> str:
    client = Client()
    client.force_login(user)
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"


def _of_the_day(party: _Party, machines: Sequence[Host], servers: Sequence[Address]) -> Iterator[Figure]:
    """One machine: the day itself, what it takes by guest, and the size at which something misses."""
    _run(party, machines, servers, times=1, seconds=5)
    _book, without = _run(party, machines, servers, times=1, rate=0)
    book, whole = _run(party, machines, servers, times=1)
    yield from _told(book, "one host, the day")
    yield from _costs(without, whole, guests=len(book.let_in))
    yield Figure(
        "largest process of Chancery",
        most_megabytes(each.pid for machine in machines for each in machine.running),
        "MB",
    )
    for times in SIZES[1:]:
        book, spent = _run(party, machines, servers, times=times)
        yield from _told(book, f"one host, {times} times the day", is_goal=False)
        yield Figure(f"{times} times the day: processors at work", spent.all / SECONDS, "cores")
        if missed := _missed(book):
            print(f"At {times} times the day this misses first: {', '.join(missed)}.")
            break


def _on_two_hosts(party: _Party, machines: Sequence[Host], servers: Sequence[Address]) -> Iterator[Figure]:
    _run(party, machines, servers, times=1, seconds=5)
    book, _spent = _run(party, machines, servers, times=1)
    yield from _told(book, f"two hosts, {len(servers)} servers, the day")
    yield _shown_at_both(party, servers)
    cut = machines[1].cut
    book, _spent = _run(party, machines, servers, times=1, meanwhile=cut)
    machines[1].mend()
    yield Figure("one host cut off: guests told they are in, and not", _lost(party, book), "", 0)
    yield Figure("one host cut off: questions that nobody answered", sum(book.wrong.values()), "", 0)
    yield Figure("let in more often than they came", _twice(party), "", 0)


@dataclass(frozen=True, slots=True)
class _Spent:
    """Seconds of the processors that a round took, of Chancery and of the database."""

    chancery: float
    database: float

    @property
    def all(self) -> float:
        return self.chancery + self.database


def _run(
    party: _Party,
    machines: Sequence[Host],
    servers: Sequence[Address],
    *,
    times: int,
    rate: float = PEAK,
    seconds: float = SECONDS,
    meanwhile: Callable[[], object] | None = None,
) -> tuple[Book, _Spent]:
    """One round; `meanwhile` is done in the middle of it."""
    before = _processors(machines)
    evening = Evening(party.people(times), servers)
    book = asyncio.run(_evening(party, evening, times * rate, seconds, meanwhile))
    after = _processors(machines)
    return book, _Spent(after[0] - before[0], after[1] - before[1])


async def _evening(
    party: _Party,
    evening: Evening,
    rate: float,
    seconds: float,
    meanwhile: Callable[[], object] | None,
) -> Book:
    if meanwhile:
        asyncio.get_running_loop().call_later(seconds / 2, meanwhile)
    return await evening.run(seconds, guests_a_second=rate, press=party.press)


def _processors(machines: Sequence[Host]) -> tuple[float, float]:
    """What the processes of Chancery on the hosts, and those of the database, have taken so far."""
    own = sum(tree_seconds(process.pid) for machine in machines for process in machine.running)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (number,) = cursor.fetchone()
    return own, tree_seconds(parent_of(number))


def _told(book: Book, where: str, *, is_goal: bool = True) -> Iterator[Figure]:
    for kind, limit in LIMITS.items():
        if took := book.took[kind]:
            told = f"{where}: {kind} ({len(took)}), p95"
            yield Figure(told, percentile(took, 0.95), "ms", limit if is_goal else None)
    yield Figure(f"{where}: went wrong", sum(book.wrong.values()), "", 0 if is_goal else None)
    if book.wrong:
        print(f"{where}: {dict(book.wrong)}")


def _missed(book: Book) -> list[str]:
    over = [
        f"{kind} {percentile(took, 0.95):,.0f} ms"
        for kind, limit in LIMITS.items()
        if (took := book.took[kind]) and percentile(took, 0.95) > limit
    ]
    return over + [f"{what} ({number})" for what, number in book.wrong.items()]


def _costs(without: _Spent, whole: _Spent, *, guests: int) -> Iterator[Figure]:
    """What a guest takes, and what the hour takes with staff and screens, by guest."""
    of_guest = 1000 * max(0.0, whole.all - without.all) / guests
    hour = without.all / SECONDS * HOUR
    yield Figure("staff and screens: processors at work", without.all / SECONDS, "cores")
    yield Figure("of it the database", 100 * without.database / without.all, "%")
    yield Figure("a guest's page and scan: processor", of_guest, "ms")
    yield Figure("the whole hour: processor by guest", of_guest + 1000 * hour / GUESTS, "ms")


def _shown_at_both(party: _Party, servers: Sequence[Address]) -> Figure:
    """Tickets that telephones show to both hosts at the same moment; the most that one ever let in."""
    codes = [code for _link, code in islice(party.guests, TICKETS)]
    asyncio.run(show_together(party.people(1).devices, servers, codes))
    came = Presence.objects.filter(participation__code__in=codes).aggregate(
        most=Max("came"), least=Min("came")
    )
    if came["least"] != 1:
        raise RuntimeError("A ticket shown at both hosts let nobody in.")
    return Figure("one ticket at both hosts at once: let in", came["most"], "times", 1)


def _lost(party: _Party, book: Book) -> int:
    """How many guests a telephone was told are in, and the record does not know of."""
    known = Presence.objects.filter(participation__code__in=book.let_in, came=1).count()
    return len(book.let_in) - known


def _twice(party: _Party) -> int:
    """How many parties count more people than are awaited of them."""
    return Presence.objects.filter(event=party.event, came__gt=1).count()


if __name__ == "__main__":
    sys.exit(main())
