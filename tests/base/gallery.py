"""Pages that show every component with sample values: looked at by people, and by the browser tests."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.urls import include, path
from django.utils import timezone, translation

from chancery.accounts.urls import SIGNING_IN
from chancery.base import rows
from chancery.base.frame import (
    ChangeLine,
    EventHeader,
    Link,
    ReasonLine,
    Shape,
    Stage,
    Tone,
    Why,
    layout_for,
    say_with_undo,
)
from chancery.base.models import Job
from chancery.base.parts import (
    Choice,
    Column,
    CueLine,
    DueLine,
    Face,
    NewsLine,
    Option,
    ScaleItem,
    YearMark,
    YearMonth,
)
from chancery.base.widgets import FileDrop, PartialDateField, RadioCards, WordingField
from chancery.rules.dates import PartialDate

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
CATEGORIES = [
    rows.Mark(Shape.DIAMOND, "Heads of mission"),
    rows.Mark(Shape.SQUARE, "Public figures"),
    rows.Mark(Shape.TRIANGLE, "Community"),
]
REPLIES = [
    rows.Mark(Shape.YES, "Yes", Tone.GOOD),
    rows.Mark(Shape.OPEN, "No answer yet"),
    rows.Mark(Shape.HALF, "Sends a representative", Tone.CAREFUL),
    rows.Mark(Shape.NO, "No", Tone.WRONG),
    rows.Mark(Shape.UNSET, "Not invited"),
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


def guest_rows(count: int) -> list[rows.Row]:
    return [guest_row(number, *SAMPLES[number % len(SAMPLES)]) for number in range(count)]


def guest_row(number: int, name: str, office: str, state: str) -> rows.Row:
    note = "represented by Ana Ionescu, First Secretary" if number % 5 == 4 else ""
    return rows.Row(
        key=str(number + 1),
        name=name,
        place=str(number + 1),
        why_url="/why",
        cells=[
            rows.Person(name, "/why", office, state, note),
            CATEGORIES[number * 7 % 3],
            REPLIES[number * 3 % 5],
            rows.Tags(["speaks"] if number % 4 == 1 else []),
            rows.Figure(str(1 + number % 3)),
        ],
    )


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
    photo = forms.FileField(label="Photograph", required=False, widget=FileDrop)
    answer = forms.ChoiceField(
        label="Comes", widget=RadioCards, choices=[("yes", "Yes"), ("no", "No")], required=False
    )
    title = WordingField(label="Title", languages=["en", "ro", "ar"], initial={"en": "Concert", "ar": "حفلة"})
    since = PartialDateField(
        label="Took up functions", has_time=True, required=False, initial=PartialDate.parse("1992-02")
    )


class OfficeForm(forms.Form):
    """A row of a formset."""

    office = forms.CharField(label="Office")
    held_from = forms.CharField(label="From", required=False)


Offices = forms.formset_factory(OfficeForm, extra=1, can_delete=True)

ITEMS = [
    ScaleItem(
        "Guests arrive",
        "/why",
        "18:00",
        "30 min",
        1800,
        "arrival of guests",
        "Hall",
        True,
        True,
        15,
        40,
        cues=[CueLine("Door", "Open the doors", "17:55"), CueLine("Light", "House lights full")],
    ),
    ScaleItem(
        "State Anthem of the Republic of Azerbaijan",
        "/why",
        "18:30",
        "2 min",
        125,
        "anthem",
        is_anchored=True,
        cues=[CueLine("Sound", "Anthem, track 1", "18:30")],
    ),
    ScaleItem(
        "Opening speech",
        "/why",
        "18:32",
        "12 min",
        720,
        "speech",
        is_elastic=True,
        least_minutes=8,
        most_minutes=15,
        faces=[Face("Qudsi Osmanov", "Ambassador", "", Shape.YES, "has said yes", Tone.GOOD)],
    ),
    ScaleItem(
        "Address",
        "/why",
        "18:44",
        "10 min",
        600,
        "speech",
        faces=[Face("Vasili Simileanu", "chief editor, Geopolitika", "", Shape.OPEN, "not asked yet")],
        conflicts=[
            "Ends four minutes after the film must begin; shorten a speech or move the film to 18:58."
        ],
        cues=[CueLine("Sound", "Lectern microphone")],
    ),
    ScaleItem(
        "Film",
        "/why",
        "18:50",
        "14 min",
        840,
        "film",
        is_anchored=True,
        cues=[CueLine("Light", "House lights down", "18:49"), CueLine("Picture", "Play from the start")],
    ),
    ScaleItem("Viewing of the exhibition", "/why", "", "length not known", 0, "exhibition", "Foyer"),
]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
MARKS = {
    1: [YearMark("20 January 1990", "/", "20 Jan", "35th")],
    2: [YearMark("26 February 1992", "/", "26 Feb")],
    4: [YearMark("Day of the book", "/", "23 Apr"), YearMark("Concert for the families", "/", "28 Apr")],
    5: [YearMark("Independence Day", "/", "28 May")],
    11: [YearMark("Relations with Romania", "/", "19 Nov")],
}


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
            rows=guest_rows(int(request.GET.get("rows", "24"))),
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
        for number, (name, office, state) in enumerate(SAMPLES)
        if request.GET.get("q", "").casefold() in name.casefold()
    ]
    return render(request, "base/_options.html", {"options": options})


def home(request: HttpRequest) -> HttpResponse:
    months = [YearMonth(name, MARKS.get(number, ()), number == 2) for number, name in enumerate(MONTHS, 1)]
    due = [
        DueLine("Cards to the printer", "/", date(2025, 2, 11), "Elena Marin", True),
        DueLine("Security list to the police", "/", date(2025, 2, 18)),
        DueLine("Speaking time to Mr Simileanu", "/", date(2025, 2, 20), "Ana Ionescu"),
    ]
    news = [
        NewsLine(
            "The Ambassador of Greece comes with one guest.", "/", datetime(2025, 2, 12, 8, 5, tzinfo=UTC)
        ),
        NewsLine("The Apostolic Nuncio cannot come.", "/", datetime(2025, 2, 11, 17, 40, tzinfo=UTC)),
    ]
    return render(
        request,
        "gallery/home.html",
        frame(request, header=EVENT, stages=SPINE, months=months, due=due, news=news),
    )


def programme(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "gallery/programme.html",
        frame(request, items=ITEMS, spine=stage("Programme"), event_header=EVENT),
    )


def order(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "gallery/order.html",
        frame(request, rows=guest_rows(8), spine=stage("Guests"), event_header=EVENT),
    )


def states(request: HttpRequest) -> HttpResponse:
    say_with_undo(request, "Ana Ionescu was taken off the list.", "/undo")
    begun = timezone.now() - timedelta(seconds=8)
    job = Job(
        kind="directory.import", state="running", done=240, total=1000, step="reading rows", started_at=begun
    )
    failed = Job(
        kind="directory.import", state="failed", failure="Row 12 has no name; write one and import again."
    )
    texts = {"ro": "Concert la Ateneu"}
    return render(
        request,
        "gallery/states.html",
        frame(
            request,
            job=job,
            failed=failed,
            done=Job(kind="x", state="done"),
            texts=texts,
            nothing={},
            known=PartialDate.parse("1992-02"),
            formset=Offices(initial=[{"office": "Ambassador"}]),
        ),
    )


def confirm(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "base/confirm.html",
        frame(
            request,
            question="Take 3 people off the list?",
            action_word="Take them off",
            cancel_url="/guests",
            is_danger=True,
            sentences=["Their places close up; nobody else changes the order.", "No letter is sent."],
        ),
    )


def card(request: HttpRequest) -> HttpResponse:
    steps = [
        Link("Office", "/", False),
        Link("Languages", "", True),
        Link("Rules of precedence", ""),
        Link("Mail", ""),
    ]
    form = SampleForm()
    for name in [*form.fields][2:]:
        del form.fields[name]
    return render(request, "gallery/card.html", frame(request, form=form, steps=steps))


def refused(request: HttpRequest) -> HttpResponse:
    return render(request, "403.html", {"exception": "Your role does not include the right to plan events."})


def failed(request: HttpRequest) -> HttpResponse:
    return HttpResponse(loader.get_template("500.html").render())


urlpatterns = [
    path("home", home),
    path("programme", programme),
    path("order", order),
    path("states", states),
    path("confirm", confirm),
    path("card", card),
    path("refused", refused),
    path("failed", failed),
    path("account/", include(SIGNING_IN)),
    path("", guests),
    path("guests", guests),
    path("why", why),
    path("form", form),
    path("find", find),
    path("i18n/", include("django.conf.urls.i18n")),
]
