"""Disputed words come from the organiser or from a speaker, else they are flagged (R104)."""

import pytest

from chancery.rules.communique.terms import BEGINNINGS, disputed_terms

CALLED = "called it a massacre"


@pytest.mark.cases
@pytest.mark.parametrize(
    ("text", "language", "own", "said", "expected"),
    [
        pytest.param("The tragedy was remembered.", "en", [], [], ("tragedy",), id="R104 nobody's word"),
        pytest.param("The tragedy was remembered.", "en", ["Mill tragedy"], [], (), id="R104 the glossary"),
        pytest.param("Tragedies are remembered.", "en", ["tragedy"], [], (), id="R104 in another form"),
        pytest.param("He spoke of a “massacre”.", "en", [], [], (), id="R104 in a quotation"),
        pytest.param("Elle a parlé d’un « massacre ».", "fr", [], [], (), id="R104 in a French quotation"),
        pytest.param("A vorbit despre „masacru”.", "ro", [], [], (), id="R104 in a Romanian quotation"),
        pytest.param("Ana called it a massacre.", "en", [], [CALLED], (), id="R104 the speaker's word"),
        pytest.param("A massacre, a “war”, a massacre.", "en", [], [], ("massacre",), id="R104 each once"),
        pytest.param("A genocide, a massacre.", "en", ["massacre"], [], ("genocide",), id="R104 one only"),
        pytest.param("Un génocide.", "fr", [], [], ("génocide",), id="R104 French"),
        pytest.param("Victimele genocidului.", "ro", [], [], ("genocidului",), id="R104 a Romanian ending"),
        pytest.param("Soyqırımın günü.", "az", [], [], ("Soyqırımın",), id="R104 an Azerbaijani ending"),
        pytest.param(
            "Crimes  against humanity.", "en", [], [], ("Crimes  against humanity",), id="R104 phrase"
        ),
        pytest.param("A strategic matter.", "en", [], [], (), id="R104 not inside another word"),
        pytest.param("Eine Tragödie.", "de", [], [], (), id="R104 a language without a list"),
        pytest.param("", "en", [], [], (), id="R104 an empty text"),
    ],
)
def test_disputed_words(
    text: str, language: str, own: list[str], said: list[str], expected: tuple[str, ...]
) -> None:
    assert disputed_terms(text, language, own=own, said=said) == expected


@pytest.mark.parametrize("language", sorted(BEGINNINGS))
def test_beginnings_are_lower_case_and_once(language: str) -> None:
    """A list that holds a word twice would hide a slip of the pen."""
    beginnings = BEGINNINGS[language]

    assert [one for one in beginnings if one != one.casefold()] == []
    assert len(set(beginnings)) == len(beginnings)
