"""Cards that were sent to invented guests in four scripts, each with the link by which it is answered."""

import random
from collections.abc import Sequence
from datetime import date, datetime
from itertools import cycle, islice
from typing import NamedTuple

from chancery.accounts.models import Organiser
from chancery.directory.models import Person, PersonName
from chancery.events.models import Event, Participation
from chancery.guests.actions.links import issue_all
from chancery.guests.models import Dispatch, Invitation
from chancery.precedence.models import Ordering
from support.sample_names import LOCALES, name_in_locale

PIECE = 1000


class Wording(NamedTuple):
    """A card in one language: the locale of its names, the lines above and below the name, and its foot."""

    language: str
    locale: int
    before: Sequence[str]
    after: Sequence[str]
    reply: Sequence[str]
    dress: Sequence[str]


WORDINGS = (
    Wording(
        "az",
        0,
        ("Nümunə Dövlətinin Səfiri", "Sizi dəvət etməkdən şərəf duyur"),
        ("Milli Gün münasibətilə ziyafətə", "fevralın iyirmi altısı, saat on doqquzda", "Nümunə Evi"),
        ("R.S.V.P.", "+40 21 000 00 00"),
        ("Tünd kostyum",),
    ),
    Wording(
        "uk",
        3,
        ("Посол Зразкової Держави та пані Ганна Зразок", "мають честь запросити"),
        ("на прийом з нагоди Національного дня", "двадцять шостого лютого, о дев’ятнадцятій годині"),
        ("Прохання відповісти", "до дванадцятого лютого", "+40 21 000 00 00"),
        ("Темний костюм",),
    ),
    Wording(
        "ar",
        12,
        ("سفير دولة المثال والسيدة حرمه", "يتشرفان بدعوة"),
        (
            "إلى حفل الاستقبال بمناسبة العيد الوطني",
            "يوم الخميس السادس والعشرين من فبراير",
            "دار المثال، بوخارست",
        ),
        ("يرجى الرد", "+40 21 000 00 00"),
        ("اللباس الرسمي",),
    ),
    Wording(
        "zh",
        19,
        ("样本国大使偕夫人", "敬邀"),
        ("光临国庆招待会", "二〇二六年二月二十六日星期四晚七时", "布加勒斯特样本街十二号样本大厦"),
        ("R.S.V.P.", "+40 21 000 00 00"),
        (),
    ),
)


def card_event(day: date) -> Event:
    """An event of an office of its own; each card stands on a page of its size."""
    office = Organiser.objects.create(
        ref="cards", names={"en": "Sample Embassy"}, city="Bucharest", languages=["en"]
    )
    ordering = Ordering.objects.create(organiser=office, profile=office.profile)
    titles = {"en": "National Day"}
    return Event.objects.create(
        organiser=office, ref="cards", titles=titles, ordering=ordering, held_on=day, languages=["en"]
    )


def write_dispatches(event: Event, number: int, *, seed: int, now: datetime) -> None:
    """Write as many cards as sent, the scripts in turn, each to a guest of its own and with a link."""
    dice = random.Random(seed)
    wordings = list(islice(cycle(WORDINGS), number))
    for start in range(0, number, PIECE):
        piece = wordings[start : start + PIECE]
        names = [
            f"{name_in_locale(LOCALES[one.locale], dice)} {start + place}" for place, one in enumerate(piece)
        ]
        made = _sent(_parties(event, names), piece, names)
        issue_all([(one.invitation, one) for one in made], now=now)


def _parties(event: Event, names: Sequence[str]) -> list[Invitation]:
    people = Person.objects.bulk_create(Person(organiser=event.organiser, sort_name=name) for name in names)
    PersonName.objects.bulk_create(PersonName(person=one, printed=one.sort_name) for one in people)
    guests = Participation.objects.bulk_create(Participation(event=event, person=one) for one in people)
    return Invitation.objects.bulk_create(Invitation(guest=one) for one in guests)


def _sent(parties: Sequence[Invitation], wordings: Sequence[Wording], names: Sequence[str]) -> list[Dispatch]:
    return Dispatch.objects.bulk_create(
        Dispatch(
            invitation=party,
            key=party.code,
            kind="invitation",
            channel="post",
            language=wording.language,
            recipient=name,
            printed=_printed(wording, name),
        )
        for party, wording, name in zip(parties, wordings, names, strict=True)
    )


def _printed(wording: Wording, name: str) -> dict[str, object]:
    texts = [*wording.before, name, *wording.after]
    return {
        "blocks": [{"text": text, "is_name": text == name} for text in texts],
        "reply": wording.reply,
        "dress": wording.dress,
        "admission": "",
        "language": wording.language,
        "label": "",
    }
