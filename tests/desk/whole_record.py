"""An event with a row of everything that belongs to its exhibition, its record and its communiqué."""

from datetime import UTC, date, datetime
from decimal import Decimal

from chancery.accounts.models import Organiser
from chancery.base import media
from chancery.base.models import StoredFile
from chancery.events.models import Event, Source
from chancery.exhibition.models import ConditionReport, Exhibit, Loan, Room, Stay, Subtitles, Work
from chancery.programme.models import Showing
from chancery.record.models import (
    Communique,
    Cost,
    Coverage,
    Document,
    Edition,
    Photo,
    PhotoPerson,
    PhotoWish,
    Release,
    Review,
    Sentence,
)
from tests import make, pictures

RELEASED = datetime(2025, 2, 25, 19, 30, tzinfo=UTC)


def whole_event(office: Organiser) -> Event:
    """An evening that shows an exhibition of lent works and a film, with its costs and communiqué."""
    event = make.event(office, "Evening")
    show_works(event)
    tell_press(event)
    count_costs(event)
    keep_files(event)
    return event


def keep_files(event: Event) -> None:
    """A picture of a work, two photographs, a recording, a clipping, a document: each with its bytes."""
    guest = event.participations.get()
    Work.objects.filter(kind="photograph").update(picture=stored(event, "square.jpg"))
    ConditionReport.objects.update(picture=stored(event, "back.jpg", pictures.picture(300, 200)))
    for number, width in enumerate((800, 900)):
        taken = stored(event, f"DSC_{number}.jpg", pictures.picture(width, 600))
        photo = Photo.objects.create(event=event, file=taken, position=number, deeds={"en": "speaks"})
        PhotoPerson.objects.create(photo=photo, participation=guest)
        PhotoPerson.objects.create(photo=photo, words="a guest", position=1)
    sheet = stored(event, "programme.pdf", b"%PDF-1.7\n%%EOF\n", kind="document")
    Document.objects.create(event=event, relation="launched", titles={"en": "A book"}, file=sheet)
    Coverage.objects.update(clipping=stored(event, "clipping.txt", b"It was held.\n", kind="document"))
    make.statement(guest, recording=stored(event, "speech.mp3", b"ID3\x04" + bytes(400), kind="sound"))


def stored(event: Event, name: str, content: bytes | None = None, kind: str = "picture") -> StoredFile:
    """A file that came with a form; a picture still waits to be prepared."""
    return media.receive(pictures.upload(content, name), kind=kind, by=make.actor(event.organiser))


def show_works(event: Event) -> None:
    """Two works in a room of a travelling exhibition, one of them lent and looked at, and a film."""
    office = event.organiser
    exhibition = make.exhibition(office)
    Showing.objects.create(item=make.item(event, kind="exhibition"), exhibition=exhibition)
    Stay.objects.create(exhibition=exhibition, event=event, place=make.place(office), opens="2025-02-25")
    Stay.objects.create(exhibition=exhibition, event=make.event(office, "Elsewhere"), position=1)
    room = Room.objects.create(exhibition=exhibition, names={"en": "First room"})
    lent = Work.objects.create(
        organiser=office, titles={"en": "Square"}, lender_body=make.body(office, "Sample Museum")
    )
    panel = Work.objects.create(organiser=office, kind="panel", captions={"en": "Said.\nAnd meant."})
    Exhibit.objects.create(exhibition=exhibition, work=lent, room=room, number="1")
    Exhibit.objects.create(exhibition=exhibition, work=panel, room=room, number="2", position=1)
    loan = Loan.objects.create(
        organiser=office, work=lent, exhibition=exhibition, value=Decimal("12500.50"), currency="EUR"
    )
    ConditionReport.objects.create(loan=loan, seen_on=date(2025, 2, 20), text="No damage.")
    film = make.film(office)
    Subtitles.objects.create(film=film, language="en", text="WEBVTT\n\n00:01.000 --> 00:02.000\nPeace.\n")
    Showing.objects.create(item=make.item(event, kind="film", position=1), film=film)


def tell_press(event: Event) -> None:
    """A communiqué released twice, a report written from it, and a guest who wants no pictures."""
    communique = Communique.objects.create(event=event, contact={"en": "Press desk"})
    edition = Edition.objects.create(communique=communique, language="en", composed_at=RELEASED)
    Sentence.objects.create(
        edition=edition, part="lead", text="It was held.", facts=[{"key": "event:e:day", "digest": "a1"}]
    )
    first = release(edition, 1, withdrawn_at=RELEASED, withdrawn_because="A name was misspelt.")
    second = release(edition, 2, corrects=first, correction="The name of the hall.")
    report = Source.objects.create(event=event, title="Sample Daily")
    Coverage.objects.create(source=report, after_release=second, reach=900, reach_according_to="the outlet")
    guest = make.participation(event, make.person(event.organiser))
    PhotoWish.objects.create(participation=guest, wish="refused", said_on=date(2025, 2, 25))


def release(edition: Edition, number: int, **fields: object) -> Release:
    blocks = [{"part": "headline", "text": "Held"}, {"part": "lead", "text": "It was held."}]
    return Release.objects.create(
        edition=edition, number=number, headline="Held", blocks=blocks, released_at=RELEASED, **fields
    )


def count_costs(event: Event) -> None:
    """A budget of two currencies, one line of it not paid yet, and what was learnt."""
    paid = {"planned": Decimal(1000), "paid": Decimal("999.90"), "currency": "RON"}
    Cost.objects.create(event=event, kind="venue", words="Hall", **paid)
    Cost.objects.create(event=event, kind="flowers", words="Wreath", planned=120, currency="EUR", position=1)
    Review.objects.create(event=event, aims="To remember.", to_keep="The order\nof the wreaths.")
