"""What holds for any two names."""

import string

from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.rules.names.matching import Answer, match

GIVEN = ["Qudsi", "Leyla", "Vasile", "Ștefan", "Гейдар", "Наталія", "محمد", "שרה", "Κυριάκος", "ნინო", "Արամ"]
FAMILY = [
    "Osmanov",
    "Əliyeva",
    "Simileanu",
    "Țoiu",
    "Гусейнов",
    "Ковальчук",
    "الحريري",
    "כהן",
    "Παπαδόπουλος",
    "ბერიძე",
]
TITLES = ["H.E. Mr", "S.E. M.", "Dr.", "Prof. univ. dr.", "Cənab", "Domnul", "Ambassador", "г-н", "السيد"]

given_names = st.sampled_from(GIVEN)
family_names = st.sampled_from(FAMILY)
names = st.builds("{} {}".format, given_names, family_names)
any_text = st.text(max_size=40)

# the first comparison reads the tables of names, which takes longer than a usual example may
unhurried = settings(max_examples=40)


@unhurried
@given(any_text, any_text)
def test_any_two_texts_get_one_verdict_in_both_directions(first: str, second: str) -> None:
    """No text breaks the comparison, and the order of the two does not matter."""
    assert match(first, second).answer is match(second, first).answer


@unhurried
@given(st.text(alphabet=string.ascii_letters + "əğıöüçşёйћ ", min_size=2, max_size=30))
def test_a_text_never_differs_from_itself(text: str) -> None:
    """The same print is the same name or, with initials and without letters, a question."""
    assert match(text, text).answer is not Answer.DIFFERENT


@unhurried
@given(names)
def test_a_whole_name_is_the_same_as_itself(name: str) -> None:
    """A name without initials is itself."""
    assert match(name, name).answer is Answer.SAME


@unhurried
@given(given_names, family_names, st.sampled_from(TITLES))
def test_titles_capitals_and_commas_change_nothing(given_name: str, family_name: str, title: str) -> None:
    """A title, capitals, or the family name first with a comma leave the name the same."""
    plain = f"{given_name} {family_name}"

    for printed in (
        f"{title} {plain}",
        f"{family_name.upper()} {given_name}",
        f"{family_name}, {given_name}",
    ):
        assert match(plain, printed).answer is Answer.SAME, printed


@unhurried
@given(given_names, given_names, family_names, family_names)
def test_another_given_and_family_name_is_never_the_same(
    given_name: str, other_given: str, family_name: str, other_family: str
) -> None:
    """Two names of the pools are the same only if both parts are."""
    verdict = match(f"{given_name} {family_name}", f"{other_given} {other_family}")

    assert (verdict.answer is Answer.SAME) == (given_name == other_given and family_name == other_family)


@unhurried
@given(given_names, family_names)
def test_an_initial_is_never_the_same(given_name: str, family_name: str) -> None:
    """An initial may stand for the given name, but does not prove it."""
    assert match(f"{given_name[0]}. {family_name}", f"{given_name} {family_name}").answer is Answer.ASK
