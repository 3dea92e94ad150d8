"""Forms of address in French (R86)."""

import pytest

from chancery.rules.address import sentences
from chancery.rules.address.values import (
    Addressee,
    Basis,
    Gender,
    HeldOffice,
    Practice,
    Purpose,
    State,
    Status,
)
from tests.rules.address.samples import form, line, somebody

MAN, WOMAN, UNKNOWN = Gender.MAN, Gender.WOMAN, Gender.UNKNOWN


@pytest.mark.cases
@pytest.mark.parametrize(
    ("purpose", "man", "woman"),
    [
        (
            Purpose.ENVELOPE,
            "Son Excellence Monsieur Olivier Marchand / Ambassadeur de France",
            "Son Excellence Madame Elena Popescu / Ambassadeur de France",
        ),
        (
            Purpose.CARD,
            "Son Excellence Monsieur Olivier Marchand / Ambassadeur de France",
            "Son Excellence Madame Elena Popescu / Ambassadeur de France",
        ),
        (Purpose.OPENING, "Monsieur l’Ambassadeur", "Madame l’Ambassadeur"),
        (Purpose.SPOKEN, "Monsieur l’Ambassadeur", "Madame l’Ambassadeur"),
        (
            Purpose.CLOSING,
            "Veuillez agréer, Monsieur l’Ambassadeur, les assurances de ma très haute considération.",
            "Veuillez agréer, Madame l’Ambassadeur, les assurances de ma très haute considération.",
        ),
        (Purpose.PLACE_CARD, "Ambassadeur de France", "Ambassadeur de France"),
        (
            Purpose.HOST_LINE,
            "Ambassadeur de France / Monsieur Olivier Marchand",
            "Ambassadeur de France / Madame Elena Popescu",
        ),
        (
            Purpose.INTRODUCTION,
            "Son Excellence Monsieur Olivier Marchand, Ambassadeur de France",
            "Son Excellence Madame Elena Popescu, Ambassadeur de France",
        ),
        (
            Purpose.FIRST_MENTION,
            "S.E. M. Olivier Marchand, Ambassadeur de France",
            "S.E. Mme Elena Popescu, Ambassadeur de France",
        ),
        (Purpose.LATER_MENTION, "l’Ambassadeur Marchand", "l’Ambassadeur Popescu"),
    ],
)
def test_foreign_ambassador_for_each_purpose(purpose: Purpose, man: str, woman: str) -> None:
    """R86: the forms of a foreign ambassador."""
    assert line(somebody("ambassador", gender=MAN), purpose, "fr") == man
    assert line(somebody("ambassador", gender=WOMAN), purpose, "fr") == woman


@pytest.mark.parametrize("purpose", [Purpose.OPENING, Purpose.SPOKEN, Purpose.CLOSING])
@pytest.mark.parametrize("gender", list(Gender))
@pytest.mark.parametrize("office_class", ["ambassador", "minister", "head-of-state", "high-commissioner"])
def test_excellence_is_never_a_call(purpose: Purpose, gender: Gender, office_class: str) -> None:
    """R86: Excellence only in the third person."""
    assert "Excellence" not in line(somebody(office_class, gender=gender), purpose, "fr")


@pytest.mark.cases
@pytest.mark.parametrize(
    ("of", "office"),
    [
        ("AZ", "Ambassadeur d’Azerbaïdjan"),
        ("PT", "Ambassadeur du Portugal"),
        ("NL", "Ambassadeur des Pays-Bas"),
        ("RO", "Ambassadeur de Roumanie"),
        ("CU", "Ambassadeur de Cuba"),
        ("IN", "Ambassadeur de l’Inde"),
        ("US", "Ambassadeur des États-Unis"),
    ],
)
def test_state_is_joined_by_its_article(of: str, office: str) -> None:
    """R86: elision and contraction before the name of a state."""
    assert (
        form(somebody("ambassador", of=of), Purpose.ENVELOPE, "fr", writer="TR", place="GE").lines[1]
        == office
    )


@pytest.mark.cases
@pytest.mark.parametrize(
    ("office_class", "envelope", "opening"),
    [
        (
            "high-commissioner",
            "Son Excellence Madame Elena Popescu / Haut-commissaire de France",
            "Madame le Haut-commissaire",
        ),
        (
            "charge-ai",
            "Madame Elena Popescu / Chargée d’affaires a.i. de France",
            "Madame la Chargée d’affaires",
        ),
        ("consul-general", "Madame Elena Popescu / Consule générale de France", "Madame la Consule générale"),
        (
            "head-of-state",
            "Son Excellence Madame Elena Popescu / Cheffe d’État, France",
            "Madame la Présidente",
        ),
        ("minister", "Son Excellence Madame Elena Popescu / Ministre, France", "Madame le Ministre"),
        ("mayor", "Madame Elena Popescu / Maire", "Madame le Maire"),
        ("member-of-parliament", "Madame Elena Popescu / Député, France", "Madame le Député"),
        ("none", "Madame Elena Popescu", "Madame"),
    ],
)
def test_other_offices_of_a_woman(office_class: str, envelope: str, opening: str) -> None:
    """R86: feminine titles only where the sources or common use have them."""
    addressee = somebody(office_class, gender=WOMAN)

    assert line(addressee, Purpose.ENVELOPE, "fr") == envelope
    assert line(addressee, Purpose.OPENING, "fr") == opening


@pytest.mark.cases
@pytest.mark.parametrize(
    ("office_class", "opening"),
    [
        ("ambassador", "Madame l’Ambassadrice"),
        ("minister", "Madame la Ministre"),
        ("member-of-parliament", "Madame la Députée"),
        ("mayor", "Madame la Mairesse"),
    ],
)
def test_canada_writes_feminine_titles(office_class: str, opening: str) -> None:
    """R86: Canadian French has "Madame l’Ambassadrice"; the reason says that usage is divided."""
    written = form(somebody(office_class, gender=WOMAN), Purpose.OPENING, "fr-CA", practice=Practice.CANADA)

    assert written.lines == (opening,)
    assert sentences.FRENCH_FEMININE in [reason.template for reason in written.reasons]


@pytest.mark.cases
@pytest.mark.parametrize(
    ("office_class", "envelope", "opening"),
    [
        ("nuncio", "Son Excellence Monseigneur Olivier Marchand / Nonce apostolique", "Monseigneur"),
        ("archbishop", "Son Excellence Monseigneur Olivier Marchand / Archevêque", "Monseigneur"),
        ("bishop", "Son Excellence Monseigneur Olivier Marchand / Évêque", "Monseigneur"),
        ("cardinal", "Son Éminence le Cardinal Olivier Marchand", "Éminence"),
    ],
)
def test_clergy(office_class: str, envelope: str, opening: str) -> None:
    """R86: bishops are called Monseigneur."""
    assert line(somebody(office_class), Purpose.ENVELOPE, "fr") == envelope
    assert line(somebody(office_class), Purpose.OPENING, "fr") == opening


@pytest.mark.cases
@pytest.mark.parametrize(
    ("basis", "office", "opening"),
    [
        (Basis.DESIGNATE, "Ambassadeur désigné de France", "Monsieur l’Ambassadeur"),
        (Basis.FORMER, "Ancien Ambassadeur de France", "Monsieur l’Ambassadeur"),
        (Basis.CHARGE_AI, "Chargé d’affaires a.i. de France", "Monsieur le Chargé d’affaires"),
    ],
)
def test_basis_of_an_embassy(basis: Basis, office: str, opening: str) -> None:
    """R8, R86: what stands beside an embassy held otherwise than in full."""
    addressee = somebody("ambassador", basis=basis)

    assert form(addressee, Purpose.ENVELOPE, "fr").lines == ("Monsieur Olivier Marchand", office)
    assert line(addressee, Purpose.OPENING, "fr") == opening


def test_former_holder_is_written_small_in_running_text() -> None:
    """R86: "Ancien" begins a line, "ancien" stands after a comma."""
    addressee = somebody("ambassador", basis=Basis.FORMER)

    written = "M. Olivier Marchand, ancien Ambassadeur de France"
    assert line(addressee, Purpose.FIRST_MENTION, "fr") == written


def test_cardinal_is_named_in_short() -> None:
    """R86: a cardinal is neither Monsieur nor Monseigneur."""
    assert line(somebody("cardinal"), Purpose.PLACE_CARD, "fr") == "Cardinal Marchand"
    assert line(somebody("nuncio"), Purpose.LATER_MENTION, "fr") == "Mgr Marchand"


def test_own_ambassador_is_called_by_office_without_excellence() -> None:
    """R86: the call stays the same at home, only the predicate falls."""
    addressee = somebody("ambassador")

    assert form(addressee, Purpose.ENVELOPE, "fr", writer="FR").lines[0] == "Monsieur Olivier Marchand"
    assert line(addressee, Purpose.OPENING, "fr", writer="FR") == "Monsieur l’Ambassadeur"
    assert form(addressee, Purpose.OPENING, "fr", writer="FR").status is Status.VERIFIED


def test_unknown_gender_opens_with_both_and_prints_the_unmarked_title() -> None:
    """R86: neither Monsieur nor Madame is guessed."""
    addressee = somebody("charge-ai", gender=UNKNOWN)
    envelope = form(addressee, Purpose.ENVELOPE, "fr")

    assert line(addressee, Purpose.OPENING, "fr") == "Madame, Monsieur"
    assert envelope.lines == ("Olivier Marchand", "Chargé d’affaires a.i. de France")
    assert sentences.UNMARKED_TITLE in [reason.template for reason in envelope.reasons if reason.is_open]


def test_state_of_unknown_article_stands_beside_the_office() -> None:
    """R86: an article is not guessed, and an open reason names the state."""
    office = HeldOffice("ambassador", state=State("RU", {"fr": "Ruritanie"}))
    written = form(Addressee(gender=MAN, office=office), Purpose.CARD, "fr")

    assert written.lines[-1] == "Ambassadeur, Ruritanie"
    assert sentences.STATE_BESIDE in [reason.template for reason in written.reasons]


@pytest.mark.cases
@pytest.mark.parametrize(
    ("gender", "place_card", "later"),
    [
        (MAN, "Monsieur Marchand", "M. Marchand"),
        (WOMAN, "Madame Popescu", "Mme Popescu"),
        (UNKNOWN, "Olivier Marchand", "Olivier Marchand"),
    ],
)
def test_person_without_office_is_named_in_short(gender: Gender, place_card: str, later: str) -> None:
    """R86: the family name alone only with a word of courtesy."""
    assert line(somebody(gender=gender), Purpose.PLACE_CARD, "fr") == place_card
    assert line(somebody(gender=gender), Purpose.LATER_MENTION, "fr") == later


def test_honorific_stands_in_place_of_monsieur() -> None:
    """R86: the recorded honorific is printed as it was written."""
    addressee = somebody("ambassador", honorifics={"fr": "le Général"})

    assert form(addressee, Purpose.ENVELOPE, "fr").lines[0] == "Son Excellence le Général Olivier Marchand"
