"""Who is called Excellency, and who is not (R86)."""

import pytest

from chancery.rules.address import sentences
from chancery.rules.address.standing import Style, class_of, standing
from chancery.rules.address.values import Basis, HeldOffice, Practice, Purpose, Setting
from tests.rules.address.samples import form, somebody

ABROAD = Setting("en", writer_state="AZ", place_state="RO")


@pytest.mark.cases
@pytest.mark.parametrize(
    ("office_class", "style"),
    [
        ("ambassador", Style.EXCELLENCY),
        ("high-commissioner", Style.EXCELLENCY),
        ("nuncio", Style.EXCELLENCY),
        ("head-of-state", Style.EXCELLENCY),
        ("head-of-government", Style.EXCELLENCY),
        ("speaker", Style.EXCELLENCY),
        ("foreign-minister", Style.EXCELLENCY),
        ("minister", Style.EXCELLENCY),
        ("envoy", Style.PLAIN),
        ("charge-en-pied", Style.PLAIN),
        ("charge-ai", Style.PLAIN),
        ("consul-general", Style.PLAIN),
        ("consul", Style.PLAIN),
        ("honorary-consul", Style.PLAIN),
        ("member-of-parliament", Style.PLAIN),
        ("mayor", Style.PLAIN),
        ("judge", Style.PLAIN),
        ("professor", Style.PLAIN),
        ("none", Style.PLAIN),
        ("cardinal", Style.EMINENCE),
        ("archbishop", Style.PRELATE),
        ("bishop", Style.PRELATE),
        ("something-else", Style.PLAIN),
    ],
)
def test_style_follows_the_class_of_office(office_class: str, style: Style) -> None:
    """R86: Excellency for foreign heads of mission and of state, never for chargés and consuls."""
    assert standing(somebody(office_class), ABROAD).style is style


@pytest.mark.cases
@pytest.mark.parametrize(
    ("writer", "place", "style"),
    [
        ("AZ", "RO", Style.EXCELLENCY),
        ("FR", "RO", Style.PLAIN),
        ("AZ", "FR", Style.PLAIN),
        ("FR", "FR", Style.PLAIN),
        ("", "RO", Style.EXCELLENCY),
        ("AZ", "", Style.EXCELLENCY),
        ("", "FR", Style.PLAIN),
    ],
)
@pytest.mark.parametrize("office_class", ["ambassador", "high-commissioner", "minister", "head-of-state"])
def test_no_excellency_at_home_or_from_own_nationals(
    office_class: str, writer: str, place: str, style: Style
) -> None:
    """R86: no Excellency inside the own state or from own nationals."""
    decided = standing(somebody(office_class, of="FR"), Setting("fr", writer_state=writer, place_state=place))

    assert decided.style is style
    assert decided.reasons[0].rule == "R86"


def test_own_state_of_an_ambassador_is_said_with_its_source() -> None:
    """R86: the reason names the rule and where it was read."""
    reasons = standing(somebody("ambassador"), Setting("fr", writer_state="FR", place_state="RO")).reasons

    assert [reason.template for reason in reasons] == [sentences.OWN_STATE]
    assert reasons[0].source.startswith("https://www.dico-lettres.com/")


@pytest.mark.parametrize(
    ("setting", "of", "sentence"),
    [
        (Setting("en"), "FR", sentences.WRITER_UNKNOWN),
        (Setting("en", writer_state="AZ"), "", sentences.STATE_MISSING),
    ],
)
def test_what_is_not_known_of_states_is_an_open_reason(setting: Setting, of: str, sentence: str) -> None:
    """R86: without the writer's or the holder's state the form is that for a foreigner, and says so."""
    decided = standing(somebody("ambassador", of=of), setting)

    assert decided.style is Style.EXCELLENCY
    assert [reason.template for reason in decided.reasons if reason.is_open] == [sentence]


@pytest.mark.cases
@pytest.mark.parametrize(
    ("office_class", "basis", "held"),
    [
        ("ambassador", Basis.FULL, "ambassador"),
        ("ambassador", Basis.CHARGE_AI, "charge-ai"),
        ("ambassador", Basis.CHARGE_EN_PIED, "charge-en-pied"),
        ("ambassador", Basis.ACTING, "charge-ai"),
        ("nuncio", Basis.ACTING, "charge-ai"),
        ("high-commissioner", Basis.ACTING, "high-commissioner"),
        ("minister", Basis.ACTING, "minister"),
        ("ambassador", Basis.DESIGNATE, "ambassador"),
        ("ambassador", Basis.FORMER, "ambassador"),
        ("consul", Basis.HONORARY, "honorary-consul"),
        ("consul", Basis.FULL, "consul"),
        ("", Basis.FULL, "none"),
    ],
)
def test_class_of_an_office_depends_on_its_basis(office_class: str, basis: Basis, held: str) -> None:
    """R10, R12: an embassy in the hands of a chargé has no ambassador to be addressed."""
    assert class_of(HeldOffice(office_class, basis)) == held


@pytest.mark.cases
@pytest.mark.parametrize(
    ("basis", "sentence", "is_open"),
    [
        (Basis.DESIGNATE, sentences.DESIGNATE, False),
        (Basis.FORMER, sentences.FORMER, True),
        (Basis.CHARGE_AI, sentences.CHARGE, False),
        (Basis.CHARGE_EN_PIED, sentences.CHARGE, False),
        (Basis.ACTING, sentences.CHARGE, False),
    ],
)
def test_lesser_basis_of_an_ambassador_has_no_excellency(basis: Basis, sentence: str, is_open: bool) -> None:
    """R8, R86: designates, former holders and chargés are not called Excellency."""
    decided = standing(somebody("ambassador", basis=basis), ABROAD)

    assert decided.style is Style.PLAIN
    assert [(reason.template, reason.is_open) for reason in decided.reasons] == [(sentence, is_open)]


@pytest.mark.parametrize(
    ("office_class", "of", "practice", "writer", "style"),
    [
        ("ambassador", "US", Practice.US, "US", Style.HONOURABLE),
        ("mayor", "US", Practice.US, "US", Style.HONOURABLE),
        ("ambassador", "US", Practice.INTERNATIONAL, "US", Style.PLAIN),
        ("ambassador", "US", Practice.US, "AZ", Style.EXCELLENCY),
        ("ambassador", "FR", Practice.US, "FR", Style.PLAIN),
        ("professor", "US", Practice.US, "US", Style.PLAIN),
    ],
)
def test_the_honorable_is_only_for_us_officials_from_their_own(
    office_class: str, of: str, practice: Practice, writer: str, style: Style
) -> None:
    """R86: The Honorable is a habit of the United States for their own officials."""
    assert standing(somebody(office_class, of=of), Setting("en", practice, writer, "RO")).style is style


@pytest.mark.parametrize("language", ["en", "fr", "ro", "az", "ar"])
@pytest.mark.parametrize("purpose", list(Purpose))
@pytest.mark.parametrize("basis", [Basis.CHARGE_AI, Basis.CHARGE_EN_PIED])
def test_no_form_of_a_charge_holds_a_word_of_excellency(
    language: str, purpose: Purpose, basis: Basis
) -> None:
    """R86: a chargé is not Excellency, in any language and for any purpose."""
    written = form(somebody("ambassador", basis=basis), purpose, language).on_one_line()

    words = ("Excellency", "Excellence", "Excelen", "H.E.", "S.E.", "Zati", "سعادة", "معالي", "فخامة")
    assert not [word for word in words if word in written]
