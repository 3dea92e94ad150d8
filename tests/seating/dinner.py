"""A dinner with guests of several scripts, in a room with a long table and round ones."""

from datetime import date
from typing import Any

from chancery.accounts.models import Organiser
from chancery.directory.models import Person, PersonName
from chancery.events.models import Event, Participation
from chancery.guests.models import Companion, Invitation
from chancery.seating.models import Plan, Room, SeatNote
from tests import make
from tests.seating import built

TABLES: dict[str, Any] = {
    "width": 1400,
    "depth": 1000,
    "furniture": [
        {"id": "H", "kind": "long", "x": 700, "y": 230, "side_seats": 5, "label": "Head table"},
        {"id": "T1", "kind": "round", "x": 350, "y": 650, "seats": 8, "diameter": 160, "label": "1"},
        {"id": "T2", "kind": "round", "x": 1000, "y": 650, "seats": 8, "diameter": 160, "label": "2"},
        {"id": "D", "kind": "guests-door", "x": 700, "y": 990, "width": 160, "depth": 20},
        {"id": "W", "kind": "window", "x": 10, "y": 400, "width": 20, "depth": 300},
    ],
    "seats": {"T2-5": {"wheelchair": True}},
}
# Invented people: how the directory sorts them, and their names by language.
PEOPLE: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("host", "Sample, Ana", {"en": "Ana Sample"}),
    ("layla", "Al-Namudhaji, Layla", {"en": "Layla Al-Namudhaji", "ar": "ليلى النموذجي"}),
    ("nino", "Nimushadze, Nino", {"en": "Nino Nimushadze", "ka": "ნინო ნიმუშაძე"}),
    ("taro", "Mihon, Taro", {"en": "Taro Mihon", "ja": "見本太郎"}),
    (
        "long",
        "Exemple de la Tour-Modèle, Marie-Hélène",
        {"fr": "Marie-Hélène Alexandrine Exemple de la Tour-Modèle-Échantillon"},
    ),
    ("az", "Nümunəli, Əsgər", {"az": "Əsgər Nümunəli"}),
    ("radu", "Probescu, Radu", {"ro": "Radu Probescu"}),
)


def dinner(office: Organiser) -> Plan:
    """A chosen plan with a seat for everybody but the last, and a companion beside the second."""
    event = make.event(office, "Dinner", held_on=date(2027, 3, 4), languages=["en", "ro"])
    room = Room.objects.create(organiser=office, names={"en": "Great Hall"}, layout=TABLES)
    plan = built.plan(event, room=room, is_chosen=True)
    guests = {ref: guest(event, ref, sort_name, names) for ref, sort_name, names in PEOPLE}
    Companion.objects.create(invitation=guests["layla"].invitation, name="Omar Al-Namudhaji")
    seats = {"host": "H-3", "layla": "T1-1", "nino": "T1-3", "taro": "T2-1", "long": "T2-2", "az": "T2-5"}
    for ref, seat in seats.items():
        built.seat(plan, guests[ref], seat)
    built.seat(plan, guests["layla"], "T1-2", member=1)
    SeatNote.objects.create(plan=plan, seat="T1-5", captions={"en": "Speakers", "ro": "Vorbitori"})
    SeatNote.objects.create(plan=plan, seat="T1-6", band="ministers")
    SeatNote.objects.create(plan=plan, seat="T1-7", is_blocked=True)
    return plan


def guest(event: Event, ref: str, sort_name: str, names: dict[str, str]) -> Participation:
    """Somebody who has accepted; the host only takes part."""
    person = Person.objects.create(
        organiser=event.organiser, sort_name=sort_name, languages=[code for code in names if code != "en"]
    )
    for position, (language, printed) in enumerate(names.items()):
        PersonName.objects.create(person=person, printed=printed, language=language, position=position)
    capacity = "host" if ref == "host" else "guest"
    made = make.participation(event, person, capacity, ref=ref, planned="accepted")
    if capacity == "guest":
        Invitation.objects.create(guest=made, standing="accepted")
    return made
