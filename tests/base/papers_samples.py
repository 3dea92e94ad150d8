"""Values for every paper: invented persons in every script that the house prints, with the longest names."""

from datetime import datetime, timedelta, timezone
from typing import Any

from chancery.base.pdf import Imprint


def imprint(emblem: bytes | None = None) -> Imprint:
    """What stands at the foot of every sample."""
    return Imprint(
        house="Sample Embassy in Bucharest",
        made_at=datetime(2026, 2, 20, 14, 5, tzinfo=timezone(timedelta(hours=2))),
        version="3",
        author="A. Sample",
        emblem=emblem,
    )


IMPRINT = imprint()

SCRIPTS = {
    "az": ("Şəhriyar Əliyeva-Ağayev", "Azərbaycan Respublikasının fövqəladə və səlahiyyətli səfiri"),
    "ro": ("Ștefania-Ruxandra Țoiu-Băltărețu", "Ministerul Afacerilor Externe al României"),
    "uk": ("Ґалина Їжакевич-Щербаненко", "Надзвичайний і Повноважний Посол України"),
    "el": ("Ἀθηνᾶ Παπαδοπούλου-Ὠνάση", "Πρέσβυς τῆς Ἑλληνικῆς Δημοκρατίας"),
    "ar": ("الدكتور عبد الرحمن بن خالد العبّاسي", "سفير المملكة الأردنية الهاشمية لدى رومانيا"),
    "he": ("דוד בן־אליעזר הלוי", "שגריר מדינת ישראל ברומניה"),
    "ka": ("თამარ ჯავახიშვილი-გელოვანი", "საქართველოს საგანგებო და სრულუფლებიანი ელჩი"),
    "hy": ("Աննա Տեր-Պետրոսյան", "Հայաստանի Հանրապետության դեսպան"),
    "zh": ("欧阳明远", "中华人民共和国驻罗马尼亚特命全权大使"),
    "ja": ("渡邊 慎太郎", "駐ルーマニア日本国特命全権大使"),
    "ko": ("남궁 은혜", "주루마니아 대한민국 특명전권대사"),
    "vi": ("Nguyễn Thị Ngọc Hường", "Đại sứ đặc mệnh toàn quyền"),
    "en": (
        "Maria Esperança Cavalcanti de Albuquerque e Vasconcellos-Montenegro",
        "Ambassador Extraordinary and Plenipotentiary of a sample state with a rather long official name",
    ),
}
"""A name and an office for each language."""


def person(language: str) -> dict[str, str]:
    name, office = SCRIPTS[language]
    return {"lead": "", "name": name, "capacity": office}


def item(mark: str, title: str, note: str = "", people: Any = (), works: Any = ()) -> dict[str, Any]:
    return {"mark": mark, "title": title, "note": note, "people": list(people), "works": list(works)}


def programme_in_english(marks: str = "times") -> Any:
    """An edition in English; `marks` is times, numbers or none."""
    shown = {"times": ["18:00", "18:05", "18:06", "18:20", "18:35", "18:50"], "numbers": list("123456")}
    mark = shown.get(marks, [""] * 6)
    return {
        "language": "en",
        "heading": "Programme",
        "title": "Evening of Remembrance",
        "occasion": "on the thirty-third anniversary",
        "lines": ["Thursday, 26 February 2026, 18:00", "Sample Hall, 12 Sample Street, Bucharest"],
        "closing": ["Guests are invited to view the exhibition."],
        "parts": [
            {
                "heading": "",
                "items": [
                    item(mark[0], "State Anthem"),
                    item(mark[1], "Minute of silence", "60 seconds"),
                    item(mark[2], "Opening address", people=[person("az")]),
                    item(
                        mark[3],
                        "Message of the Sample Foundation",
                        people=[person("en"), {**person("ro"), "lead": "read by"}],
                    ),
                ],
            },
            {
                "heading": "Music and film",
                "items": [
                    item(
                        mark[4],
                        "String quartet",
                        works=[
                            {
                                "title": "Lento, from the Sample Suite",
                                "author": "N. Composer",
                                "performers": "Sample Quartet",
                            },
                            {"title": "Layla", "author": "A. Nother", "performers": ""},
                        ],
                    ),
                    item(mark[5], "Documentary film", "12 minutes, with English subtitles"),
                ],
            },
        ],
    }


def programme_in_arabic() -> Any:
    mark = ["18:00", "18:05", "18:06", "18:20", "18:35", "18:50"]
    return {
        "language": "ar",
        "heading": "البرنامج",
        "title": "أمسية الذكرى",
        "occasion": "في الذكرى السنوية الثالثة والثلاثين",
        "lines": ["الخميس 26 فبراير 2026، الساعة 18:00", "قاعة المثال، بوخارست"],
        "closing": ["يدعى الضيوف الكرام إلى زيارة المعرض."],
        "parts": [
            {
                "heading": "",
                "items": [
                    item(mark[0], "النشيد الوطني"),
                    item(mark[1], "دقيقة صمت", "60 ثانية"),
                    item(mark[2], "كلمة الافتتاح", people=[person("ar")]),
                    item(mark[3], "رسالة المؤسسة", people=[person("az"), {**person("ro"), "lead": "يلقيها"}]),
                ],
            },
            {
                "heading": "موسيقى وفيلم",
                "items": [
                    item(
                        mark[4],
                        "رباعي وتري",
                        works=[{"title": "Lento", "author": "N. Composer", "performers": ""}] * 2,
                    ),
                    item(mark[5], "فيلم وثائقي", "12 دقيقة"),
                ],
            },
        ],
    }


def programme(*editions: dict[str, Any], format: str = "a5", cover: bool = False) -> Any:
    return {"format": format, "cover": cover, "editions": list(editions)}


EVENT = {
    "title": "Evening of Remembrance",
    "lines": ["Thursday, 26 February 2026, 18:00 · Sample Hall, Bucharest"],
}


def rows_in_every_script() -> list[dict[str, Any]]:
    """One row a language, in the order of `SCRIPTS`."""
    return [
        {
            "place": str(number),
            "number": str(number),
            "name": name,
            "lines": [office],
            "state": language.upper(),
        }
        for number, (language, (name, office)) in enumerate(SCRIPTS.items(), start=1)
    ]


def cue_sheet(department: str = "Light", length: int = 5) -> Any:
    named = "" if department else "Sound"

    def row(
        time: str, item: str, *cues: tuple[str, str], transition: bool = False, note: str = ""
    ) -> dict[str, Any]:
        return {
            "time": time, "elapsed": "+0:05", "duration": "5 min", "item": item, "note": note,
            "responsible": "" if transition else "Stage manager", "is_transition": transition,
            "is_anchored": time == "18:00",
            "cues": [{"kind": kind, "department": named, "text": text} for kind, text in cues],
        }  # fmt: skip

    turn = [
        row(
            "18:00",
            "State Anthem",
            ("stand-by", "Anthem ready"),
            ("go", "On the caller’s word: house lights to half"),
        ),
        row("18:03", "Guests sit", transition=True),
        row(
            "18:05",
            "Minute of silence",
            ("go", "All light to ten per cent"),
            ("hold", "No sound for 60 seconds"),
        ),
        row("18:06", "Opening address", ("go", "Lectern"), note="Şəhriyar Əliyeva-Ağayev"),
        row("18:20", "Message of the Sample Foundation"),
    ]
    return {
        "format": "a4", "heading": "Cue sheet", "department": department, "event": EVENT, "summary": "",
        "rows": (turn * (length // 5 + 1))[:length],
    }  # fmt: skip


def precedence_list(rows: list[dict[str, Any]] | None = None, *, with_reasons: bool = True) -> Any:
    reasons = [
        {"text": "Ambassador: class of heads accredited to the head of state.", "rule": "R1"},
        {
            "text": "Took up functions on 3 March 2021, after the one before and before the one after.",
            "rule": "R2",
        },
    ]
    rows = rows if rows is not None else rows_in_every_script()
    full = [{**row, "reasons": reasons, "is_open": False} for row in rows]
    full[2 % len(full)]["is_open"] = True
    return {
        "format": "a4", "heading": "Order of precedence", "event": EVENT, "with_reasons": with_reasons,
        "summary": "Sample profile, version 2, as of 20 February 2026",
        "groups": [{"heading": "", "rows": full[:6]}, {"heading": "Guests of the house", "rows": full[6:]}],
        "notes": ["Sample profile of a diplomatic corps, version 2."],
    }  # fmt: skip


def guest_list(rows: list[dict[str, Any]] | None = None) -> Any:
    rows = rows if rows is not None else rows_in_every_script()
    full = [
        {**row, "reply": "yes", "companions": "with spouse" if int(row["place"]) % 3 == 0 else "", "note": ""}
        for row in rows
    ]
    half = len(full) // 2
    return {
        "format": "a4", "heading": "Guest list", "event": EVENT, "summary": f"{len(full)} guests",
        "categories": [
            {"heading": "Diplomatic corps", "level": 1, "count": f"{half} guests", "rows": full[:half]},
            {"heading": "Society", "level": 1, "count": f"{len(full) - half} guests", "rows": []},
            {"heading": "Historians", "level": 2, "count": f"{len(full) - half} guests", "rows": full[half:]},
        ],
    }  # fmt: skip


def attendance_form(rows: list[dict[str, Any]] | None = None) -> Any:
    rows = rows if rows is not None else rows_in_every_script()
    return {"format": "a4", "heading": "Attendance", "event": EVENT, "summary": "", "rows": rows, "spare": 6}


STATES = {
    "RO": "Romania", "AZ": "Azerbaijan", "BA": "Bosnia and Herzegovina", "GR": "Ἑλλάς", "JO": "الأردن",
    "GE": "საქართველო", "KR": "대한민국", "CN": "中国", "UA": "Україна", "IL": "ישראל",
    "VN": "Việt Nam", "AM": "Հայաստան",
}  # fmt: skip


def flags_and_anthems(count: int = 7) -> Any:
    poles = [
        {"code": code, "name": name, "note": "", "is_half_mast": code == "AZ"}
        for code, name in STATES.items()
    ]
    poles[0]["note"] = "host: hoisted first, lowered last"
    anthem = {
        "state": "Azerbaijan",
        "title": "State Anthem of the Republic of Azerbaijan",
        "note": "without words",
    }
    return {
        "format": "a4", "heading": "Flags and anthems", "event": EVENT, "summary": "",
        "stands": [{"heading": "Before the building", "note": "", "poles": poles[:count]}],
        "anthems": [anthem, {"state": "Romania", "title": "Deșteaptă-te, române!", "note": ""}],
        "notes": ["Flags of the same size at the same height."],
    }  # fmt: skip


def face(language: str) -> dict[str, Any]:
    name, office = SCRIPTS[language]
    return {"name": name, "lines": [office], "language": language, "label": ""}


def place_cards(style: str = "tent", sheet: str = "a4", cut: str = "sheet") -> Any:
    cards: list[dict[str, Any]] = [
        {"front": {**face(language), "lines": []}, "back": None} for language in SCRIPTS
    ]
    cards[0]["back"] = {"name": "The Ambassador", "lines": [], "language": "en", "label": ""}
    cards[1]["front"]["lines"] = ["Ministerul Afacerilor Externe"]
    return {"sheet": sheet, "cut": cut, "style": style, "cards": cards}


HOUSE = {"name": IMPRINT.house, "language": "en"}


def name_cards(size: str = "badge", sheet: str = "a4", code: str = "", cut: str = "sheet") -> Any:
    cards = [
        {**face(language), "house": HOUSE, "labels": ["Diplomatic corps"], "code": code}
        for language in SCRIPTS
    ]
    return {"sheet": sheet, "cut": cut, "size": size, "cards": cards}


def envelopes(format: str = "c6") -> Any:
    street = {"ar": ["شارع المثال 12", "عمّان", "الأردن"], "he": ["רחוב הדוגמה 12", "ירושלים"]}
    full = [
        {
            "lines": [*SCRIPTS[one], *street.get(one, ["12 Sample Street", "010101 Bucharest", "Romania"])],
            "language": one,
            "mark": "",
        }
        for one in SCRIPTS
    ]
    full[0]["mark"] = "By hand"
    return {
        "format": format,
        "sender": ["Sample Embassy in Bucharest", "12 Sample Street, Bucharest"],
        "envelopes": full,
    }
