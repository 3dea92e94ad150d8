"""Captions: who does what, where and when, names from left to right, capacity once, credit last (R105)."""

import pytest

from chancery.rules.captions import LANGUAGES, Lacking, Shot, Shown, caption_of

ANA = Shown("Ana Sample", "Ambassador of Sampleland")
ION = Shown("Ion Model", "historian")
EVA = Shown("Eva Test")
WHERE = {"place": "National Theatre, Bucharest", "day": "25 February 2025"}


@pytest.mark.cases
@pytest.mark.parametrize(
    ("shot", "text"),
    [
        pytest.param(
            Shot(deed="Ana Sample opens the exhibition", people=(ANA,), credit="Ion Lens", **WHERE),
            "Ana Sample, Ambassador of Sampleland, opens the exhibition, National Theatre, Bucharest, "
            "25 February 2025. Photo: Ion Lens.",
            id="R105 who does what, place, date, credit last; capacity at first mention",
        ),
        pytest.param(
            Shot(deed="Guests view the exhibition", people=(ANA, ION), **WHERE),
            "Guests view the exhibition, National Theatre, Bucharest, 25 February 2025. "
            "Pictured (from left): Ana Sample, Ambassador of Sampleland; Ion Model, historian.",
            id="R105 names from left to right",
        ),
        pytest.param(
            Shot(deed="Ana Sample greets guests", people=(ION, ANA), **WHERE),
            "Ana Sample, Ambassador of Sampleland, greets guests, National Theatre, Bucharest, "
            "25 February 2025. Pictured (from left): Ion Model, historian; Ana Sample.",
            id="R105 later mention by name alone",
        ),
        pytest.param(
            Shot(
                item="Opening", event="Evening of Remembrance", people=(EVA, Shown("a guest", "", 1, False))
            ),
            "Opening. Pictured (from left): front row, Eva Test; second row, a guest. "
            "Taken at the event “Evening of Remembrance”.",
            id="R105 rows told apart, unknown by words, context after",
        ),
        pytest.param(
            Shot(event="Evening of Remembrance", **WHERE),
            "Evening of Remembrance, National Theatre, Bucharest, 25 February 2025.",
            id="R105 the event where nothing else is known",
        ),
        pytest.param(Shot(), "", id="R105 nothing known, nothing said"),
        pytest.param(
            Shot(deed="the choir of Ana Samples sings.", people=(ANA,)),
            "The choir of Ana Samples sings. Pictured: Ana Sample, Ambassador of Sampleland.",
            id="R105 a longer name is not the person",
        ),
        pytest.param(
            Shot(deed="A toast by Ana Sample", people=(ANA,), day="25 February 2025"),
            "A toast by Ana Sample, Ambassador of Sampleland, 25 February 2025.",
            id="R105 a name at the end",
        ),
    ],
)
def test_a_caption_in_english(shot: Shot, text: str) -> None:
    """Each caption is the whole text."""
    assert caption_of(shot, "en").text == text


@pytest.mark.cases
@pytest.mark.parametrize(
    ("language", "names", "context", "credit"),
    [
        (
            "fr",
            "Sur la photo (de gauche à droite) : Ana Sample, envoy ; Ion Model, historian.",
            "Photo prise lors de l’événement « Soirée ».",
            "Photo : Ion Lens.",
        ),
        (
            "ro",
            "În imagine (de la stânga la dreapta): Ana Sample, envoy; Ion Model, historian.",
            "Fotografie realizată la evenimentul „Soirée”.",
            "Foto: Ion Lens.",
        ),
        (
            "az",
            "Şəkildə (soldan sağa): Ana Sample, envoy; Ion Model, historian.",
            "Şəkil “Soirée” tədbirində çəkilib.",
            "Foto: Ion Lens.",
        ),
    ],
)
def test_a_caption_in_another_language(language: str, names: str, context: str, credit: str) -> None:
    """R105 in French, Romanian and Azerbaijani."""
    shot = Shot(event="Soirée", people=(Shown("Ana Sample", "envoy"), ION), credit="Ion Lens.")

    assert caption_of(shot, language).text == f"{names} {context} {credit}"


def test_a_name_with_an_ending_keeps_its_capacity_for_the_list() -> None:
    """R105: Azerbaijani puts no capacity into the sentence of somebody else."""
    shot = Shot(deed="Ana Sample sərgini açır", people=(ANA,))

    assert caption_of(shot, "az").text == (
        "Ana Sample sərgini açır. Şəkildə: Ana Sample, Ambassador of Sampleland."
    )


@pytest.mark.cases
@pytest.mark.parametrize(
    ("shot", "missing"),
    [
        (Shot(deed="x", people=(ANA,), credit="y", **WHERE), ()),
        (Shot(deed="x", people=(EVA,), credit="y", **WHERE), (Lacking.CAPACITY,)),
        (Shot(deed="x", people=(Shown("a guest", is_named=False),), credit="y", **WHERE), ()),
        (
            Shot(),
            (Lacking.DEED, Lacking.PEOPLE, Lacking.PLACE, Lacking.DAY, Lacking.CREDIT),
        ),
    ],
)
def test_what_is_not_known_is_named(shot: Shot, missing: tuple[Lacking, ...]) -> None:
    """R105: nothing is filled in, and what lacks is told."""
    assert caption_of(shot, "en").missing == missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_counts_rows_above_the_named_ones(language: str) -> None:
    """Five rows are five different words."""
    people = tuple(Shown(f"Person {row}", row=row, is_named=False) for row in range(5))

    text = caption_of(Shot(people=people), language).text

    assert [text.index(person.name) for person in people] == sorted(text.index(p.name) for p in people)
    assert "4" in text
    assert "5" in text
