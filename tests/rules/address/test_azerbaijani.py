"""Forms of address in Azerbaijani (R86)."""

import pytest

from chancery.rules.address import sentences
from chancery.rules.address.values import Addressee, Basis, Gender, HeldOffice, Purpose, State, Status
from tests.rules.address.samples import form, line, somebody

MAN, WOMAN, UNKNOWN = Gender.MAN, Gender.WOMAN, Gender.UNKNOWN


@pytest.mark.cases
@pytest.mark.parametrize(
    ("purpose", "man", "woman", "unknown"),
    [
        (
            Purpose.ENVELOPE,
            "Fransanın səfiri / Zati-Aliləri cənab Olivier Marchand",
            "Fransanın səfiri / Zati-Aliləri xanım Elena Popescu",
            "Fransanın səfiri / Zati-Aliləri Olivier Marchand",
        ),
        (Purpose.OPENING, "Zati-Aliləri", "Zati-Aliləri", "Zati-Aliləri"),
        (Purpose.SPOKEN, "Cənab Səfir", "Xanım Səfir", "Zati-Aliləri"),
        (
            Purpose.CLOSING,
            "Cənab Səfir, sizə dərin hörmət və ehtiram bəslədiyimə əmin olmağınızı xahiş edirəm.",
            "Xanım Səfir, sizə dərin hörmət və ehtiram bəslədiyimə əmin olmağınızı xahiş edirəm.",
            "Zati-Aliləri, sizə dərin hörmət və ehtiram bəslədiyimə əmin olmağınızı xahiş edirəm.",
        ),
        (Purpose.PLACE_CARD, "Fransanın səfiri", "Fransanın səfiri", "Fransanın səfiri"),
        (
            Purpose.HOST_LINE,
            "Fransanın səfiri / Cənab Olivier Marchand",
            "Fransanın səfiri / Xanım Elena Popescu",
            "Fransanın səfiri / Olivier Marchand",
        ),
        (
            Purpose.FIRST_MENTION,
            "Fransanın səfiri Zati-Aliləri cənab Olivier Marchand",
            "Fransanın səfiri Zati-Aliləri xanım Elena Popescu",
            "Fransanın səfiri Zati-Aliləri Olivier Marchand",
        ),
        (Purpose.LATER_MENTION, "səfir Marchand", "səfir Popescu", "səfir Marchand"),
    ],
)
def test_foreign_ambassador_for_each_purpose(purpose: Purpose, man: str, woman: str, unknown: str) -> None:
    """R86: Zati-Aliləri and cənab or xanım; the office stands before the name."""
    assert line(somebody("ambassador", gender=MAN), purpose, "az", writer="TR") == man
    assert line(somebody("ambassador", gender=WOMAN), purpose, "az", writer="TR") == woman
    assert line(somebody("ambassador", gender=UNKNOWN), purpose, "az", writer="TR") == unknown


@pytest.mark.cases
@pytest.mark.parametrize(
    ("office_class", "writer", "opening", "status"),
    [
        # the verified letters: from a head of mission to a foreign minister, and the personal note
        ("foreign-minister", "TR", "Zati-Aliləri", Status.VERIFIED),
        ("minister", "FR", "Hörmətli cənab Nazir", Status.VERIFIED),
        ("ambassador", "FR", "Hörmətli cənab Səfir", Status.VERIFIED),
        # the rest is general knowledge
        ("consul-general", "TR", "Hörmətli cənab Baş Konsul", Status.UNVERIFIED),
        ("charge-ai", "TR", "Hörmətli cənab işlər üzrə müvəkkil", Status.UNVERIFIED),
        ("none", "TR", "Hörmətli cənab Marchand", Status.UNVERIFIED),
    ],
)
def test_opening_is_verified_only_where_it_was_read(
    office_class: str, writer: str, opening: str, status: Status
) -> None:
    """R86: "Zati-Aliləri, or Cənab …"; "Hörmətli cənab Nazir"."""
    written = form(somebody(office_class), Purpose.OPENING, "az", writer=writer)

    assert written.lines == (opening,)
    assert written.status is status


@pytest.mark.cases
@pytest.mark.parametrize(
    ("office_class", "office"),
    [
        ("high-commissioner", "Fransanın ali komissarı"),
        ("nuncio", "Apostol nunsisi"),
        ("envoy", "Fransanın fövqəladə elçisi və səlahiyyətli naziri"),
        ("charge-ai", "Fransanın müvəqqəti işlər vəkili"),
        ("charge-en-pied", "Fransanın işlər üzrə müvəkkili"),
        ("consul-general", "Fransanın baş konsulu"),
        ("honorary-consul", "Fransanın fəxri konsulu"),
        ("foreign-minister", "Fransanın xarici işlər naziri"),
        ("minister", "Nazir, Fransa"),
    ],
)
def test_office_is_possessed_by_the_state(office_class: str, office: str) -> None:
    """R86: the state in the genitive, the office with the suffix of the third person."""
    assert form(somebody(office_class), Purpose.CARD, "az", writer="TR").lines[0] == office


@pytest.mark.cases
@pytest.mark.parametrize(
    ("basis", "office"),
    [
        (Basis.DESIGNATE, "Fransanın təyin edilmiş səfiri"),
        (Basis.FORMER, "Fransanın keçmiş səfiri"),
        (Basis.CHARGE_AI, "Fransanın müvəqqəti işlər vəkili"),
    ],
)
def test_basis_of_an_embassy(basis: Basis, office: str) -> None:
    """R8, R86: what stands beside an embassy held otherwise than in full."""
    assert form(somebody("ambassador", basis=basis), Purpose.CARD, "az").lines == (
        office,
        "Cənab Olivier Marchand",
    )


def test_abbreviated_state_stands_beside_the_office_without_a_suffix() -> None:
    """R86: an abbreviation takes no ending by rule, and the office then is not possessed."""
    office = HeldOffice("ambassador", state=State("US", {"az": "ABŞ"}))
    written = form(Addressee(office=office), Purpose.CARD, "az")

    assert written.lines == ("Səfir, ABŞ", "Zati-Aliləri")
    assert sentences.STATE_BESIDE in [reason.template for reason in written.reasons if reason.is_open]


def test_line_begins_with_the_dotted_capital() -> None:
    """R86: "işlər" at the beginning of a line is "İşlər"."""
    addressee = Addressee(office=HeldOffice("charge-en-pied"))

    assert form(addressee, Purpose.CARD, "az").lines[0] == "İşlər üzrə müvəkkil"


def test_nobody_in_particular_is_greeted_as_both() -> None:
    """R86: without a name and a gender the letter opens with both."""
    assert line(Addressee(), Purpose.OPENING, "az") == "Hörmətli xanım, hörmətli cənab"


@pytest.mark.cases
@pytest.mark.parametrize(
    ("gender", "place_card", "later"),
    [
        (MAN, "Cənab Marchand", "cənab Marchand"),
        (WOMAN, "Xanım Popescu", "xanım Popescu"),
        (UNKNOWN, "Olivier Marchand", "Olivier Marchand"),
    ],
)
def test_person_without_office_is_named_in_short(gender: Gender, place_card: str, later: str) -> None:
    """R86: the family name alone only with a word of courtesy."""
    assert line(somebody(gender=gender), Purpose.PLACE_CARD, "az") == place_card
    assert line(somebody(gender=gender), Purpose.LATER_MENTION, "az") == later


def test_honorific_stands_after_the_courtesy() -> None:
    """R86: "cənab professor" keeps both."""
    assert (
        line(somebody(honorifics={"az": "professor"}), Purpose.CARD, "az")
        == "Cənab professor Olivier Marchand"
    )
