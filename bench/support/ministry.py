"""
A ministry with many posts, invented, written by statements over whole sets; PostgreSQL only.

At scale 1 it has 200 posts, 500,000 people, 100,000 events over fifteen years and 10 million guests. The
number of posts grows with the root of the scale, so that events a post grow with it too. What is counted is
added up by the product itself, from counts that one statement an indicator writes; a few events are counted
by the product as well, and must come to the same.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import sqrt
from time import perf_counter

from django.db import connection
from django.db.models import Model

from chancery.accounts.models import Organiser
from chancery.base.models import AuditLine
from chancery.campaign.actions import years
from chancery.campaign.models import EventCount, EventCounting, OfficeCounting
from chancery.campaign.queries.counted import counts_of
from chancery.directory.models import Body, Office, Person, PersonName, SearchEntry, SearchWord, Tenure
from chancery.directory.queries.words import words_in
from chancery.events.models import (
    Event,
    EventCampaign,
    GuestCategory,
    Participation,
    Place,
    Source,
    Station,
)
from chancery.guests.models import GuestList, Invitation
from chancery.occasions.models import Campaign
from chancery.precedence.models import Ordering
from chancery.record.models import Cost, Coverage, Document
from chancery.rules.names.folding import fold
from support import ministry_counts, ministry_days
from support.large_event import STATES
from support.ministry_counts import run
from support.sample_names import sample_names
from support.set_rows import fast_writing, fill, next_keys

NAMES, GUESTS, LINES_AN_EVENT = 20_000, 100, 10
FIRST_YEAR, YEARS = 2011, 15
MISSIONS, DIPLOMATS = 60, 12
INVITED_OFTEN = 2000
SAMPLE = 5


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is of what."""

    posts: int
    people: int
    events: int
    recognitions: int

    @property
    def of_post(self) -> int:
        """People in the directory of one post."""
        return self.people // self.posts


@dataclass(frozen=True, slots=True)
class Ministry:
    """What the pages to be measured belong to."""

    office: Organiser
    post: Organiser
    campaign: Campaign
    often: Person | None
    size: Size


def size_of(scale: float) -> Size:
    """The size at a scale; the number of posts grows with its root."""
    posts = max(2, round(200 * sqrt(scale)))
    return Size(
        posts=posts,
        people=int(500_000 * scale) // posts * posts,
        events=int(100_000 * scale) // posts * posts,
        recognitions=max(50, int(5_000 * scale)),
    )


def make_ministry(scale: float) -> Ministry:
    """Make the ministry in an empty installation, and print how long each step took."""
    size = size_of(scale)
    _take(STEPS, size)
    begun = perf_counter()
    _add_up()
    print(f"  years: {perf_counter() - begun:.0f} s", flush=True)
    _prove(size)
    return standing(scale)


def make_days(scale: float) -> Ministry:
    """Make as much of it as calendars and recognitions show: no people, no guests, no counts."""
    _take(STEPS_OF_DAYS, size_of(scale))
    return standing(scale)


def _take(steps: Iterable[Callable[[Size], None]], size: Size) -> None:
    with fast_writing(PersonName, Participation, Invitation, EventCount, AuditLine, SearchEntry):
        for step in steps:
            begun = perf_counter()
            step(size)
            print(f"  {step.__name__.strip('_')}: {perf_counter() - begun:.0f} s", flush=True)
    next_keys(*TABLES)
    run("ANALYZE")


def standing(scale: float) -> Ministry:
    """The ministry that was made at a scale; `often` is None where nobody is in its directory."""
    return Ministry(
        office=Organiser.objects.get(pk=1),
        post=Organiser.objects.get(pk=2),
        campaign=Campaign.objects.get(pk=1),
        often=Person.objects.filter(pk=1).first(),
        size=size_of(scale),
    )


TABLES: tuple[type[Model], ...] = (
    *(
        Organiser,
        Person,
        PersonName,
        Body,
        Office,
        Tenure,
        SearchEntry,
        SearchWord,
        Place,
        Campaign,
        Ordering,
    ),
    *(Event, EventCampaign, GuestCategory, Station, GuestList, Participation, Invitation),
    *(Source, Coverage, Cost, Document, AuditLine, EventCount, EventCounting, OfficeCounting),
    *ministry_days.TABLES,
)


def _offices(size: Size) -> None:
    """The ministry is the office 1, its posts those from 2 on; each has a place. Two campaigns are shared."""
    states = "(ARRAY['" + "','".join(STATES) + "'])"
    fill(
        Organiser,
        f"generate_series(1, {size.posts + 1}) n",
        id="n",
        ref="'office-' || n",
        names="jsonb_build_object('en', CASE n WHEN 1 THEN 'Ministry' ELSE 'Embassy ' || n END)",
        parent="CASE n WHEN 1 THEN NULL ELSE 1 END",
        state="'AZ'",
        host_state=f"{states}[1 + n % {len(STATES)}]",
        city="'City ' || n",
        languages="'[\"en\"]'",
    )
    fill(
        Place,
        f"generate_series(1, {size.posts + 1}) n",
        id="n",
        organiser="n",
        names='\'{"en": "Hall"}\'',
        city="'City ' || n",
        state=f"{states}[1 + n % {len(STATES)}]",
    )
    fill(
        Campaign,
        "generate_series(1, 2) n",
        id="n",
        organiser="1",
        names="jsonb_build_object('en', 'Campaign ' || n)",
        visibility="'tree'",
    )


def _directory(size: Size) -> None:
    """People of each post in turn: the first hold office in missions, half of all are shown to every post."""
    _names()
    owner = f"2 + (n - 1) % {size.posts}"
    fill(
        Person,
        f"generate_series(1, {size.people}) n JOIN sample_name s ON s.k = 1 + n % {NAMES}",
        id="n",
        organiser=owner,
        sort_name="s.printed",
        sort_key="s.sort_key",
        visibility="CASE n % 2 WHEN 0 THEN 'tree' ELSE 'own' END",
    )
    fill(
        PersonName,
        f"generate_series(1, {size.people}) n JOIN sample_name s ON s.k = 1 + n % {NAMES}",
        id="n",
        person="n",
        printed="s.printed",
    )
    missions = size.posts * MISSIONS
    number = f"((n - 1) / {size.posts})"
    fill(
        Body,
        f"generate_series(1, {missions}) n",
        id="n",
        organiser=owner,
        kind="'mission'",
        # Never the state in which the post stands.
        state=f"(ARRAY['{"','".join(STATES)}'])[1 + ({owner} + 1 + {number}) % {len(STATES)}]",
        names="jsonb_build_object('en', 'Mission ' || n)",
    )
    fill(
        Office,
        f"generate_series(1, {2 * missions}) n",
        id="n",
        organiser=owner,
        body=f"1 + (n - 1) % {missions}",
        office_class=f"CASE WHEN n <= {missions} THEN 'ambassador' ELSE 'counsellor' END",
        titles='\'{"en": "Ambassador"}\'',
    )
    fill(
        Tenure,
        f"generate_series(1, {2 * missions}) n",
        id="n",
        person="n",
        office="n",
        begins="'2010-01-01'",
    )


def _names() -> None:
    run("CREATE TEMPORARY TABLE sample_name (k integer PRIMARY KEY, printed text, sort_key text, words text)")
    with connection.cursor() as cursor, cursor.copy("COPY sample_name FROM STDIN") as copy:  # type: ignore[attr-defined]  # the cursor of psycopg below Django's
        for number, name in enumerate(sample_names(NAMES), start=1):
            copy.write_row((number, name, fold(name), " ".join(words_in([name]))))


def _search(size: Size) -> None:
    scope = f"CASE n % 2 WHEN 0 THEN 't1' ELSE 'o' || (2 + (n - 1) % {size.posts}) END"
    fill(
        SearchEntry,
        f"generate_series(1, {size.people}) n JOIN sample_name s ON s.k = 1 + n % {NAMES}",
        id="n",
        scope=scope,
        kind="'person'",
        object_id="n",
        words="s.words",
    )
    fill(
        SearchWord,
        "(SELECT DISTINCT scope, unnest(string_to_array(words, ' ')) AS word FROM directory_searchentry) x",
        id="row_number() OVER ()",
        scope="x.scope",
        word="x.word",
    )


def _events(size: Size) -> None:
    """The events of the posts in turn over all years; over the same years one post's with a single guest."""
    every = size.events + INVITED_OFTEN
    owner = f"CASE WHEN n <= {size.events} THEN 2 + (n - 1) % {size.posts} ELSE 2 END"
    days = YEARS * 365
    number = (
        f"CASE WHEN n <= {size.events} THEN (n - 1)::bigint * {days} / {size.events} "
        f"ELSE (n - {size.events} - 1) * {days} / {INVITED_OFTEN} END"
    )
    day = f"DATE '{FIRST_YEAR}-01-01' + ({number})::integer"
    fill(
        Ordering,
        f"generate_series(1, {every}) n",
        id="n",
        organiser=owner,
        profile="'diplomatic-corps'",
        host_state=f"(SELECT host_state FROM accounts_organiser o WHERE o.id = {owner})",
    )
    fill(
        Event,
        f"generate_series(1, {every}) n",
        id="n",
        organiser=owner,
        ordering="n",
        titles="jsonb_build_object('en', 'Evening ' || n)",
        status="CASE WHEN n % 50 = 0 THEN 'confirmed' ELSE 'held' END",
        held_on=day,
    )
    of_events = f"generate_series(1, {size.events}) n"
    fill(Station, of_events, id="n", event="n", place=f"2 + (n - 1) % {size.posts}")
    fill(GuestList, of_events, id="n", event="n")
    fill(
        GuestCategory,
        f"generate_series(1, {2 * size.events}) n",
        id="n",
        event="1 + (n - 1) / 2",
        names="jsonb_build_object('en', CASE n % 2 WHEN 1 THEN 'Heads of mission' ELSE 'Guests' END)",
        position="n % 2",
    )
    fill(
        EventCampaign,
        f"{of_events} WHERE n % 3 = 0",
        id="n",
        event="n",
        campaign="1 + n % 2",
        relation="CASE n % 4 WHEN 0 THEN 'mentioned' ELSE 'served' END",
    )


def _guests(size: Size) -> None:
    """A hundred guests an event, diplomats first; of ten seven came, one declined, one was represented."""
    event, place = f"(1 + (n - 1) / {GUESTS})", f"((n - 1) % {GUESTS})"
    post, diplomats = f"(({event} - 1) % {size.posts})", 2 * MISSIONS
    chosen = (
        f"CASE WHEN {place} < {DIPLOMATS} THEN ({event} * 7 + {place}) % {diplomats} "
        f"ELSE {diplomats} + ({event} * 41 + {place}) % {size.of_post - diplomats} END"
    )
    share = f"{place} % 10"
    number = size.events * GUESTS
    fill(
        Participation,
        f"generate_series(1::bigint, {number}) n",
        id="n",
        event=event,
        person=f"1 + {post} + {size.posts} * ({chosen})",
        category=f"2 * {event} - (CASE WHEN {place} < {DIPLOMATS} THEN 1 ELSE 0 END)",
        planned=f"CASE {share} WHEN 7 THEN 'declined' WHEN 8 THEN 'represented' WHEN 9 THEN 'invited' "
        "ELSE 'accepted' END",
        actual=f"CASE {share} WHEN 7 THEN 'absent' WHEN 8 THEN 'represented' WHEN 9 THEN '' "
        "ELSE 'attended' END",
    )
    standing = (
        f"CASE {share} WHEN 7 THEN 'regretted' WHEN 8 THEN 'represented' WHEN 9 THEN 'silent' "
        "ELSE 'accepted' END"
    )
    fill(
        Invitation,
        f"generate_series(1::bigint, {number}) n",
        id="n",
        guest="n",
        standing=standing,
        coming=f"CASE WHEN {share} < 7 THEN 1 ELSE 0 END",
    )
    often = f"generate_series(1::bigint, {INVITED_OFTEN}) m"
    n = f"({number} + m)"
    known = {"id": n, "code": f"lpad(to_hex({n}), 12, '0')"}
    ref = "'often-' || m"
    fill(
        Participation,
        often,
        **known,
        ref=ref,
        event=f"{size.events} + m",
        person="1",
        planned="'accepted'",
        actual="CASE m % 3 WHEN 0 THEN 'absent' ELSE 'attended' END",
    )
    fill(Invitation, often, **known, guest=n, standing="'accepted'", coming="1")


def _record(size: Size) -> None:
    """A report of the press and a cost for each event, something printed for every other."""
    of_events = f"generate_series(1, {size.events}) n"
    language = "CASE n % 3 WHEN 0 THEN 'en' ELSE 'ro' END"
    fill(Source, of_events, id="n", event="n", title="'An evening'", language=language)
    fill(Coverage, of_events, id="n", source="n")
    fill(Cost, of_events, id="n", event="n", words="'Hall'", paid="n % 900 + 0.5", currency="'EUR'")
    fill(
        Document,
        f"{of_events} WHERE n % 2 = 0",
        id="n",
        event="n",
        kind="'book'",
        relation="'distributed'",
        language=language,
    )


def _history(size: Size) -> None:
    fill(
        AuditLine,
        f"generate_series(1::bigint, {size.events * LINES_AN_EVENT}) n",
        id="n",
        organiser_id=f"2 + (n - 1) % {size.posts}",
        at=f"now() - interval '1 day' * (30 + ({size.events * LINES_AN_EVENT} - n) * 3000 "
        f"/ {size.events * LINES_AN_EVENT})",
        code="'events.event.changed'",
        kind="'events.event'",
        object_id=f"1 + (n - 1) % {size.events}",
        label="'Evening'",
        changes='\'{"titles": [{"en": "Evening"}, {"en": "An evening"}]}\'',
    )


def _add_up() -> None:
    """Add up all years of all offices, as the product does."""
    found = EventCounting.objects.order_by("organiser", "year").values_list("organiser_id", "year").distinct()
    known = {(organiser, year) for organiser, year in found if year is not None}
    years.add_up_all(known)
    years.add_up_ministries(known)


def _counts(_size: Size) -> None:
    ministry_counts.counts()


STEPS = (
    *(_offices, _directory, _search, _events, ministry_days.occasions, ministry_days.recognitions),
    *(_guests, _record, _history, _counts),
)
STEPS_OF_DAYS = (_offices, _events, ministry_days.occasions, ministry_days.recognitions)


def _prove(size: Size) -> None:
    """Count a few events as the product does. Errors: AssertionError where that comes to something else."""
    step = max(1, size.events // SAMPLE)
    sampled = [*range(1, size.events + 1, step), size.events + 1]
    for event in Event.objects.select_related("organiser", "ordering").filter(pk__in=sampled).order_by("pk"):
        rows = EventCount.objects.filter(event=event).values_list("indicator", "by", "key", "value")
        stored = {(indicator, by, key): value for indicator, by, key, value in rows}
        counted = {(what.value, by, key): value for (what, by, key), value in counts_of(event).items()}
        assert stored == counted, (event.pk, set(stored.items()) ^ set(counted.items()))
