"""What holds for every form, whatever is known (R80, R86)."""

from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.rules.address import sentences
from chancery.rules.address.compose import LANGUAGES, form_for_couple, form_of_address
from chancery.rules.address.english import OFFICES
from chancery.rules.address.values import (
    Addressee,
    Basis,
    Form,
    Gender,
    HeldOffice,
    NameOrder,
    Practice,
    PrintedName,
    Purpose,
    Setting,
    State,
    Status,
)
from tests.rules.address.samples import state

TEXTS = st.text(alphabet="abcİıəȘé آب Ж-'\n\t .", max_size=12)
CODES = st.sampled_from(["FR", "AZ", "RO", "PE", "US", ""])
TAGS = st.sampled_from([*LANGUAGES, "fr-CA", "en-US", "de", "zh"])
STATES = st.one_of(
    st.none(),
    st.sampled_from(["FR", "NL", "PE", "AZ", "US"]).map(state),
    st.builds(State, CODES, st.dictionaries(st.sampled_from(LANGUAGES), TEXTS, max_size=3)),
)
NAMES = st.builds(
    PrintedName, TEXTS, TEXTS, TEXTS, st.sampled_from(["", *LANGUAGES]), st.sampled_from(NameOrder)
)
OFFICES_HELD = st.builds(
    HeldOffice,
    st.sampled_from([*OFFICES, "none", "", "keeper of the seal"]),
    st.sampled_from(Basis),
    st.dictionaries(st.sampled_from(LANGUAGES), TEXTS, max_size=2),
    STATES,
)
ADDRESSEES = st.builds(
    Addressee,
    st.lists(NAMES, max_size=3).map(tuple),
    st.sampled_from(Gender),
    st.dictionaries(st.sampled_from(LANGUAGES), TEXTS, max_size=2),
    st.one_of(st.none(), OFFICES_HELD),
    st.dictionaries(st.tuples(st.sampled_from(LANGUAGES), st.sampled_from(Purpose)), TEXTS, max_size=1),
)
SETTINGS = st.builds(Setting, TAGS, st.sampled_from(Practice), CODES, CODES)
PURPOSES = st.sampled_from(Purpose)

CLERGY = {"nuncio", "cardinal", "archbishop", "bishop"}
GREETINGS_OF_BOTH = (
    "Sir or Madam",
    "Madame, Monsieur",
    "Stimată Doamnă, Stimate Domnule",
    "xanım, hörmətli cənab",
)
GENDERED = {
    *("Mr", "Mr.", "Ms", "Ms.", "Mrs", "Sir", "Madam", "His", "Her"),
    *("Monsieur", "Madame", "M.", "Mme"),
    *(
        "Domnul",
        "Domnului",
        "Domnule",
        "domnul",
        "Doamna",
        "Doamnei",
        "Doamnă",
        "doamna",
        "Stimate",
        "Stimată",
    ),
    *("cənab", "Cənab", "xanım", "Xanım"),
    *("السيد", "السيدة", "المحترم", "المحترمة"),
}


def assert_printable(form: Form) -> None:
    for line in form.lines:
        assert line == " ".join(line.split())
        assert line
        assert "None" not in line
        assert "{" not in line
        assert not line.endswith((",", "،"))
    assert form.reasons
    assert all(reason.words() for reason in form.reasons)


@settings(max_examples=60)
@given(ADDRESSEES, PURPOSES, SETTINGS)
def test_form_is_printable_and_the_same_twice(
    addressee: Addressee, purpose: Purpose, setting: Setting
) -> None:
    """R86: never an empty line, a doubled space or a hole, and always with a reason; deterministic."""
    form = form_of_address(addressee, purpose, setting)

    assert_printable(form)
    assert form_of_address(addressee, purpose, setting) == form


@settings(max_examples=60)
@given(ADDRESSEES, ADDRESSEES, PURPOSES, SETTINGS)
def test_form_for_two_is_printable_and_the_same_twice(
    first: Addressee, second: Addressee, purpose: Purpose, setting: Setting
) -> None:
    """R31, R86: the same for two who are addressed together."""
    form = form_for_couple(first, second, purpose, setting)

    assert_printable(form)
    assert form_for_couple(first, second, purpose, setting) == form


@settings(max_examples=60)
@given(ADDRESSEES, PURPOSES, SETTINGS)
def test_unknown_gender_writes_no_word_of_gender(
    addressee: Addressee, purpose: Purpose, setting: Setting
) -> None:
    """R86: gender only where known; greetings of both and the words of clergy are no guess."""
    office = addressee.office
    is_clergy = office is not None and office.office_class in CLERGY
    unmarked = Addressee(addressee.names, Gender.UNKNOWN, office=None if is_clergy else office)

    written = " ".join(form_of_address(unmarked, purpose, setting).lines)

    for greeting in GREETINGS_OF_BOTH:
        written = written.replace(greeting, "")
    assert not GENDERED & set(written.replace(",", " ").split())


@settings(max_examples=60)
@given(ADDRESSEES, PURPOSES, SETTINGS, st.sampled_from(["AZ", "FR"]))
def test_no_excellency_stands_at_home(
    addressee: Addressee, purpose: Purpose, setting: Setting, home: str
) -> None:
    """R86: whoever is at home or among own nationals is not Excellency, in any language."""
    at_home = Addressee(addressee.names, addressee.gender, office=HeldOffice("ambassador", state=state(home)))
    among_own = Setting(setting.language, setting.practice, home, setting.place_state)

    words = " ".join(form_of_address(at_home, purpose, among_own).lines)

    excellencies = ("Excellency", "Excellence", "Excelen", "H.E.", "S.E.", "Zati", "سعادة")
    assert not [word for word in excellencies if word in words]


@settings(max_examples=60)
@given(ADDRESSEES, PURPOSES, SETTINGS.filter(lambda setting: setting.language[:2] in LANGUAGES))
def test_status_and_reasons_never_disagree(addressee: Addressee, purpose: Purpose, setting: Setting) -> None:
    """R86: what is general knowledge says so, and only a wording that was read names its source."""
    by_rule = Addressee(addressee.names, addressee.gender, addressee.honorifics, addressee.office)

    form = form_of_address(by_rule, purpose, setting)

    templates = {reason.template for reason in form.reasons}
    assert (sentences.UNVERIFIED in templates) == (form.status is Status.UNVERIFIED)
    assert (sentences.VERIFIED in templates) == (form.status is Status.VERIFIED)
    for reason in form.reasons:
        if reason.template in (sentences.VERIFIED, sentences.PARTLY):
            assert reason.source.startswith("http")
