"""Values for what goes to guests on paper, in every script that the house prints; all people are invented."""

from typing import Any

from tests.base.papers_samples import SCRIPTS

WORDINGS: dict[str, tuple[str, str, str, str, str]] = {
    "en": (
        "The Ambassador of Sampleland\nand Mrs Ana Sample",
        "request the pleasure of the company of",
        "at a reception on the occasion of the National Day",
        (
            "on Thursday, the twenty-sixth of February two thousand and twenty-six,\n"
            "at seven o’clock in the evening"
        ),
        "Sample House, 12 Sample Street, Bucharest",
    ),
    "az": (
        "Nümunə Dövlətinin Səfiri və xanım Ana Nümunə",
        "Sizi dəvət etməkdən şərəf duyur",
        "Milli Gün münasibətilə ziyafətə",
        "iki min iyirmi altıncı il fevralın iyirmi altısı, cümə axşamı, saat on doqquzda",
        "Nümunə Evi, Nümunə küçəsi 12, Buxarest",
    ),
    "ro": (
        "Ambasadorul Statului Exemplu și doamna Ana Exemplu",
        "au onoarea de a invita pe",
        "la recepția oferită cu prilejul Zilei Naționale",
        "joi, douăzeci și șase februarie două mii douăzeci și șase, la ora nouăsprezece",
        "Casa Exemplu, strada Exemplu 12, București",
    ),
    "uk": (
        "Посол Зразкової Держави та пані Ганна Зразок",
        "мають честь запросити",
        "на прийом з нагоди Національного дня",
        "у четвер, двадцять шостого лютого дві тисячі двадцять шостого року, о дев’ятнадцятій годині",
        "Зразковий дім, вулиця Зразкова, 12, Бухарест",
    ),
    "el": (
        "Ὁ Πρέσβυς τοῦ Κράτους-Ὑποδείγματος",
        "ἔχει τὴν τιμὴν νὰ προσκαλέσῃ",
        "εἰς δεξίωσιν ἐπὶ τῇ Ἐθνικῇ Ἑορτῇ",
        "τὴν Πέμπτην, εἰκοστὴν ἕκτην Φεβρουαρίου, ὥραν ἑβδόμην ἑσπερινήν",
        "Οἶκος Ὑποδείγματος, Βουκουρέστιον",
    ),
    "ar": (
        "سفير دولة المثال والسيدة حرمه",
        "يتشرفان بدعوة",
        "إلى حفل الاستقبال الذي يقيمانه بمناسبة العيد الوطني",
        "يوم الخميس السادس والعشرين من فبراير سنة ألفين وست وعشرين، الساعة السابعة مساءً",
        "دار المثال، شارع المثال 12، بوخارست",
    ),
    "he": (
        "שגריר מדינת הדוגמה ורעייתו",
        "מתכבדים להזמין את",
        "לקבלת פנים לרגל היום הלאומי",
        "ביום חמישי, עשרים ושישה בפברואר אלפיים עשרים ושש, בשעה שבע בערב",
        "בית הדוגמה, רחוב הדוגמה 12, בוקרשט",
    ),
    "ka": (
        "ნიმუშის სახელმწიფოს ელჩი მეუღლესთან ერთად",
        "პატივი აქვს მოიწვიოს",
        "ეროვნული დღისადმი მიძღვნილ მიღებაზე",
        "ხუთშაბათს, ოცდაექვს თებერვალს, საღამოს შვიდ საათზე",
        "ნიმუშის სახლი, ბუქარესტი",
    ),
    "hy": (
        "Օրինակ Պետության դեսպանը և տիկինը",
        "պատիվ ունեն հրավիրելու",
        "Ազգային օրվա առթիվ ընդունելության",
        "հինգշաբթի, փետրվարի քսանվեցին, երեկոյան ժամը յոթին",
        "Օրինակի տուն, Բուխարեստ",
    ),
    "zh": (
        "样本国大使偕夫人",
        "敬邀",
        "光临国庆招待会",
        "二〇二六年二月二十六日星期四晚七时",
        "布加勒斯特样本街十二号样本大厦",
    ),
    "ja": (
        "見本国特命全権大使夫妻は",
        "下記のとおり御招待申し上げます",
        "国祭日祝賀レセプション",
        "二〇二六年二月二十六日木曜日 午後七時",
        "ブカレスト 見本通り十二番 見本会館",
    ),
    "ko": (
        "견본국 대사 내외는",
        "삼가 모시고자 합니다",
        "국경일 기념 리셉션",
        "이천이십육년 이월 이십육일 목요일 저녁 일곱 시",
        "부쿠레슈티 견본로 12 견본관",
    ),
    "vi": (
        "Đại sứ Nước Mẫu và Phu nhân",
        "trân trọng kính mời",
        "dự tiệc chiêu đãi nhân dịp Quốc khánh",
        "thứ Năm, ngày hai mươi sáu tháng Hai năm hai nghìn không trăm hai mươi sáu, bảy giờ tối",
        "Nhà Mẫu, số 12 phố Mẫu, Bucharest",
    ),
}
"""Host, request, occasion, date and time, and place of a card in each language."""
FOOT: dict[str, tuple[list[str], list[str], str]] = {
    "en": (
        ["R.S.V.P.", "by the twelfth of February", "protocol@sample.example, +40 21 000 00 00"],
        ["Lounge suit", "Decorations"],
        "This card is personal and admits its holder",
    ),
    "ro": (["R.S.V.P.", "până la doisprezece februarie", "+40 21 000 00 00"], ["Ținută de seară"], ""),
    "uk": (["Прохання відповісти", "до дванадцятого лютого", "+40 21 000 00 00"], ["Темний костюм"], ""),
    "ar": (
        ["يرجى الرد", "قبل الثاني عشر من فبراير", "+40 21 000 00 00"],
        ["اللباس الرسمي"],
        "هذه البطاقة شخصية، ويرجى إبرازها عند الدخول",
    ),
    "he": (["נא להשיב", "עד שנים־עשר בפברואר", "+40 21 000 00 00"], ["לבוש רשמי"], ""),
}


def invitation_card(language: str = "en", *, code: str = "", **fields: Any) -> dict[str, Any]:
    """A card in a language; where no foot is written in it, it has the international reply mark alone."""
    host, request, occasion, day, place = WORDINGS[language]
    texts = (host, request, SCRIPTS[language][0], occasion, day, place)
    reply, dress, admission = FOOT.get(language, (["R.S.V.P.", "+40 21 000 00 00"], [], ""))
    return {
        "blocks": [{"text": text, "is_name": text == SCRIPTS[language][0]} for text in texts],
        "reply": reply,
        "dress": dress,
        "admission": admission,
        "language": language,
        "code": code,
        "label": "",
    } | fields


def invitation_cards(
    size: str = "a6", *, sheet: str = "a4", cut: str = "card", code: str = "", languages: Any = WORDINGS
) -> Any:
    """A card in every script."""
    return {
        "sheet": sheet,
        "cut": cut,
        "size": size,
        "beside_code": dict.fromkeys(WORDINGS, "Reply"),
        "cards": [invitation_card(language, code=code) for language in languages],
    }


def letter(language: str = "en", *, code: str = "", paragraphs: int = 2, **fields: Any) -> dict[str, Any]:
    """A letter in a language, as long as is asked for."""
    host, request, occasion, day, place = WORDINGS[language]
    name, office = SCRIPTS[language]
    text = f"{host} {request} {name} {occasion}, {day}, {place}.".replace("\n", " ")
    return {
        "house": {"name": host.splitlines()[0], "language": language},
        "number": "14/2026",
        "date": "București, 20.02.2026" if language == "ro" else "Bucharest, 20 February 2026",
        "addressee": [name, office, "12 Sample Street", "010101 Bucharest", "Romania"],
        "subject": occasion,
        "opening": f"{name},",
        "paragraphs": [text] * paragraphs,
        "close": request,
        "signature": [host.splitlines()[0], office],
        "language": language,
        "code": code,
        "label": "",
    } | fields


def letters(*pages: dict[str, Any], format: str = "a4", code: str = "") -> Any:
    """The letters given, else one in every script."""
    return {
        "format": format,
        "beside_code": dict.fromkeys(WORDINGS, "Reply"),
        "letters": list(pages) or [letter(language, code=code) for language in WORDINGS],
    }


def notes(*pages: dict[str, Any], format: str = "a4") -> Any:
    """The notes given, else one in every script."""
    bare = {"opening": "", "close": "", "signature": [], "subject": ""}
    return {"format": format, "notes": [one | bare for one in pages or map(letter, WORDINGS)]}


def labels(size: str = "70x36") -> Any:
    """A label in every script, twice."""
    street = ["12 Sample Street", "010101 Bucharest", "Romania"]
    made = [{"lines": [*SCRIPTS[language], *street], "language": language} for language in SCRIPTS]
    return {"size": size, "labels": made * 2}


def entry_pass(language: str = "en", *, code: str, **fields: Any) -> Any:
    """A paper of one pass in a language."""
    _host, _request, occasion, day, place = WORDINGS[language]
    one = {
        "heading": "Entry pass",
        "language": language,
        "house": "Sample Embassy in Bucharest",
        "title": occasion,
        "lines": [day.replace("\n", " "), place],
        "name": SCRIPTS[language][0],
        "companions": [SCRIPTS["ro"][0]],
        "seats": ["Table 12, seat 4"],
        "mark": FOOT.get(language, ([], [], "personal, not transferable"))[2],
        "code": code,
        "label": "",
    }
    return {"passes": [one | fields]}


EVENT = {
    "title": "National Day",
    "lines": ["Thursday, 26 February 2026, 19:00 · Sample House, Bucharest"],
}


def call(language: str, number: int) -> dict[str, Any]:
    host, request, occasion, day, _place = WORDINGS[language]
    name, office = SCRIPTS[language]
    return {
        "number": str(number),
        "name": name,
        "lines": [office],
        "numbers": ["+40 21 000 00 00", "+40 700 000 000"],
        "assistant": "through Ana Sample, Secretary",
        "say": [f"{host} {request} {name} {occasion}.".replace("\n", " "), day.replace("\n", " ")],
        "language": language,
    }


def round_sheets(format: str = "a4") -> Any:
    """The languages between two callers."""
    calls = [call(language, number) for number, language in enumerate(WORDINGS, start=1)]
    return {
        "format": format,
        "heading": "Telephone round",
        "event": EVENT,
        "rounds": [
            {"caller": "A. Sample", "count": "8 calls", "calls": calls[:8]},
            {"caller": "", "count": "5 calls", "calls": calls[8:]},
        ],
    }


def register(format: str = "a4", *, is_landscape: bool = False) -> Any:
    """A dispatch register in every script."""
    return {
        "format": format,
        "is_landscape": is_landscape,
        "heading": "Dispatch register",
        "event": EVENT,
        "summary": "13 dispatches",
        "columns": [
            {"head": "No.", "width": 12, "style": "number"},
            {"head": "Date", "width": 22, "style": "text"},
            {"head": "To", "width": 0, "style": "name"},
            {"head": "By", "width": 20, "style": "text"},
            {"head": "Received by", "width": 45, "style": "room"},
        ],
        "rows": [
            [[str(number)], ["20 Feb 2026"], list(names), ["by hand"], []]
            for number, names in enumerate(SCRIPTS.values(), start=1)
        ],
        "notes": ["To be deleted on 1 April 2026."],
        "empty": "Nothing was sent.",
    }
