"""
The pages of an event with 500 guests: how long the server takes at the 95th percentile, and how many queries.

The queries are counted at fifty guests too: their number must not grow with the list. The guest list is
opened at 2,000 as well. Everybody was invited by a wave of e-mails and cards, and most have answered. With
CHANCERY_DATABASE the figures are those of PostgreSQL.
"""

from time import perf_counter

from support.figures import Figure, machine, percentile, report
from support.installation import open_installation

DATABASE = open_installation("pages")

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from support.large_event import large_event, sign_up
from support.large_sending import send_and_answer

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
WAVES = ("a wave that was sent", "a wave in preparation")


def main() -> int:
    """Make both events, ask for each page, print; 1 where a limit is missed."""
    print(f"{machine()}, {DATABASE}")
    few, many = large_event(FEW), large_event(GUESTS)
    pages = {event: _pages(event) for event in (few, many)}
    clients = {event: _client(event) for event in (few, many)}
    # As the server does when it has started.
    collect_seldom()
    figures = []
    for name, address in pages[many].items():
        times, queries = _asked(clients[many], address)
        _times, queries_of_few = _asked(clients[few], pages[few][name], runs=1)
        figures += [
            Figure(f"{name} with {GUESTS} guests, 95th percentile", percentile(times, 0.95), "ms", LIMIT_MS),
            Figure(f"{name}, queries at {GUESTS} guests (at {FEW}: limit)", queries, "", queries_of_few),
        ]
    return report([*figures, _opened(large_event(MANY))])


def _pages(event: Event) -> dict[str, str]:
    """Send and answer invitations; return the addresses of the pages to ask for, by what they are called."""
    waves = send_and_answer(event, now=timezone.now())
    of_waves = {name: f"invitations/{wave.code}/" for name, wave in zip(WAVES, waves, strict=True)}
    pages = {page or "event": page for page in PAGES} | of_waves
    return {name: _address(event, page) for name, page in pages.items()}


def _opened(event: Event) -> Figure:
    """The time in which the guest list of a large event opens."""
    times, _queries = _asked(_client(event), _address(event, "guests/"))
    what = f"guests/ with {MANY:,} guests, 95th percentile"
    return Figure(what, percentile(times, 0.95), "ms", LIMIT_OF_MANY_MS)


def _client(event: Event) -> Client:
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(sign_up(event))
    return client


def _address(event: Event, page: str) -> str:
    return f"/o/{event.organiser.ref}/events/{event.code}/{page}"


def _asked(client: Client, address: str, *, runs: int = RUNS) -> tuple[list[float], int]:
    """Return the milliseconds of each request after some that only warm up, and the queries of one."""
    for _number in range(WARM):
        assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    queries = len(asked)
    return [_took(client, address) for _number in range(runs)], queries


def _took(client: Client, address: str) -> float:
    begun = perf_counter()
    client.get(address)
    return (perf_counter() - begun) * 1000


if __name__ == "__main__":
    raise SystemExit(main())
