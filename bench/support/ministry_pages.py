"""The pages of a ministry and of a post that are measured, and what each took."""

from collections.abc import Iterator
from functools import partial
from time import perf_counter

from django.test import Client
from django.urls import reverse

from chancery.accounts.models import Membership, Organiser, User
from chancery.base.garbage import collect_seldom
from chancery.campaign.actions.counting import count_changed, count_event
from chancery.directory.queries.search import search
from chancery.events.models import Event
from support.ministry import Ministry


def asked_of(ministry: Ministry, *, warm: int, runs: int) -> Iterator[tuple[str, float, list[float]]]:
    """Ask for each page, and yield its name, its limit, and the milliseconds of each run."""
    clients = {office: _client(office) for office in (ministry.office, ministry.post)}
    collect_seldom()
    for name, limit, office, address in _pages(ministry):
        client = clients[office]
        for _number in range(warm):
            answer = client.get(address)
            assert answer.status_code == 200, (address, answer.status_code)
        yield name, limit, [_took(client, address) for _number in range(runs)]
    yield from _other(ministry, runs)


def _pages(ministry: Ministry) -> Iterator[tuple[str, float, Organiser, str]]:
    home, post, campaign = ministry.office, ministry.post, ministry.campaign
    figures = reverse("campaign:office", args=[home.ref])
    rows = reverse("campaign:figure", args=[home.ref])
    yield "dashboard of a campaign, all posts", 300, home, _of(home, campaign.code)
    yield "dashboard of a campaign at a post", 300, post, _of(post, campaign.code)
    yield "dashboard of the ministry", 300, home, figures
    yield "rows behind a figure", 300, home, f"{rows}?indicator=present&year=2020&posts=1"
    yield "posts", 300, home, reverse("campaign:posts", args=[home.ref])
    yield "home of a post", 100, post, reverse("desk:office", args=[post.ref])
    yield "home of the ministry", 100, home, reverse("desk:office", args=[home.ref])
    person = reverse("guests:person_events", args=[post.ref, ministry.often.code])
    yield "person with 2,000 invitations", 150, post, person


def _of(office: Organiser, campaign: str) -> str:
    return reverse("campaign:dashboard", args=[office.ref, campaign])


def _other(ministry: Ministry, runs: int) -> Iterator[tuple[str, float, list[float]]]:
    """A search in the shared directory, and counting one event."""
    words = ("mehmet", "popescu", "anna vor")
    took = [_timed(partial(search, ministry.post, words[number % 3])) for number in range(runs)]
    yield "search of a post", 100, took
    event = Event.objects.filter(organiser=ministry.post).select_related("organiser", "ordering")[0]
    yield "counting one event again", 2000, [_timed(lambda: count_event(event)) for _n in range(5)]
    yield (
        "counting where nothing changed",
        500,
        [_timed(lambda: count_changed(ministry.post)) for _n in range(5)],
    )


def _client(office: Organiser) -> Client:
    user = User.objects.create_user(f"officer@{office.ref}.example", name="Bench Officer")
    Membership.objects.create(organiser=office, user=user, role="owner")
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(user)
    return client


def _took(client: Client, address: str) -> float:
    begun = perf_counter()
    client.get(address)
    return (perf_counter() - begun) * 1000


def _timed(work: object) -> float:
    assert callable(work)
    begun = perf_counter()
    work()
    return (perf_counter() - begun) * 1000
