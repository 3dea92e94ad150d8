"""
The reply page at sixteen clients over real HTTP, beside a bare view of as many bytes on the same server.

The guests are of an event with 500 parties and have not answered; each client asks for another guest's page
every time. A page that holds companions or an answer is written for its guest alone and takes longer. With
CHANCERY_DATABASE the figures are those of PostgreSQL.
"""

from statistics import median

from support.figures import Figure, machine, percentile, report
from support.installation import open_installation

DATABASE = open_installation("reply-page")

from django.test import Client
from django.utils import timezone
from support.clients import Load, ask
from support.large_event import large_event
from support.reply_links import links_of
from support.serving import served

from chancery.events.models import Event
from chancery.guests.models import Companion, Terms

GUESTS, CLIENTS, REQUESTS, ROUNDS = 500, 16, 60, 5
LEAST_RATIO = 0.5


def main() -> int:
    """Make the event, ask in turns, print; 1 where the ratio is missed."""
    print(f"{machine()}, {DATABASE}")
    pages = _pages(large_event(GUESTS))
    size = len(Client(HTTP_HOST="localhost").get(pages[0]).content)
    bare = [f"/bare/{size}/"]
    with served() as port:
        _round(port, pages)
        _round(port, bare)
        rounds = [(_round(port, pages), _round(port, bare)) for _number in range(ROUNDS)]
    return report(_figures(rounds, size))


def _figures(rounds: list[tuple[Load, Load]], size: int) -> list[Figure]:
    asked = [time for page, _bare in rounds for time in page.times]
    rate = median(page.rate for page, _bare in rounds)
    bare = median(bare.rate for _page, bare in rounds)
    return [
        Figure("reply page, requests a second", rate, "/s"),
        Figure("reply page, median", percentile(asked, 0.5), "ms"),
        Figure("reply page, 99th percentile", percentile(asked, 0.99), "ms"),
        Figure(f"bare view of {size:,} bytes, requests a second", bare, "/s"),
        Figure("reply page to bare view", rate / bare, "", LEAST_RATIO, is_floor=True),
    ]


def _round(port: int, paths: list[str]) -> Load:
    return ask(port, paths, clients=CLIENTS, requests=REQUESTS)


def _pages(event: Event) -> list[str]:
    """Move the event to a day to come, and give every party a link."""
    event.held_on = timezone.now().date().replace(day=1).replace(year=timezone.now().year + 1)
    event.save(update_fields=["held_on"])
    Terms.objects.create(event=event, host_line={"en": "The Ambassador"}, companions=Terms.Companions.NONE)
    Companion.objects.filter(invitation__guest__event=event).delete()
    return [page for page, _code in links_of(event)]


if __name__ == "__main__":
    raise SystemExit(main())
