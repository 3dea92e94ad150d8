"""Two who are addressed together (R31, R86)."""

import pytest

from chancery.rules.address import sentences
from chancery.rules.address.compose import form_for_couple
from chancery.rules.address.values import Addressee, Gender, PrintedName, Purpose, Setting, Status
from chancery.rules.reasons import Reason
from tests.rules.address.samples import ELENA, OLIVIER, somebody

AMBASSADOR = somebody("ambassador", of="AZ")
WIFE = somebody(names=(PrintedName("Claire Marchand", "Claire", "Marchand"),), gender=Gender.WOMAN)
OTHER_NAME = somebody(names=ELENA, gender=Gender.WOMAN)
UNMARKED = somebody(names=(PrintedName("Claude Marchand", "Claude", "Marchand"),), gender=Gender.UNKNOWN)
NAMELESS = Addressee()
MINISTER = somebody(
    "minister",
    gender=Gender.WOMAN,
    of="GE",
    titles={
        "en": "Minister of Culture of Georgia",
        "fr": "Ministre de la Culture de Géorgie",
        "ro": "Ministrul Culturii al Georgiei",
        "az": "Gürcüstanın mədəniyyət naziri",
        "ar": "وزيرة الثقافة في جورجيا",
    },
)


def together(
    second: Addressee, purpose: Purpose, language: str, first: Addressee = AMBASSADOR
) -> tuple[str, ...]:
    return form_for_couple(
        first, second, purpose, Setting(language, writer_state="TR", place_state="RO")
    ).lines


@pytest.mark.cases
@pytest.mark.parametrize(
    ("language", "first_lines", "wife", "other_name", "unmarked", "nameless"),
    [
        (
            "en",
            ("His Excellency Mr Olivier Marchand", "Ambassador of Azerbaijan"),
            "and Mrs Marchand",
            "and Ms Elena Popescu",
            "and Claude Marchand",
            "and spouse",
        ),
        (
            "fr",
            ("Son Excellence Monsieur Olivier Marchand", "Ambassadeur d’Azerbaïdjan"),
            "et Madame Marchand",
            "et Madame Elena Popescu",
            "et Claude Marchand",
            "et son conjoint",
        ),
        (
            "ro",
            ("Excelenței Sale Domnului Olivier Marchand", "Ambasadorul Azerbaidjanului"),
            "și Doamnei Marchand",
            "și Doamnei Elena Popescu",
            "și Claude Marchand",
            "împreună cu partenerul de viață",
        ),
        (
            "az",
            ("Azərbaycanın səfiri", "Zati-Aliləri cənab Olivier Marchand"),
            "və xanım Claire Marchand",
            "və xanım Elena Popescu",
            "və Claude Marchand",
            "həyat yoldaşı ilə",
        ),
        (
            "ar",
            ("سعادة السيد أوليفييه مارشان", "سفير أذربيجان"),
            "والسيدة Claire Marchand",
            "والسيدة إيلينا بوبيسكو",
            "و Claude Marchand",
            "مع قرينه",
        ),
    ],
)
def test_spouse_without_office_takes_one_line(
    language: str, first_lines: tuple[str, ...], wife: str, other_name: str, unmarked: str, nameless: str
) -> None:
    """R31, R86: the family name is shared only where it is the same; nothing is said that is not recorded."""
    assert together(WIFE, Purpose.ENVELOPE, language) == (*first_lines, wife)
    assert together(OTHER_NAME, Purpose.ENVELOPE, language) == (*first_lines, other_name)
    assert together(UNMARKED, Purpose.ENVELOPE, language) == (*first_lines, unmarked)
    assert together(NAMELESS, Purpose.ENVELOPE, language) == (*first_lines, nameless)


@pytest.mark.cases
@pytest.mark.parametrize(
    ("language", "block"),
    [
        ("en", ("and Her Excellency Ms Elena Popescu", "Minister of Culture of Georgia")),
        ("fr", ("et Son Excellence Madame Elena Popescu", "Ministre de la Culture de Géorgie")),
        ("ro", ("și Excelenței Sale Doamnei Elena Popescu", "Ministrul Culturii al Georgiei")),
        ("az", ("və Gürcüstanın mədəniyyət naziri", "Zati-Aliləri xanım Elena Popescu")),
        ("ar", ("ومعالي السيدة إيلينا بوبيسكو", "وزيرة الثقافة في جورجيا")),
    ],
)
def test_spouse_with_an_office_takes_an_own_block(language: str, block: tuple[str, ...]) -> None:
    """R31: who holds an office is not the companion of the other."""
    assert together(MINISTER, Purpose.ENVELOPE, language)[-2:] == block


@pytest.mark.parametrize("language", ["en", "fr", "ro"])
def test_holder_of_the_office_stands_first_whichever_of_the_two(language: str) -> None:
    """R25, R31: a woman ambassador and her husband."""
    first = somebody("ambassador", gender=Gender.WOMAN, of="AZ")
    husband = somebody(names=OLIVIER)

    lines = together(husband, Purpose.ENVELOPE, language, first)

    assert lines[0].endswith("Elena Popescu")
    assert lines[-1].endswith("Olivier Marchand")


@pytest.mark.cases
@pytest.mark.parametrize(
    ("language", "wife", "holder"),
    [
        ("en", "Your Excellency and Mrs Marchand", "Your Excellencies"),
        ("fr", "Monsieur l’Ambassadeur, Madame", "Monsieur l’Ambassadeur, Madame le Ministre"),
        ("ro", "Excelență, Stimată Doamnă Marchand", "Excelență"),
        ("ar", "سعادة السفير، السيدة Claire Marchand المحترمة", "سعادة السفير، معالي الوزيرة"),
        ("az", "Zati-Aliləri, hörmətli xanım Marchand", "Zati-Aliləri"),
    ],
)
def test_letter_opens_with_both(language: str, wife: str, holder: str) -> None:
    """R86: both are called, a call they share is written once."""
    assert together(WIFE, Purpose.OPENING, language) == (wife,)
    assert together(MINISTER, Purpose.OPENING, language) == (holder,)


def test_letter_opens_with_the_offices_of_both() -> None:
    """R86: an Excellency and the mayor of a town."""
    mayor = somebody("mayor", gender=Gender.WOMAN)

    assert together(mayor, Purpose.OPENING, "en") == ("Your Excellency and Mayor",)


@pytest.mark.parametrize("second", [UNMARKED, NAMELESS])
def test_letter_opens_with_one_where_the_other_cannot_be_called(second: Addressee) -> None:
    """R86: no call is guessed, and an open reason says who is missing."""
    form = form_for_couple(AMBASSADOR, second, Purpose.OPENING, Setting("fr", writer_state="TR"))

    assert form.lines == ("Monsieur l’Ambassadeur",)
    assert sentences.ONE_IS_ADDRESSED in [reason.template for reason in form.reasons if reason.is_open]


@pytest.mark.parametrize(
    "purpose", [Purpose.PLACE_CARD, Purpose.SPOKEN, Purpose.CLOSING, Purpose.LATER_MENTION]
)
def test_purposes_for_one_at_a_time_give_both_forms(purpose: Purpose) -> None:
    """R86: two place cards, two people to speak to."""
    setting = Setting("en", writer_state="TR")

    lines = form_for_couple(AMBASSADOR, WIFE, purpose, setting).lines

    assert len(lines) == 2


def test_text_names_both_in_one_line() -> None:
    """R86: in running text the two are joined by one comma."""
    written = "H.E. Mr Olivier Marchand, Ambassador of Azerbaijan, and Mrs Marchand"

    assert together(WIFE, Purpose.FIRST_MENTION, "en") == (written,)


def test_two_without_an_office_are_named_without_a_comma() -> None:
    """R86: the comma closes the office that stands between the names."""
    husband = somebody(names=OLIVIER, gender=Gender.MAN)

    assert together(WIFE, Purpose.FIRST_MENTION, "en", husband) == ("Mr Olivier Marchand and Mrs Marchand",)


@pytest.mark.parametrize(
    ("language", "purpose", "status"),
    [
        ("en", Purpose.ENVELOPE, Status.VERIFIED),
        ("fr", Purpose.ENVELOPE, Status.VERIFIED),
        ("en", Purpose.OPENING, Status.UNVERIFIED),
        ("ro", Purpose.ENVELOPE, Status.UNVERIFIED),
    ],
)
def test_joining_of_two_has_its_own_status(language: str, purpose: Purpose, status: Status) -> None:
    """R86: that the forms of both were read does not found the "and" between them."""
    assert form_for_couple(AMBASSADOR, WIFE, purpose, Setting(language, writer_state="TR")).status is status


def test_own_form_of_the_household_wins() -> None:
    """R86: the office's own wording stands, and the reason says so."""
    own = {("en", Purpose.ENVELOPE): "The Ambassador of Azerbaijan\nand Mrs Marchand"}
    form = form_for_couple(AMBASSADOR, WIFE, Purpose.ENVELOPE, Setting("en-GB"), own)

    assert form.lines == ("The Ambassador of Azerbaijan", "and Mrs Marchand")
    assert form.reasons == (Reason(sentences.OWN_FORM),)


def test_reasons_of_both_are_said_once() -> None:
    """R31: what holds for both is not repeated, and the order has its reason."""
    reasons = form_for_couple(AMBASSADOR, WIFE, Purpose.CARD, Setting("az", writer_state="TR")).reasons

    assert len(reasons) == len(
        [place for place, reason in enumerate(reasons) if reason not in reasons[:place]]
    )
    assert sentences.COUPLE_ORDER in [reason.template for reason in reasons]
