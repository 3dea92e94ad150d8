"""
The pages of an event with 500 guests: how long the server takes at the 95th percentile, and how many queries.

The queries are counted at fifty guests too: their number must not grow with the list. The guest list is
opened at 2,000 as well. Everybody was invited by a wave of e-mails and cards, and most have answered. The
pages of arrivals are those of another event, to which everybody comes. The time of the processor stands
beside that by the clock: on a busy machine it alone says what a page costs. With CHANCERY_DATABASE the
figures are those of PostgreSQL.
"""

from collections.abc import Mapping, Sequence
from time import perf_counter, process_time
from typing import NamedTuple

from support.figures import Figure, machine, percentile, report
from support.installation import open_installation

DATABASE = open_installation("pages")

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from support.large_arrivals import receive
from support.large_event import large_event, sign_up
from support.large_sending import send_and_answer

from chancery.base.audit import Actor
from chancery.base.garbage import collect_seldom
from chancery.events.models import Event

# With fewer than fifty some kinds of rows are missing, and with them the queries they need.
GUESTS, FEW, MANY = 500, 50, 2000
WARM, RUNS = 5, 40
LIMIT_MS, LIMIT_OF_MANY_MS = 80, 100
PAGES = (
    "",
    "programme/",
    "guests/",
    "guests/?sort=name",
    "invitations/",
    "invitations/register/",
    "replies/",
    "order/",
    "order/lists/",
    "papers/",
)
# Asked for half an hour before the beginning, by an event of its own.
OF_ARRIVALS = (
    "door/",
    "door/arrivals/host/",
    "door/let-in/",
    "door/let-in/?q=a",
    "door/slots/",
    "door/slots/propose/",
    "door/doors/",
    "door/notes/",
    "door/answers/",
    "door/doubts/",
    "record/presence/",
    "call/",
    "call/state/",
    "call/cues/",
    "call/screens/",
)
WAVES = ("a wave that was sent", "a wave in preparation")


class Took(NamedTuple):
    """Milliseconds of one request, by the clock and of the processor."""

    clock: float
    processor: float


def main() -> int:
    """Make the events, ask for each page, print; 1 where a limit is missed."""
    print(f"{machine()}, {DATABASE}")
    few, many = large_event(FEW), large_event(GUESTS)
    # As the server does when it has started.
    collect_seldom()
    figures = _compared(Asked(few, _pages(few)), Asked(many, _pages(many)))
    figures += _compared(_received(FEW), _received(GUESTS))
    return report([*figures, _opened(large_event(MANY))])


class Asked(NamedTuple):
    """An event and the addresses of its pages, by what they are called."""

    event: Event
    pages: Mapping[str, str]


def _received(guests: int) -> Asked:
    """An event whose guests arrive, with the pages on which they are followed."""
    event = large_event(guests, ref="arrivals")
    receive(event, by=Actor(event.organiser_id, None), now=timezone.now())
    return Asked(event, {page: _address(event, page) for page in OF_ARRIVALS})


def _compared(few: Asked, many: Asked) -> list[Figure]:
    """How long each page takes with many guests, and its queries with many and with few."""
    client, client_of_few, figures = _client(many.event), _client(few.event), []
    for name, address in many.pages.items():
        times, queries = _asked(client, address)
        _times, queries_of_few = _asked(client_of_few, few.pages[name], runs=1)
        spent = [took.processor for took in times]
        figures += [
            _clock(f"{name} with {GUESTS} guests, 95th percentile", times, LIMIT_MS),
            Figure(f"{name}, processor", percentile(spent, 0.95), "ms"),
            Figure(f"{name}, queries at {GUESTS} guests (at {FEW}: limit)", queries, "", queries_of_few),
        ]
    return figures


def _clock(what: str, times: Sequence[Took], limit: float) -> Figure:
    return Figure(what, percentile([took.clock for took in times], 0.95), "ms", limit)


def _pages(event: Event) -> dict[str, str]:
    """Send and answer invitations; return the addresses of the pages to ask for, by what they are called."""
    waves = send_and_answer(event, now=timezone.now())
    of_waves = {name: f"invitations/{wave.code}/" for name, wave in zip(WAVES, waves, strict=True)}
    pages = {page or "event": page for page in PAGES} | of_waves
    return {name: _address(event, page) for name, page in pages.items()}


def _opened(event: Event) -> Figure:
    """The time in which the guest list of a large event opens."""
    times, _queries = _asked(_client(event), _address(event, "guests/"))
    return _clock(f"guests/ with {MANY:,} guests, 95th percentile", times, LIMIT_OF_MANY_MS)


def _client(event: Event) -> Client:
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(sign_up(event))
    return client


def _address(event: Event, page: str) -> str:
    return f"/o/{event.organiser.ref}/events/{event.code}/{page}"


def _asked(client: Client, address: str, *, runs: int = RUNS) -> tuple[list[Took], int]:
    """Return what each request took after some that only warm up, and the queries of one."""
    for _number in range(WARM):
        assert client.get(address).status_code == 200, address
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    queries = len(asked)
    return [_took(client, address) for _number in range(runs)], queries


def _took(client: Client, address: str) -> Took:
    begun, spent = perf_counter(), process_time()
    client.get(address)
    return Took((perf_counter() - begun) * 1000, (process_time() - spent) * 1000)


if __name__ == "__main__":
    raise SystemExit(main())
