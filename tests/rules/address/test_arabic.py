"""Forms of address in Arabic (R86); all of it needs a native check."""

import pytest

from chancery.rules.address import sentences
from chancery.rules.address.values import Addressee, Basis, Gender, PrintedName, Purpose, Status
from tests.rules.address.samples import ELENA, form, line, somebody

MAN, WOMAN, UNKNOWN = Gender.MAN, Gender.WOMAN, Gender.UNKNOWN


@pytest.mark.cases
@pytest.mark.parametrize(
    ("purpose", "man", "woman"),
    [
        (
            Purpose.ENVELOPE,
            "سعادة السيد أوليفييه مارشان / سفير فرنسا",
            "سعادة السيدة إيلينا بوبيسكو / سفيرة فرنسا",
        ),
        (Purpose.OPENING, "سعادة السفير", "سعادة السفيرة"),
        (Purpose.SPOKEN, "سعادة السفير", "سعادة السفيرة"),
        (Purpose.PLACE_CARD, "سفير فرنسا", "سفيرة فرنسا"),
        (
            Purpose.FIRST_MENTION,
            "سعادة السيد أوليفييه مارشان، سفير فرنسا",
            "سعادة السيدة إيلينا بوبيسكو، سفيرة فرنسا",
        ),
        (Purpose.LATER_MENTION, "السفير مارشان", "السفيرة بوبيسكو"),
    ],
)
def test_foreign_ambassador_for_each_purpose(purpose: Purpose, man: str, woman: str) -> None:
    """R86: the style is that of an ambassador, the words agree in gender."""
    assert line(somebody("ambassador", gender=MAN), purpose, "ar") == man
    assert line(somebody("ambassador", gender=WOMAN), purpose, "ar") == woman


@pytest.mark.cases
@pytest.mark.parametrize(
    ("office_class", "opening", "status"),
    [
        ("head-of-state", "فخامة الرئيس", Status.PARTLY),
        ("head-of-government", "دولة رئيس الوزراء", Status.UNVERIFIED),
        ("minister", "معالي الوزير", Status.PARTLY),
        ("ambassador", "سعادة السفير", Status.PARTLY),
        ("charge-ai", "السيد القائم بالأعمال", Status.UNVERIFIED),
        ("consul-general", "السيد القنصل العام", Status.UNVERIFIED),
        ("none", "السيد أوليفييه مارشان المحترم", Status.UNVERIFIED),
    ],
)
def test_style_depends_on_the_kind_of_office(office_class: str, opening: str, status: Status) -> None:
    """R86: one word of honour for a president, another for a minister, another for an ambassador."""
    written = form(somebody(office_class), Purpose.OPENING, "ar")

    assert written.lines == (opening,)
    assert written.status is status


@pytest.mark.cases
@pytest.mark.parametrize(
    ("office_class", "basis", "office"),
    [
        ("ambassador", Basis.FULL, "سفير فرنسا"),
        ("ambassador", Basis.FORMER, "سفير فرنسا السابق"),
        ("ambassador", Basis.DESIGNATE, "سفير فرنسا المعيّن"),
        ("ambassador", Basis.CHARGE_AI, "القائم بالأعمال بالإنابة في سفارة فرنسا"),
        ("high-commissioner", Basis.FULL, "المفوض السامي لفرنسا"),
        ("consul-general", Basis.FULL, "القنصل العام لفرنسا"),
        ("foreign-minister", Basis.FULL, "وزير خارجية فرنسا"),
        ("minister", Basis.FULL, "الوزير، فرنسا"),
    ],
)
def test_office_is_joined_to_the_state(office_class: str, basis: Basis, office: str) -> None:
    """R86: a construct for some offices, "li" for the others; the basis follows."""
    assert form(somebody(office_class, basis=basis), Purpose.CARD, "ar").lines[1] == office


def test_unknown_gender_names_the_person_and_asks() -> None:
    """R86: no feminine or masculine word is guessed for the person; the title is marked as unmarked."""
    written = form(somebody("ambassador", gender=UNKNOWN), Purpose.CARD, "ar")

    assert written.lines == ("سعادة أوليفييه مارشان", "سفير فرنسا")
    assert sentences.UNMARKED_TITLE in [reason.template for reason in written.reasons if reason.is_open]


def test_name_in_another_script_is_printed_and_said() -> None:
    """R86: a missing script is shown as missing."""
    addressee = somebody(names=ELENA[:1], gender=WOMAN)
    written = form(addressee, Purpose.CARD, "ar")

    assert written.lines == ("السيدة Elena Popescu",)
    assert sentences.NAME_IN_ANOTHER_SCRIPT in [
        reason.template for reason in written.reasons if reason.is_open
    ]


def test_every_wording_that_was_not_read_says_so() -> None:
    """R86: general knowledge is labelled and shown."""
    written = form(somebody("ambassador"), Purpose.ENVELOPE, "ar")

    assert written.status is Status.UNVERIFIED
    assert sentences.UNVERIFIED in [reason.template for reason in written.reasons]


def test_nobody_in_particular_is_greeted_without_gender() -> None:
    """R86: the letter opens with the greeting that suits everybody."""
    assert line(Addressee((PrintedName(" "),)), Purpose.OPENING, "ar") == "تحية طيبة وبعد"


@pytest.mark.cases
@pytest.mark.parametrize(
    ("gender", "place_card", "later"),
    [
        (MAN, "السيد أوليفييه مارشان", "السيد أوليفييه مارشان"),
        (WOMAN, "السيدة إيلينا بوبيسكو", "السيدة إيلينا بوبيسكو"),
        (UNKNOWN, "أوليفييه مارشان", "أوليفييه مارشان"),
    ],
)
def test_person_without_office_is_named_in_short(gender: Gender, place_card: str, later: str) -> None:
    """R86: the family name alone only with a word of courtesy."""
    assert line(somebody(gender=gender), Purpose.PLACE_CARD, "ar") == place_card
    assert line(somebody(gender=gender), Purpose.LATER_MENTION, "ar") == later


@pytest.mark.cases
@pytest.mark.parametrize(
    ("office_class", "of", "office"),
    [("ambassador", "", "السفير"), ("foreign-minister", "", "وزير الخارجية"), ("bishop", "IT", "الأسقف")],
)
def test_office_without_a_state_takes_the_article(office_class: str, of: str, office: str) -> None:
    """R86: a construct needs its state; alone the office is definite."""
    assert form(somebody(office_class, of=of), Purpose.CARD, "ar").lines[1] == office


def test_honorific_stands_in_place_of_the_courtesy() -> None:
    """R86: "الدكتور" replaces "السيد"."""
    assert line(somebody(honorifics={"ar": "الدكتور"}), Purpose.CARD, "ar") == "الدكتور أوليفييه مارشان"
