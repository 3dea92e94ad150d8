"""Pages that show every component with sample values: looked at by people, and by the browser tests."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path
from django.utils import translation

from chancery.base.frame import (
    ChangeLine,
    Choice,
    Column,
    EventHeader,
    Link,
    Option,
    ReasonLine,
    Shape,
    Stage,
    Why,
    layout_for,
)


@dataclass(frozen=True)
class Row:
    place: int
    name: str
    office: str
    state: str
    category: tuple[str, str]
    reply: tuple[str, str, str]
    party: int
    note: str = ""
    tags: tuple[str, ...] = ()


SAMPLES = [
    ("Qudsi Osmanov", "Ambassador of Azerbaijan, host", "az"),
    ("Inês de Albuquerque e Vasconcelos", "Apostolic Nuncio, Dean of the Diplomatic Corps", "va"),
    ("Țoiu Răzvan-Ștefan", "Ambassador of Romania at large", "ro"),
    ("Ґалина Зінченко", "Ambassador of Ukraine", "ua"),
    ("Maximiliane Freifrau von Hohenlohe-Waldenburg-Schillingsfürst", "Ambassador of Germany", "de"),
    ("Ἀθηνᾶ Παπαδοπούλου", "Ambassador of Greece", "gr"),
    ("ليلى عبد الرحمن الهاشمي", "Ambassador of Jordan", "jo"),
    ("Əliyeva Günel", "Deputy head, Heydar Aliyev Foundation office", "az"),
    ("ნინო ბერიძე", "Chargée d’affaires a.i. of Georgia", "ge"),
    ("Nguyễn Thị Minh Khai", "Ambassador of Viet Nam", "vn"),
    ("Ion Popescu", "Director, Geopolitical Review", ""),
    ("Sœur Marie-Clémence", "Representative of the clergy", ""),
]
CATEGORIES = [("diamond", "Heads of mission"), ("square", "Public figures"), ("triangle", "Community")]
REPLIES = [
    ("yes", "Yes", "is-good"),
    ("open", "No answer yet", ""),
    ("half", "Sends a representative", "is-careful"),
    ("no", "No", "is-wrong"),
    ("unset", "Not invited", ""),
]
SPINE = [
    Stage("Programme", "/programme", "11 items, 92 minutes", Shape.YES, is_near=True),
    Stage("Guests", "/guests", "112 invited, 61 yes", Shape.HALF, is_near=True),
    Stage("Replies", "/replies", "38 open, 9 days left", Shape.HALF, is_near=True),
    Stage("Seating", "/seating", "plan 3, out of date", Shape.CAREFUL, is_near=True),
    Stage("Exhibition", "/exhibition", "24 works, 3 captions missing", Shape.HALF),
    Stage("Day", "/day", "not begun", Shape.OPEN),
    Stage("Record", "/record", "not begun", Shape.OPEN),
]
EVENT = EventHeader(
    title="Commemoration at the Embassy of Azerbaijan",
    url="/",
    occasion="33rd anniversary · 26 February 1992",
    kept="kept on 25 February 2025",
    when="Tuesday, 25 February 2025, 18:30",
    venue="Bucharest, Hall of the Embassy",
    countdown="12 days to go",
    due="Cards to the printer, 14 February",
    due_url="/tasks",
)
WHY = Why(
    subject="Ґалина Зінченко",
    claim="Place 4 of 112 in the order of greeting",
    reasons=[
        ReasonLine(
            "Heads of mission of the first class stand before envoys.",
            "R1",
            "Vienna Convention, Art. 14",
            "/r1",
        ),
        ReasonLine(
            "Took up her functions on 3 June 2023 at 11:40, after the Ambassador of Romania at large.",
            "R2",
            "Vienna Convention, Art. 16(1)",
            "/r2",
        ),
        ReasonLine(
            "The hour of the other presentation on that day is not known.",
            "R4",
            "Practice of the host state",
            is_open=True,
        ),
        ReasonLine("Put one place higher by the office: she speaks for the bereaved families."),
    ],
    changes=[
        ChangeLine(
            "Moved from place 5 to place 4",
            "Elena Marin",
            datetime(2025, 2, 11, 9, 12, tzinfo=UTC),
            "Speaks for the families",
        )
    ],
    undo_url="/undo",
)


def user(theme: str, density: str) -> Any:
    class Reader(SimpleNamespace):
        def __str__(self) -> str:
            return "Elena Marin"

    return Reader(is_authenticated=True, theme=theme, density=density)


def rows(count: int) -> list[Row]:
    made = []
    for number in range(count):
        name, office, state = SAMPLES[number % len(SAMPLES)]
        made.append(
            Row(
                number + 1,
                name,
                office,
                state,
                CATEGORIES[number * 7 % 3],
                REPLIES[number * 3 % 5],
                1 + number % 3,
                "represented by Ana Ionescu, First Secretary" if number % 5 == 4 else "",
                ("speaks",) if number % 4 == 1 else (),
            )
        )
    return made


class SampleForm(forms.Form):
    """Every kind of field."""

    name = forms.CharField(label="Name as printed", help_text="In the script and order the person uses.")
    mail = forms.EmailField(label="E-mail address", required=False)
    kind = forms.ChoiceField(
        label="Basis", choices=[("full", "full"), ("acting", "acting"), ("former", "former")]
    )
    notes = forms.CharField(label="Notes", required=False, widget=forms.Textarea)
    speaks = forms.BooleanField(label="Speaks at the event", required=False)
    capacity = forms.ChoiceField(
        label="Capacity",
        widget=forms.RadioSelect,
        choices=[("guest", "Guest"), ("speaker", "Speaker"), ("honour", "Guest of honour")],
    )
    languages = forms.MultipleChoiceField(
        label="Languages",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("ro", "Romanian"), ("fr", "French"), ("az", "Azerbaijani")],
    )
    held = forms.DateField(label="Held since", required=False, widget=forms.DateInput(attrs={"type": "date"}))
    photo = forms.FileField(label="Photograph", required=False)


def frame(request: HttpRequest, **more: Any) -> dict[str, Any]:
    organiser = SimpleNamespace(
        names={"en": "Embassy of Azerbaijan in Romania", "ar": "سفارة أذربيجان في رومانيا"}
    )
    return {
        "layout": layout_for(request),
        "office": SimpleNamespace(organiser=organiser, role=SimpleNamespace(label="protocol officer")),
        "user": user(request.GET.get("theme", "system"), request.GET.get("density", "comfortable")),
        "sections": [
            Link("Events", "/events", True),
            Link("Directory", "/directory"),
            Link("Precedence", "/precedence"),
            Link("Occasions", "/occasions"),
        ],
        "find_url": "/find",
        "language_code": translation.get_language(),
        **more,
    }


def stage(name: str) -> list[Stage]:
    return [replace(each, is_current=each.name == name) for each in SPINE]


def guests(request: HttpRequest) -> HttpResponse:
    columns = [
        Column("Name", "?sort=name"),
        Column("Category", "?sort=category"),
        Column("Reply", "?sort=reply"),
        Column("Tags"),
        Column("Party", "?sort=party", is_figure=True),
    ]
    return render(
        request,
        "gallery/guests.html",
        frame(
            request,
            spine=stage("Guests"),
            event_header=EVENT,
            columns=columns,
            rows=rows(int(request.GET.get("rows", "24"))),
            choices=[
                Choice("category", "Category", True),
                Choice("reply", "Reply", True),
                Choice("diet", "Diet"),
            ],
            actions=[
                Choice("tag", "Give a tag"),
                Choice("invite", "Put into a wave"),
                Choice("remove", "Take off the list"),
            ],
        ),
    )


def why(request: HttpRequest) -> HttpResponse:
    return render(
        request, "base/why.html", frame(request, why=WHY, spine=stage("Guests"), event_header=EVENT)
    )


def form(request: HttpRequest) -> HttpResponse:
    sample = SampleForm(
        {"name": "", "mail": "no address", "kind": "acting", "capacity": "guest"}
        if "wrong" in request.GET
        else None
    )
    return render(
        request, "gallery/form.html", frame(request, form=sample, crumbs=[Link("Directory", "/directory")])
    )


def find(request: HttpRequest) -> HttpResponse:
    options = [
        Option(str(number), name, office, state, "/why", "People")
        for number, (name, office, state) in enumerate(SAMPLES[:5])
    ]
    return render(request, "base/_options.html", {"options": options})


urlpatterns = [
    path("", guests),
    path("guests", guests),
    path("why", why),
    path("form", form),
    path("find", find),
    path("i18n/", include("django.conf.urls.i18n")),
]
