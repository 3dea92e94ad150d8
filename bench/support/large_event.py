"""A reception with as many invented guests as asked for, in an office of its own; one seed, one event."""

import random
from collections.abc import Iterator, Sequence
from datetime import date, time
from itertools import cycle, islice
from typing import NamedTuple

from chancery.accounts.models import Membership, Organiser, User
from chancery.directory.models import (
    Body,
    ContactPoint,
    Office,
    Person,
    PersonName,
    Relation,
    Tenure,
    TenureStep,
)
from chancery.events.models import Event, EventOccasion, GuestCategory, Participation, Place, Station
from chancery.guests.models import Companion, Invitation, Inviter
from chancery.occasions.models import Occasion
from chancery.precedence.models import Ordering
from chancery.programme.models import Contribution, Cue, Item
from support.sample_names import sample_names

STATE_CODES = """
AD AE AL AM AR AT AU BA BE BG BR CA CH CL CN CO CU CY CZ DE
DK DZ EE EG ES FI FR GB GE GR HR HU ID IE IL IN IQ IR IT JO
JP KE KR KZ LB LK LT LU LV MA MD ME MK MN MT MX MY NG NL NO
NZ OM PE PH PK PL PT QA RS SA SD SE SI SK SN SY TH TN TR TZ
UA US UY UZ VE VN YE ZA
"""
STATES = STATE_CODES.split()
LANGUAGES = ("en", "ro", "fr")
ITEMS = 40


class Post(NamedTuple):
    """A kind of office: its titles, its class, the step it is taken up by, and its category."""

    titles: dict[str, str]
    office_class: str
    step: str
    category: str


POSTS = (
    Post({"en": "Ambassador", "ro": "Ambasador", "fr": "Ambassadeur"}, "ambassador", "credentials", "heads"),
    Post({"en": "Counsellor", "ro": "Consilier", "fr": "Conseiller"}, "counsellor", "arrival", "staff"),
    Post(
        {"en": "Consul General", "ro": "Consul general", "fr": "Consul général"},
        "consul-general",
        "exequatur",
        "staff",
    ),
    Post({"en": "Minister", "ro": "Ministru", "fr": "Ministre"}, "minister", "appointment", "figures"),
    Post({"en": "Mayor", "ro": "Primar", "fr": "Maire"}, "mayor", "election", "figures"),
    Post({"en": "Professor", "ro": "Profesor", "fr": "Professeur"}, "professor", "appointment", "scholars"),
)
CATEGORIES = {
    "corps": ("Diplomatic corps", ""),
    "heads": ("Heads of mission", "corps"),
    "staff": ("Staff of missions", "corps"),
    "figures": ("Public figures", ""),
    "scholars": ("Scholars", ""),
}


def large_event(guests: int, *, seed: int = 2025, ref: str = "bench") -> Event:
    """
    Make an office with an event of this many guests and a running order of forty items.

    `ref` begins the ref of the office, which has one event. Every eighth guest brings a companion, every
    tenth is the spouse of the one before, every fifth holds no office.
    """
    organiser = Organiser.objects.create(
        ref=f"{ref}-{guests}",
        names=dict.fromkeys(LANGUAGES, "Embassy of Sampleland"),
        city="Bucharest",
        time_zone="Europe/Bucharest",
        languages=list(LANGUAGES),
        state="AZ",
        host_state="RO",
    )
    event = _event(organiser)
    people = _people(organiser, guests, random.Random(seed))
    _list_guests(event, people, random.Random(seed + 1))
    _programme(event, people)
    return event


def sign_up(event: Event) -> User:
    """Make somebody who may open every page of the event."""
    user = User.objects.create_user(f"officer@{event.organiser.ref}.example", name="Bench Officer")
    Membership.objects.create(organiser=event.organiser, user=user, role="owner")
    return user


def _event(organiser: Organiser) -> Event:
    ordering = Ordering.objects.create(
        organiser=organiser, profile="diplomatic-corps", host_state="RO", place="Bucharest"
    )
    event = Event.objects.create(
        organiser=organiser,
        titles={"en": "National day reception", "ro": "Recepție de ziua națională", "fr": "Réception"},
        ordering=ordering,
        held_on=date(2025, 5, 28),
        starts_at=time(19),
        ends_at=time(21),
        time_zone=organiser.time_zone,
        languages=list(LANGUAGES),
    )
    hall = Place.objects.create(organiser=organiser, names=dict.fromkeys(LANGUAGES, "Great Hall"))
    Station.objects.create(event=event, place=hall)
    day = Occasion.objects.create(
        organiser=organiser,
        names=dict.fromkeys(LANGUAGES, "National day"),
        happened_on="1918-05-28",
    )
    EventOccasion.objects.create(event=event, occasion=day, anniversary_on=event.held_on)
    return event


def _people(organiser: Organiser, number: int, dice: random.Random) -> list[Person]:
    """Make the people with their names, offices, households of two and postal addresses."""
    names = list(sample_names(number, seed=dice.randrange(10_000)))
    people = Person.objects.bulk_create(
        Person(organiser=organiser, ref=f"guest-{place}", sort_name=name, languages=[LANGUAGES[place % 3]])
        for place, name in enumerate(names)
    )
    PersonName.objects.bulk_create(PersonName(person=person, printed=person.sort_name) for person in people)
    ContactPoint.objects.bulk_create(
        ContactPoint(person=person, kind="post", value=f"{place} Sample Street\n010101 Bucharest")
        for place, person in enumerate(people)
    )
    Relation.objects.bulk_create(
        Relation(person=people[place], kind="spouse", other=people[place - 1])
        for place in range(10, number, 10)
    )
    _offices(organiser, people, dice)
    return people


def _offices(organiser: Organiser, people: Sequence[Person], dice: random.Random) -> None:
    """Give four of five people an office with a dated step; one in ten dates is known to the month only."""
    bodies = Body.objects.bulk_create(
        Body(
            organiser=organiser,
            ref=f"body-{state.lower()}",
            kind="mission",
            state=state,
            names=dict.fromkeys(LANGUAGES, f"Embassy of {state}"),
        )
        for state in STATES
    )
    holders = [person for place, person in enumerate(people) if place % 5 != 4]
    posts = list(islice(cycle(POSTS), len(holders)))
    offices = Office.objects.bulk_create(
        Office(
            organiser=organiser,
            ref=f"office-{place}",
            body=bodies[place % len(bodies)],
            titles=post.titles,
            office_class=post.office_class,
        )
        for place, post in enumerate(posts)
    )
    tenures = Tenure.objects.bulk_create(
        Tenure(person=person, office=office) for person, office in zip(holders, offices, strict=True)
    )
    TenureStep.objects.bulk_create(
        TenureStep(tenure=tenure, kind=post.step, moment=_moment(dice))
        for tenure, post in zip(tenures, posts, strict=True)
    )


def _moment(dice: random.Random) -> str:
    month = f"{dice.randint(2016, 2024)}-{dice.randint(1, 12):02}"
    return month if dice.random() < 0.1 else f"{month}-{dice.randint(1, 28):02}"


def _list_guests(event: Event, people: Sequence[Person], dice: random.Random) -> None:
    """Put everybody on the list, in categories, by two inviters, some with companions and tags."""
    categories: dict[str, GuestCategory] = {}
    for position, (ref, (name, within)) in enumerate(CATEGORIES.items()):
        names = dict.fromkeys(LANGUAGES, name)
        categories[ref] = GuestCategory.objects.create(
            event=event, ref=ref, names=names, within=categories.get(within), position=position
        )
    inviters = [Inviter.objects.create(event=event, name=name) for name in ("The Ambassador", "Protocol")]
    classes = dict(Tenure.objects.filter(person__in=people).values_list("person_id", "office__office_class"))
    by_class = {post.office_class: categories[post.category] for post in POSTS}
    rows = Participation.objects.bulk_create(
        Participation(
            event=event,
            ref=person.ref,
            person=person,
            category=by_class.get(classes.get(person.pk, "")),
            planned=dice.choice(("listed", "invited", "accepted", "declined")),
        )
        for person in people
    )
    parties = Invitation.objects.bulk_create(
        Invitation(guest=row, inviter=inviters[place % 2], tags=["front row"] if place % 20 == 0 else [])
        for place, row in enumerate(rows)
    )
    Companion.objects.bulk_create(
        Companion(invitation=party, name="Sample Companion") for party in parties[::8]
    )


def _programme(event: Event, people: Sequence[Person]) -> None:
    """Write a running order with a speaker and two cues an item."""
    items = Item.objects.bulk_create(
        Item(
            event=event,
            kind="speech",
            titles=dict.fromkeys(LANGUAGES, f"Address {number}"),
            position=number,
            duration_seconds=180,
        )
        for number in range(1, ITEMS + 1)
    )
    speakers = Participation.objects.bulk_create(
        Participation(event=event, ref=f"speaker-{number}", person=person, capacity="speaker")
        for number, person in enumerate(_speakers(people))
    )
    Contribution.objects.bulk_create(
        Contribution(item=item, participation=speaker)
        for item, speaker in zip(items, cycle(speakers), strict=False)
    )
    Cue.objects.bulk_create(
        Cue(item=item, department=department, text=f"{department} on")
        for item in items
        for department in ("Light", "Sound")
    )


def _speakers(people: Sequence[Person]) -> Iterator[Person]:
    """At most one speaker an item, each once."""
    return islice(people, ITEMS)
