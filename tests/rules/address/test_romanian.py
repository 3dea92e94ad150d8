"""Forms of address in Romanian (R86)."""

import pytest

from chancery.rules.address import sentences
from chancery.rules.address.values import Basis, Gender, Purpose
from tests.rules.address.samples import form, line, somebody

MAN, WOMAN, UNKNOWN = Gender.MAN, Gender.WOMAN, Gender.UNKNOWN


@pytest.mark.cases
@pytest.mark.parametrize(
    ("purpose", "man", "woman", "unknown"),
    [
        (
            Purpose.ENVELOPE,
            "Excelenței Sale Domnului Olivier Marchand / Ambasadorul Franței",
            "Excelenței Sale Doamnei Elena Popescu / Ambasadorul Franței",
            "Excelenței Sale Olivier Marchand / Ambasadorul Franței",
        ),
        (
            Purpose.CARD,
            "Excelența Sa Domnul Olivier Marchand / Ambasadorul Franței",
            "Excelența Sa Doamna Elena Popescu / Ambasadorul Franței",
            "Excelența Sa Olivier Marchand / Ambasadorul Franței",
        ),
        (Purpose.OPENING, "Excelență", "Excelență", "Excelență"),
        (Purpose.SPOKEN, "Domnule Ambasador", "Doamnă Ambasador", "Excelență"),
        (
            Purpose.CLOSING,
            "Vă rog să acceptați, Excelență, asigurarea înaltei mele considerații.",
            "Vă rog să acceptați, Excelență, asigurarea înaltei mele considerații.",
            "Vă rog să acceptați, Excelență, asigurarea înaltei mele considerații.",
        ),
        (Purpose.PLACE_CARD, "Ambasadorul Franței", "Ambasadorul Franței", "Ambasadorul Franței"),
        (
            Purpose.FIRST_MENTION,
            "Excelența Sa domnul Olivier Marchand, ambasadorul Franței",
            "Excelența Sa doamna Elena Popescu, ambasadorul Franței",
            "Excelența Sa Olivier Marchand, ambasadorul Franței",
        ),
        (Purpose.LATER_MENTION, "ambasadorul Marchand", "ambasadorul Popescu", "ambasadorul Marchand"),
    ],
)
def test_foreign_ambassador_for_each_purpose(purpose: Purpose, man: str, woman: str, unknown: str) -> None:
    """R86: the envelope in the dative, the card in the nominative, the call in the vocative."""
    assert line(somebody("ambassador", gender=MAN), purpose, "ro") == man
    assert line(somebody("ambassador", gender=WOMAN), purpose, "ro") == woman
    assert line(somebody("ambassador", gender=UNKNOWN), purpose, "ro") == unknown


@pytest.mark.cases
@pytest.mark.parametrize(
    ("office_class", "envelope", "opening"),
    [
        (
            "high-commissioner",
            "Excelenței Sale Doamnei Elena Popescu / Înaltul Comisar al Franței",
            "Excelență",
        ),
        (
            "charge-ai",
            "Doamnei Elena Popescu / Însărcinatul cu afaceri a.i. al Franței",
            "Stimată Doamnă Însărcinat cu Afaceri",
        ),
        (
            "consul-general",
            "Doamnei Elena Popescu / Consulul general al Franței",
            "Stimată Doamnă Consul General",
        ),
        ("consul", "Doamnei Elena Popescu / Consulul Franței", "Stimată Doamnă Consul"),
        (
            "foreign-minister",
            "Excelenței Sale Doamnei Elena Popescu / Ministrul afacerilor externe al Franței",
            "Excelență",
        ),
        ("mayor", "Doamnei Elena Popescu / Primar", "Stimată Doamnă Primar"),
        ("professor", "Doamnei Elena Popescu", "Stimată Doamnă Profesor"),
        ("none", "Doamnei Elena Popescu", "Stimată Doamnă Popescu"),
    ],
)
def test_other_offices_of_a_woman(office_class: str, envelope: str, opening: str) -> None:
    """R86: the office keeps its masculine form, as in "Doamnă doctor"."""
    addressee = somebody(office_class, gender=WOMAN)

    assert line(addressee, Purpose.ENVELOPE, "ro") == envelope
    assert line(addressee, Purpose.OPENING, "ro") == opening


@pytest.mark.cases
@pytest.mark.parametrize(
    ("basis", "office"),
    [
        (Basis.DESIGNATE, "Ambasadorul desemnat al Franței"),
        (Basis.FORMER, "Fostul ambasador al Franței"),
        (Basis.CHARGE_AI, "Însărcinatul cu afaceri a.i. al Franței"),
    ],
)
def test_basis_of_an_embassy(basis: Basis, office: str) -> None:
    """R8, R86: after an adjective the genitive needs "al"."""
    written = form(somebody("ambassador", basis=basis), Purpose.ENVELOPE, "ro")

    assert written.lines == ("Domnului Olivier Marchand", office)


def test_recorded_title_of_a_lesser_basis_has_the_basis_beside_it() -> None:
    """R86: a recorded title is not declined, so the basis stands in brackets."""
    addressee = somebody("minister", basis=Basis.FORMER, titles={"ro": "Ministrul Culturii"})

    assert form(addressee, Purpose.CARD, "ro").lines[1] == "Ministrul Culturii (fost)"


def test_own_ambassador_is_esteemed_and_not_excellency() -> None:
    """R86: no Excellency from own nationals."""
    addressee = somebody("ambassador", of="RO")

    assert line(addressee, Purpose.ENVELOPE, "ro") == "Domnului Olivier Marchand / Ambasadorul României"
    assert line(addressee, Purpose.OPENING, "ro") == "Stimate Domnule Ambasador"


def test_unknown_gender_without_excellency_opens_with_both() -> None:
    """R86: neither Domnule nor Doamnă is guessed."""
    assert line(somebody("mayor", gender=UNKNOWN), Purpose.OPENING, "ro") == "Stimată Doamnă, Stimate Domnule"
    assert line(somebody("mayor", gender=UNKNOWN), Purpose.ENVELOPE, "ro") == "Olivier Marchand / Primar"


def test_honorific_stands_after_domnul() -> None:
    """R86: "Domnului Prof. univ. dr." keeps both."""
    addressee = somebody(honorifics={"ro": "Prof. univ. dr."})

    assert line(addressee, Purpose.ENVELOPE, "ro") == "Domnului Prof. univ. dr. Olivier Marchand"


def test_undeclined_state_stands_beside_the_office() -> None:
    """R86: no genitive is invented for a foreign name."""
    written = form(somebody("ambassador", of="PE"), Purpose.CARD, "ro")

    assert written.lines[1] == "Ambasadorul, Peru"
    assert sentences.STATE_BESIDE in [reason.template for reason in written.reasons if reason.is_open]


@pytest.mark.cases
@pytest.mark.parametrize(
    ("office_class", "envelope"),
    [
        ("nuncio", "Excelenței Sale Monseniorului Olivier Marchand / Nunțiul Apostolic"),
        ("cardinal", "Eminenței Sale Cardinalului Olivier Marchand"),
        ("bishop", "Excelenței Sale Monseniorului Olivier Marchand / Episcop"),
    ],
)
def test_clergy(office_class: str, envelope: str) -> None:
    """R86: Roman Catholic clergy."""
    assert line(somebody(office_class), Purpose.ENVELOPE, "ro") == envelope


@pytest.mark.cases
@pytest.mark.parametrize(
    ("gender", "place_card", "later"),
    [
        (MAN, "Domnul Marchand", "domnul Marchand"),
        (WOMAN, "Doamna Popescu", "doamna Popescu"),
        (UNKNOWN, "Olivier Marchand", "Olivier Marchand"),
    ],
)
def test_person_without_office_is_named_in_short(gender: Gender, place_card: str, later: str) -> None:
    """R86: the family name alone only with a word of courtesy."""
    assert line(somebody(gender=gender), Purpose.PLACE_CARD, "ro") == place_card
    assert line(somebody(gender=gender), Purpose.LATER_MENTION, "ro") == later


@pytest.mark.cases
@pytest.mark.parametrize(
    ("office_class", "purpose", "written"),
    [
        ("nuncio", Purpose.LATER_MENTION, "monseniorul Marchand"),
        ("nuncio", Purpose.HOST_LINE, "Nunțiul Apostolic / Monseniorul Olivier Marchand"),
        ("cardinal", Purpose.CARD, "Eminența Sa Cardinalul Olivier Marchand"),
        ("cardinal", Purpose.PLACE_CARD, "Cardinalul Marchand"),
        ("cardinal", Purpose.SPOKEN, "Eminență"),
    ],
)
def test_clergy_is_named_in_the_nominative(office_class: str, purpose: Purpose, written: str) -> None:
    """R86: the card says who comes, the envelope to whom it goes."""
    assert line(somebody(office_class), purpose, "ro") == written
