"""Forms of address in English (R80, R86)."""

import pytest

from chancery.rules.address import sentences
from chancery.rules.address.values import (
    Addressee,
    Basis,
    Gender,
    NameOrder,
    Practice,
    PrintedName,
    Purpose,
    Status,
)
from tests.rules.address.samples import form, line, somebody, state

MAN, WOMAN, UNKNOWN = Gender.MAN, Gender.WOMAN, Gender.UNKNOWN


@pytest.mark.cases
@pytest.mark.parametrize(
    ("purpose", "man", "woman", "unknown"),
    [
        (
            Purpose.ENVELOPE,
            "His Excellency Mr Olivier Marchand / Ambassador of France",
            "Her Excellency Ms Elena Popescu / Ambassador of France",
            "H.E. Olivier Marchand / Ambassador of France",
        ),
        (
            Purpose.CARD,
            "H.E. Mr Olivier Marchand / Ambassador of France",
            "H.E. Ms Elena Popescu / Ambassador of France",
            "H.E. Olivier Marchand / Ambassador of France",
        ),
        (Purpose.OPENING, "Your Excellency", "Your Excellency", "Your Excellency"),
        (
            Purpose.CLOSING,
            "Accept, Excellency, the renewed assurances of my highest consideration.",
            "Accept, Excellency, the renewed assurances of my highest consideration.",
            "Accept, Excellency, the renewed assurances of my highest consideration.",
        ),
        (
            Purpose.PLACE_CARD,
            "The Ambassador of France",
            "The Ambassador of France",
            "The Ambassador of France",
        ),
        (
            Purpose.HOST_LINE,
            "The Ambassador of France / Mr Olivier Marchand",
            "The Ambassador of France / Ms Elena Popescu",
            "The Ambassador of France / Olivier Marchand",
        ),
        (
            Purpose.INTRODUCTION,
            "His Excellency Mr Olivier Marchand, Ambassador of France",
            "Her Excellency Ms Elena Popescu, Ambassador of France",
            "H.E. Olivier Marchand, Ambassador of France",
        ),
        (Purpose.SPOKEN, "Mr Ambassador", "Madam Ambassador", "Ambassador"),
        (
            Purpose.FIRST_MENTION,
            "H.E. Mr Olivier Marchand, Ambassador of France",
            "H.E. Ms Elena Popescu, Ambassador of France",
            "H.E. Olivier Marchand, Ambassador of France",
        ),
        (Purpose.LATER_MENTION, "Ambassador Marchand", "Ambassador Popescu", "Ambassador Marchand"),
    ],
)
def test_foreign_ambassador_for_each_purpose(purpose: Purpose, man: str, woman: str, unknown: str) -> None:
    """R86: the forms of a foreign ambassador, with and without a known gender."""
    assert line(somebody("ambassador", gender=MAN), purpose, "en") == man
    assert line(somebody("ambassador", gender=WOMAN), purpose, "en") == woman
    assert line(somebody("ambassador", gender=UNKNOWN), purpose, "en") == unknown


@pytest.mark.cases
@pytest.mark.parametrize(
    ("office_class", "envelope", "opening", "spoken", "later"),
    [
        (
            "high-commissioner",
            "Her Excellency Ms Elena Popescu / High Commissioner for France",
            "Your Excellency",
            "High Commissioner",
            "High Commissioner Popescu",
        ),
        (
            "envoy",
            "Ms Elena Popescu / Envoy Extraordinary and Minister Plenipotentiary of France",
            "Madam",
            "Madam Minister",
            "Minister Popescu",
        ),
        (
            "charge-en-pied",
            "Ms Elena Popescu / Chargé d’Affaires e.p. of France",
            "Madam",
            "Ms Popescu",
            "Ms Popescu",
        ),
        (
            "charge-ai",
            "Ms Elena Popescu / Chargé d’Affaires a.i. of France",
            "Madam",
            "Ms Popescu",
            "Ms Popescu",
        ),
        (
            "consul-general",
            "Ms Elena Popescu / Consul General of France",
            "Dear Ms Popescu",
            "Ms Popescu",
            "Ms Popescu",
        ),
        (
            "honorary-consul",
            "Ms Elena Popescu / Honorary Consul of France",
            "Dear Ms Popescu",
            "Ms Popescu",
            "Ms Popescu",
        ),
        (
            "head-of-state",
            "Her Excellency Ms Elena Popescu / Head of State, France",
            "Your Excellency",
            "Your Excellency",
            "President Popescu",
        ),
        (
            "head-of-government",
            "Her Excellency Ms Elena Popescu / Head of Government, France",
            "Your Excellency",
            "Prime Minister",
            "Prime Minister Popescu",
        ),
        (
            "foreign-minister",
            "Her Excellency Ms Elena Popescu / Minister for Foreign Affairs of France",
            "Your Excellency",
            "Madam Minister",
            "Minister Popescu",
        ),
        ("mayor", "Ms Elena Popescu / Mayor", "Dear Mayor", "Madam Mayor", "Mayor Popescu"),
        ("judge", "Judge Elena Popescu", "Dear Judge Popescu", "Judge Popescu", "Judge Popescu"),
        (
            "professor",
            "Professor Elena Popescu",
            "Dear Professor Popescu",
            "Professor Popescu",
            "Professor Popescu",
        ),
        ("none", "Ms Elena Popescu", "Dear Ms Popescu", "Ms Popescu", "Ms Popescu"),
    ],
)
def test_other_offices(office_class: str, envelope: str, opening: str, spoken: str, later: str) -> None:
    """R86: a woman in other offices."""
    addressee = somebody(office_class, gender=WOMAN)

    assert line(addressee, Purpose.ENVELOPE, "en") == envelope
    assert line(addressee, Purpose.OPENING, "en") == opening
    assert line(addressee, Purpose.SPOKEN, "en") == spoken
    assert line(addressee, Purpose.LATER_MENTION, "en") == later


@pytest.mark.cases
@pytest.mark.parametrize(
    ("office_class", "envelope", "opening"),
    [
        ("nuncio", "His Excellency the Most Reverend Olivier Marchand / Apostolic Nuncio", "Your Excellency"),
        ("cardinal", "His Eminence Olivier Cardinal Marchand", "Your Eminence"),
        ("archbishop", "The Most Reverend Olivier Marchand / Archbishop", "Your Excellency"),
        ("bishop", "The Most Reverend Olivier Marchand / Bishop", "Your Excellency"),
    ],
)
def test_clergy(office_class: str, envelope: str, opening: str) -> None:
    """R86: clergy are written to as the Roman Catholic forms have it."""
    addressee = somebody(office_class)

    assert line(addressee, Purpose.ENVELOPE, "en") == envelope
    assert line(addressee, Purpose.OPENING, "en") == opening


@pytest.mark.cases
@pytest.mark.parametrize(
    ("basis", "envelope", "opening"),
    [
        (Basis.DESIGNATE, "Mr Olivier Marchand / Ambassador-designate of France", "Dear Ambassador"),
        (Basis.FORMER, "Mr Olivier Marchand / Former Ambassador of France", "Dear Ambassador Marchand"),
        (Basis.CHARGE_AI, "Mr Olivier Marchand / Chargé d’Affaires a.i. of France", "Sir"),
        (Basis.ACTING, "Mr Olivier Marchand / Chargé d’Affaires a.i. of France", "Sir"),
    ],
)
def test_basis_of_an_embassy(basis: Basis, envelope: str, opening: str) -> None:
    """R8, R12, R86: what stands beside an embassy held otherwise than in full."""
    addressee = somebody("ambassador", basis=basis)

    assert line(addressee, Purpose.ENVELOPE, "en") == envelope
    assert line(addressee, Purpose.OPENING, "en") == opening


def test_former_minister_is_addressed_by_name() -> None:
    """R86: only an ambassador is spoken to by the office afterwards."""
    addressee = somebody("minister", basis=Basis.FORMER, titles={"en": "Minister of Culture of France"})

    assert (
        line(addressee, Purpose.ENVELOPE, "en")
        == "Mr Olivier Marchand / Former Minister of Culture of France"
    )
    assert line(addressee, Purpose.OPENING, "en") == "Dear Mr Marchand"


@pytest.mark.cases
@pytest.mark.parametrize(
    ("practice", "of", "envelope", "opening", "spoken"),
    [
        (
            Practice.INTERNATIONAL,
            "FR",
            "Mr Olivier Marchand / Ambassador of France",
            "Dear Ambassador",
            "Mr Ambassador",
        ),
        (
            Practice.UK,
            "GB",
            "Mr Olivier Marchand / Ambassador of the United Kingdom",
            "Dear Ambassador",
            "Mr Ambassador",
        ),
        (
            Practice.US,
            "US",
            "The Honorable Olivier Marchand / Ambassador of the United States",
            "Dear Mr. Ambassador",
            "Mr. Ambassador",
        ),
        (Practice.CANADA, "CA", "Mr. Olivier Marchand / Ambassador of Canada", "Sir", "Ambassador"),
    ],
)
def test_own_ambassador_by_practice(
    practice: Practice, of: str, envelope: str, opening: str, spoken: str
) -> None:
    """R86: states differ in how they write to their own ambassadors."""
    addressee = somebody("ambassador", of=of)

    assert line(addressee, Purpose.ENVELOPE, "en", practice=practice, writer=of) == envelope
    assert line(addressee, Purpose.OPENING, "en", practice=practice, writer=of) == opening
    assert line(addressee, Purpose.SPOKEN, "en", practice=practice, writer=of) == spoken


@pytest.mark.cases
@pytest.mark.parametrize(
    ("office_class", "host"),
    [
        ("ambassador", "The Ambassador of France / Mr. Olivier Marchand"),
        ("charge-ai", "The Chargé d’Affaires a.i. of France / Mr. Olivier Marchand"),
        ("consul-general", "Consul General of France / Mr. Olivier Marchand"),
        ("consul", "Olivier Marchand"),
        ("mayor", "Olivier Marchand"),
        ("none", "Olivier Marchand"),
    ],
)
def test_us_card_names_most_hosts_without_title(office_class: str, host: str) -> None:
    """R80: titles only for chiefs of mission, chargés and consuls general; others by full name."""
    written = form(somebody(office_class), Purpose.HOST_LINE, "en", practice=Practice.US)

    assert written.on_one_line(" / ") == host
    is_untitled = " / " not in host
    assert (sentences.US_HOST in [reason.template for reason in written.reasons]) == is_untitled


def test_honorific_stands_in_place_of_mr() -> None:
    """R86: the rank follows Excellency, and no Mr comes between."""
    addressee = somebody("ambassador", honorifics={"en": "General"})

    assert (
        line(addressee, Purpose.ENVELOPE, "en")
        == "His Excellency General Olivier Marchand / Ambassador of France"
    )
    assert line(somebody(honorifics={"en": "Dr"}), Purpose.OPENING, "en") == "Dear Dr Marchand"


def test_recorded_title_is_printed_whole_and_alone() -> None:
    """R86: nothing is added to a title as the office recorded it."""
    title = "Ambassador Extraordinary and Plenipotentiary of the French Republic to Romania"
    addressee = somebody("ambassador", titles={"en": title})

    assert form(addressee, Purpose.ENVELOPE, "en").lines == ("His Excellency Mr Olivier Marchand", title)


def test_title_of_the_ambassador_is_not_given_to_the_charge() -> None:
    """R10, R86: the recorded title belongs to the head of mission."""
    addressee = somebody("ambassador", basis=Basis.CHARGE_AI, titles={"en": "Ambassador of France"})

    assert form(addressee, Purpose.ENVELOPE, "en").lines[1] == "Chargé d’Affaires a.i. of France"


def test_minister_without_recorded_title_is_a_kind_of_office() -> None:
    """R86: the portfolio is not guessed, and an open reason asks for it."""
    written = form(somebody("minister"), Purpose.CARD, "en")

    assert written.lines == ("H.E. Mr Olivier Marchand", "Minister, France")
    assert written.is_open


@pytest.mark.parametrize(
    ("name", "opening"),
    [
        (PrintedName("Pelé", order=NameOrder.WHOLE), "Dear Mr Pelé"),
        (PrintedName("NAGY Péter", "Péter", "NAGY", "hu"), "Dear Mr NAGY"),
        (PrintedName("Kim"), "Dear Mr Kim"),
    ],
)
def test_short_name_uses_only_recorded_parts(name: PrintedName, opening: str) -> None:
    """R86: a name that is not divided is used whole."""
    assert line(somebody(names=(name,)), Purpose.OPENING, "en") == opening


@pytest.mark.cases
@pytest.mark.parametrize(
    ("addressee", "opening"),
    [
        (somebody(gender=UNKNOWN), "Dear Olivier Marchand"),
        (somebody("charge-ai", gender=UNKNOWN), "Dear Olivier Marchand"),
        (somebody("consul-general", gender=UNKNOWN), "Dear Olivier Marchand"),
        (Addressee(), "Dear Sir or Madam"),
    ],
)
def test_unknown_gender_leaves_mr_and_ms_out(addressee: Addressee, opening: str) -> None:
    """R86: rather than the wrong courtesy title none is written."""
    assert line(addressee, Purpose.OPENING, "en") == opening


def test_status_says_how_well_a_wording_is_founded() -> None:
    """R86: verified, partly and general knowledge are told apart."""
    ambassador = somebody("ambassador")

    assert form(ambassador, Purpose.ENVELOPE, "en").status is Status.VERIFIED
    assert form(ambassador, Purpose.PLACE_CARD, "en").status is Status.PARTLY
    assert form(ambassador, Purpose.CLOSING, "en").status is Status.UNVERIFIED


def test_state_with_an_article_takes_it_after_the_title() -> None:
    """R86: "Ambassador of the Netherlands"."""
    assert state("NL").names["en"] == "Netherlands"
    assert (
        line(somebody("ambassador", of="NL"), Purpose.PLACE_CARD, "en") == "The Ambassador of the Netherlands"
    )


@pytest.mark.cases
@pytest.mark.parametrize(
    ("gender", "place_card", "later"),
    [
        (MAN, "Mr Marchand", "Mr Marchand"),
        (WOMAN, "Ms Popescu", "Ms Popescu"),
        (UNKNOWN, "Olivier Marchand", "Olivier Marchand"),
    ],
)
def test_person_without_office_is_named_in_short(gender: Gender, place_card: str, later: str) -> None:
    """R86: the family name alone only with a word of courtesy."""
    assert line(somebody(gender=gender), Purpose.PLACE_CARD, "en") == place_card
    assert line(somebody(gender=gender), Purpose.LATER_MENTION, "en") == later
