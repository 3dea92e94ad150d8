"""An event that is hard to print: the longest names in every script, titles of four lines, all invented."""

from datetime import date, time
from itertools import cycle, islice

from chancery.accounts.models import Organiser
from chancery.directory.models import ContactPoint, Person, PersonName
from chancery.events.models import Event, GuestCategory, Participation
from chancery.guests.models import Companion, Invitation
from chancery.programme.models import Contribution, Cue
from tests import make

NAMES = {
    "de": "Maximiliane Freifrau von und zu Musterhausen-Beispielsberg-Probenau",
    "en": "Maria Esperança Cavalcanti de Albuquerque e Vasconcellos-Montenegro",
    "az": "Şəhriyar İsmayıl oğlu Əliağayev-Qarabağlı",
    "ro": "Ștefania-Ruxandra Țoiu-Băltărețu-Căpățîneanu",
    "uk": "Ґалина Євгенівна Їжакевич-Щербаненко",
    "el": "Ἀθηνᾶ Παπαδοπούλου-Χατζηκωνσταντίνου",
    "ar": "الدكتور عبد الرحمن بن خالد بن عبد العزيز العباسي",
    "he": "דוד בן־אליעזר הלוי רוזנצווייג",
    "ka": "თამარ ჯავახიშვილი-გელოვანი",
    "hy": "Աննա Տեր-Պետրոսյան-Հովհաննիսյան",
    "zh": "欧阳明远",
    "ja": "勅使河原 慎太郎",
    "ko": "남궁 은혜",
    "fr": "Hélène-Marguerite Exemple de La Tour du Pin-Modèle",
    "vi": "Nguyễn Thị Ngọc Hường",
    "cy": "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
}
"""Invented, one a language; the last is a single part as long as any that stands on a map."""
TITLE = (
    "Ambassador Extraordinary and Plenipotentiary of the Sample Kingdom to the Republic, to the Federation, "
    "to the Organisation and to both Commissions, with residence elsewhere, Dean of the Corps and Commander "
    "of the Order of the Specimen"
)
STREET = """Sample House of the United Sample Provinces, Third Floor
128 Boulevard of the Long Sample Name
010101 Bucharest
Romania"""


def hardest_event(guests: int) -> Event:
    """Make the event with so many guests, each name in turn, numbered from the second turn on."""
    office = make.organiser(
        "hardest",
        names={"en": "Permanent Mission of the United Sample Provinces to the Sample Organisation"},
        languages=list(NAMES),
        state="AZ",
        host_state="RO",
    )
    event = make.event(
        office,
        title="Solemn commemoration of the two hundred and fiftieth anniversary of the foundation of the "
        "Sample Academy of Sciences, Letters, Arts and Inscriptions",
        held_on=date(2026, 3, 14),
        starts_at=time(18),
        languages=["en", "ar"],
    )
    category = GuestCategory.objects.create(event=event, ref="all", names={"en": "Heads of mission"})
    for number, (language, name) in enumerate(islice(cycle(NAMES.items()), guests)):
        _invite(event, category, language, name, number)
    _programme(event)
    return event


def _invite(event: Event, category: GuestCategory, language: str, name: str, number: int) -> None:
    turn = number // len(NAMES)
    person = _person(event.organiser, language, f"{name} {turn}" if turn else name)
    body = make.body(event.organiser, f"Mission {number}", state="FR")
    make.tenure(person, make.post(body, TITLE), steps={"credentials": f"{1990 + number % 30}-02-03"})
    guest = make.participation(event, person, category=category, is_sample=number % 3 == 0)
    party = Invitation.objects.create(guest=guest, unnamed_companions=number % 2)
    if number % 5 == 0:
        Companion.objects.create(invitation=party, name=NAMES["fr"])


def _person(office: Organiser, language: str, name: str) -> Person:
    person = Person.objects.create(
        organiser=office, sort_name=name, languages=[language], nationality="FR", honorifics={}
    )
    PersonName.objects.create(person=person, printed=name, language=language)
    ContactPoint.objects.create(person=person, kind="post", value=STREET)
    return person


def _programme(event: Event) -> None:
    speakers = Participation.objects.filter(event=event).order_by("pk")[: len(NAMES)]
    for number, guest in enumerate(speakers):
        item = make.item(event, f"Address and reading of a message, number {number}", position=number)
        item.duration_seconds = 195
        item.save(update_fields=["duration_seconds"])
        Contribution.objects.create(item=item, participation=guest)
        for department in ("Light", "Звук", "الصوت"):
            Cue.objects.create(item=item, department=department, text=TITLE[:200])
