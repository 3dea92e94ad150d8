"""Plain builders of rows: each creates what is named and nothing else."""

from datetime import date
from itertools import count
from typing import Any

from django.utils import timezone

from chancery.accounts.models import Membership, Organiser, User
from chancery.base.audit import Actor
from chancery.base.media import path_of
from chancery.base.models import AuditLine, StoredFile
from chancery.directory.models import Body, Office, Person, PersonName, Tenure, TenureStep
from chancery.events.models import Event, Participation, Place, Task
from chancery.exhibition.models import Exhibition, Film
from chancery.guests.models import Dispatch, Invitation
from chancery.occasions.models import (
    AvoidedDay,
    Campaign,
    Occasion,
    Recognition,
    RecognitionStep,
    Series,
    SeriesEdition,
    SharedText,
)
from chancery.precedence.models import Ordering
from chancery.programme.models import Item, Programme
from chancery.record.models import Document, Statement

_numbers = count(1)


def organiser(ref: str = "mission", **fields: Any) -> Organiser:
    """An office in Bucharest that follows the diplomatic corps."""
    fields = {"names": {"en": ref.title()}, "city": "Bucharest", "time_zone": "Europe/Bucharest"} | fields
    return Organiser.objects.create(ref=ref, languages=fields.pop("languages", ["en", "ro"]), **fields)


def user(email: str | None = None, **fields: Any) -> User:
    """Somebody who can sign in but belongs nowhere."""
    return User.objects.create_user(email or f"user{next(_numbers)}@example.org", **fields)


def member(office: Organiser, role: str = "protocol", who: User | None = None) -> Membership:
    """A user with a role in an office."""
    return Membership.objects.create(organiser=office, user=who or user(), role=role)


def actor(office: Organiser, who: User | None = None) -> Actor:
    """The author of a change in an office."""
    return Actor(office.pk, who)


def person(office: Organiser, printed: str = "Ana Sample", **fields: Any) -> Person:
    """A person with one name."""
    given, _, family = printed.rpartition(" ")
    fields = {"sort_name": f"{family}, {given}" if given else family} | fields
    made = Person.objects.create(organiser=office, **fields)
    PersonName.objects.create(person=made, printed=printed, given=given, family=family)
    return made


def body(office: Organiser, name: str = "Embassy of Sampleland", **fields: Any) -> Body:
    """A body with an English name."""
    return Body.objects.create(organiser=office, names={"en": name}, **fields)


def post(of: Body, title: str = "Ambassador", office_class: str = "ambassador", **fields: Any) -> Office:
    """An office of a body, held by nobody."""
    return Office.objects.create(
        organiser=of.organiser, body=of, titles={"en": title}, office_class=office_class, **fields
    )


def tenure(who: Person, office: Office, *, steps: dict[str, str] | None = None, **fields: Any) -> Tenure:
    """A person holding an office, with dated steps by kind."""
    made = Tenure.objects.create(person=who, office=office, **fields)
    for kind, moment in (steps or {}).items():
        TenureStep.objects.create(tenure=made, kind=kind, moment=moment)
    return made


def event(office: Organiser, title: str = "Commemoration", **fields: Any) -> Event:
    """An event with its ordering by the profile of the office."""
    ordering = Ordering.objects.create(organiser=office, profile=office.profile)
    return Event.objects.create(organiser=office, titles={"en": title}, ordering=ordering, **fields)


def participation(of: Event, who: Person, capacity: str = "guest", **fields: Any) -> Participation:
    """A person taking part in an event."""
    return Participation.objects.create(event=of, person=who, capacity=capacity, **fields)


def item(of: Event, title: str = "Speech", kind: str = "speech", **fields: Any) -> Item:
    """An item of the running order."""
    return Item.objects.create(event=of, titles={"en": title}, kind=kind, **fields)


def statement(speaker: Participation, text: str = "Peace is kept by words.", **fields: Any) -> Statement:
    """What somebody said at an event, in English."""
    values: dict[str, Any] = {"texts": {"en": text}} | fields
    return Statement.objects.create(event=speaker.event, speaker=speaker, **values)


def sound(office: Organiser, name: str = "speech.wav") -> StoredFile:
    """A sound recording of a few bytes that is ready to be heard."""
    file = StoredFile.objects.create(
        organiser_id=office.pk, kind="sound", name=name, media_type="audio/wav", state="ready", size=4
    )
    path_of(file).parent.mkdir(parents=True, exist_ok=True)
    path_of(file).write_bytes(b"RIFF")
    return file


def document(of: Event, title: str = "Declaration", **fields: Any) -> Document:
    """A document of an event with a file of a few bytes."""
    file = StoredFile.objects.create(
        organiser_id=of.organiser_id,
        kind="document",
        name="declaration.txt",
        media_type="text/plain",
        state="ready",
        size=5,
    )
    path_of(file).parent.mkdir(parents=True, exist_ok=True)
    path_of(file).write_bytes(b"Peace")
    values: dict[str, Any] = {"titles": {"en": title}, "relation": "adopted", "file": file} | fields
    return Document.objects.create(event=of, **values)


def event_of(office: Organiser) -> Event:
    """The event of an office, made on first use."""
    return Event.objects.filter(organiser=office).order_by("id").first() or event(office)


def task(of: Event, title: str = "Invitations sent", **fields: Any) -> Task:
    """Something to do before an event."""
    return Task.objects.create(event=of, title=title, **fields)


def place(office: Organiser, name: str = "Great Hall", **fields: Any) -> Place:
    """A place with an English name."""
    return Place.objects.create(organiser=office, names={"en": name}, **fields)


def occasion(office: Organiser, name: str = "Founding day", **fields: Any) -> Occasion:
    """An occasion with an English name."""
    return Occasion.objects.create(organiser=office, names={"en": name}, **fields)


def avoided_day(office: Organiser, name: str = "Day of mourning", **fields: Any) -> AvoidedDay:
    """A day to avoid with an English name, on 26 February 2027 in Romania unless it is told otherwise."""
    usual = {"kind": "mourning", "state": "RO"} | (
        {} if "rule" in fields else {"begins_on": date(2027, 2, 26)}
    )
    return AvoidedDay.objects.create(organiser=office, names={"en": name}, **(usual | fields))


def campaign(office: Organiser, name: str = "Remember", **fields: Any) -> Campaign:
    """A campaign with an English name."""
    return Campaign.objects.create(organiser=office, names={"en": name}, **fields)


def shared_text(of: Campaign, office: Organiser | None = None, **fields: Any) -> SharedText:
    """A text of a campaign in English, of its own office where no other is named."""
    fields = {"use": SharedText.Use.PARAGRAPH, "texts": {"en": "That all remember."}} | fields
    return SharedText.objects.create(organiser=office or of.organiser, campaign=of, **fields)


def edition(office: Organiser, name: str = "Candles", number: int | None = 1, **fields: Any) -> SeriesEdition:
    """An edition of a new series of an office."""
    series = Series.objects.create(organiser=office, names={"en": name}, **fields)
    return SeriesEdition.objects.create(series=series, number=number)


def edition_of(office: Organiser) -> SeriesEdition:
    """The only edition of the only series of an office, made on first use."""
    return SeriesEdition.objects.filter(series__organiser=office).first() or edition(office)


def offered_film(office: Organiser) -> Film:
    """The only film that a campaign of an office offers, made on first use."""
    offered = Film.objects.filter(organiser=office, campaign__isnull=False).first()
    return offered or film(office, campaign=campaign(office))


def text_of(office: Organiser) -> SharedText:
    """The only text of an office, made where there is none."""
    found = SharedText.objects.filter(organiser=office).first()
    return found or shared_text(campaign(office))


def recognition(
    of: Campaign, printed: str = "Sample Senate", *steps: tuple[str, str | None], **fields: Any
) -> Recognition:
    """A resolution of one chamber as printed, with its steps by status and day."""
    values = {"level": "chamber", "kind": "resolution", "organiser": of.organiser} | fields
    if "body" not in values:
        values["printed_body"] = {"en": printed}
    made = Recognition.objects.create(campaign=of, **values)
    for status, on in steps:
        day = {} if on is None else {"on": on}
        RecognitionStep.objects.create(recognition=made, status=status, **day)
    return made


def film(office: Organiser, title: str = "Archive film", **fields: Any) -> Film:
    """A film with an English title."""
    return Film.objects.create(organiser=office, titles={"en": title}, **fields)


def exhibition(office: Organiser, title: str = "Photographs", **fields: Any) -> Exhibition:
    """An exhibition with an English title, unless it is given its titles."""
    return Exhibition.objects.create(organiser=office, **{"titles": {"en": title}, **fields})


def order_line(of: Event) -> AuditLine:
    """The line of a change of the order of a programme without items."""
    programme, _ = Programme.objects.get_or_create(event=of)
    return AuditLine.objects.create(
        organiser_id=of.organiser_id,
        code="programme.order.changed",
        kind="programme.programme",
        object_id=programme.pk,
        label=str(programme),
        changes={"order": [[], []], "position": [[], []]},
    )


def dispatch(of: Event, **fields: Any) -> Dispatch:
    """A message to a new guest of an event, sent by e-mail in English."""
    party = Invitation.objects.create(guest=participation(of, person(of.organiser)))
    return sent(party, **fields)


def sent(party: Invitation, **fields: Any) -> Dispatch:
    """A message to a party, sent by e-mail in English."""
    values: dict[str, Any] = {"kind": "invitation", "channel": "email", "language": "en", "state": "gone"}
    values |= {"recipient": str(party), "gone_at": timezone.now()}
    return Dispatch.objects.create(invitation=party, key=f"sent-{next(_numbers)}", **values | fields)


def letter(**fields: Any) -> dict[str, Any]:
    """What a letter keeps of itself."""
    empty = {"number": "", "date": "", "subject": "", "close": "", "code": "", "label": ""}
    said = {"opening": "Dear Ana,", "paragraphs": ["Please come."], "language": "en"}
    return empty | said | {"addressee": ["Ana Sample"], "signature": ["Protocol"]} | fields
