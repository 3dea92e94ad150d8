"""The pages of a ministry and of a post that are measured, and what each took."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from django.test import Client
from django.urls import reverse

from chancery.accounts.models import Membership, Organiser, User
from chancery.base.garbage import collect_seldom
from chancery.campaign.actions.counting import count_changed, count_event
from chancery.directory.queries.search import search
from chancery.events.models import Event
from support.clocks import Took, timed
from support.ministry import FIRST_YEAR, YEARS, Ministry
from support.ministry_papers import made_of

LAST_YEAR = FIRST_YEAR + YEARS - 1
type Page = tuple[str, float, Organiser, str]


@dataclass(frozen=True, slots=True)
class Measured:
    """One page or piece of work: its limit in milliseconds, and what each run took."""

    name: str
    limit: float
    runs: list[Took]


def asked_of(ministry: Ministry, *, warm: int, runs: int) -> Iterator[Measured]:
    """Ask for each page, and yield what it took."""
    clients = {office: _client(office) for office in (ministry.office, ministry.post)}
    yield from _pages_asked(_pages(ministry), clients, warm=warm, runs=runs)
    yield from _other(ministry, runs)
    for name, limit, took in made_of(ministry, clients[ministry.office]):
        yield Measured(name, limit, took)


def days_asked_of(ministry: Ministry, *, warm: int, runs: int) -> Iterator[Measured]:
    """Ask for the calendars and the recognitions alone."""
    clients = {office: _client(office) for office in (ministry.office, ministry.post)}
    yield from _pages_asked(_pages_of_days(ministry), clients, warm=warm, runs=runs)


def _pages_asked(
    pages: Iterable[Page], clients: Mapping[Organiser, Client], *, warm: int, runs: int
) -> Iterator[Measured]:
    collect_seldom()
    for name, limit, office, address in pages:
        client = clients[office]
        for _number in range(warm):
            answer = client.get(address)
            assert answer.status_code == 200, (address, answer.status_code)
        yield Measured(name, limit, _times(partial(client.get, address), runs))


def _pages(ministry: Ministry) -> Iterator[Page]:
    home, post, campaign = ministry.office, ministry.post, ministry.campaign
    figures, rows = (reverse(f"campaign:{name}", args=[home.ref]) for name in ("office", "figure"))
    yield "dashboard of a campaign, all posts", 300, home, _of(home, campaign.code)
    yield "dashboard of a campaign at a post", 300, post, _of(post, campaign.code)
    yield "dashboard of the ministry", 300, home, figures
    yield "dashboard of a post", 300, post, reverse("campaign:office", args=[post.ref])
    yield "two years beside each other", 300, home, f"{_of(home, campaign.code, '-compare')}?{COMPARED}"
    yield "rows behind a figure", 300, home, f"{rows}?indicator=present&year=2020&posts=1"
    yield "posts", 300, home, reverse("campaign:posts", args=[home.ref])
    yield "home of a post", 100, post, reverse("desk:office", args=[post.ref])
    yield "home of the ministry", 100, home, reverse("desk:office", args=[home.ref])
    if ministry.often is not None:
        person = reverse("guests:person_events", args=[post.ref, ministry.often.code])
        yield "person with 2,000 invitations", 150, post, person
    yield from _pages_of_days(ministry)


def _pages_of_days(ministry: Ministry) -> Iterator[Page]:
    home, post, campaign = ministry.office, ministry.post, ministry.campaign
    recognitions = reverse("occasions:recognitions", args=[home.ref, campaign.code])
    yield "recognitions", 300, home, recognitions
    yield "recognitions counted by their bodies", 300, home, f"{recognitions}?counted=bodies&status=adopted"
    for office, whose in ((post, "of a post"), (home, "of the ministry")):
        calendar = reverse("campaign:calendar", args=[office.ref])
        yield f"calendar of a year {whose}", 300, office, f"{calendar}?year={LAST_YEAR}"
        yield f"list of a year's days {whose}", 300, office, f"{calendar}?view=list&{LISTED}"


COMPARED = f"first={LAST_YEAR - 1}&second={LAST_YEAR}"
LISTED = f"begins={LAST_YEAR}-01-01&ends={LAST_YEAR}-12-31"


def _of(office: Organiser, campaign: str, page: str = "") -> str:
    return reverse(f"campaign:dashboard{page}", args=[office.ref, campaign])


def _other(ministry: Ministry, runs: int) -> Iterator[Measured]:
    """A search in the shared directory, and counting one event."""
    words = ("mehmet", "popescu", "anna vor")
    took = [timed(partial(search, ministry.post, words[number % 3])) for number in range(runs)]
    yield Measured("search of a post", 100, took)
    event = Event.objects.filter(organiser=ministry.post).select_related("organiser", "ordering")[0]
    yield Measured("counting one event again", 2000, _times(partial(count_event, event), 5))
    nothing = partial(count_changed, ministry.post)
    yield Measured("counting where nothing changed", 500, _times(nothing, 5))


def _client(office: Organiser) -> Client:
    user, _is_new = User.objects.get_or_create(
        email=f"officer@{office.ref}.example", defaults={"name": "Bench Officer"}
    )
    Membership.objects.get_or_create(organiser=office, user=user, defaults={"role": "owner"})
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(user)
    return client


def _times(work: Callable[[], object], runs: int) -> list[Took]:
    return [timed(work) for _number in range(runs)]
