"""What always holds of a composed communiqué, whatever the facts (R100 to R106)."""

import re
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.rules.communique import LANGUAGES, Composition, EventFacts, Part, compose
from tests.rules.communique.sample import EVENT, texts, who

ROWS = (
    *("backings", "places", "occasions", "campaigns", "people", "categories", "items", "statements"),
    *("figures", "documents", "handovers", "broadcasts"),
)
LINES = {Part.HEADLINE, Part.DATELINE, Part.CONTACT}


def test_the_whole_sample_is_told_in_every_language() -> None:
    """Every row of the sample is stated, in the order of the parts (R100)."""
    for language in LANGUAGES:
        composed = compose(EVENT, language)

        keys = {key for sentence in composed.sentences for key in sentence.rests_on}
        expected = {row.key for rows in (EVENT.items, EVENT.statements, EVENT.figures) for row in rows}
        assert expected <= keys
        assert composed.missing == ()
        assert composed.sentences[0].part is Part.HEADLINE
        assert composed.sentences[-1].part is Part.CONTACT


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rows", ROWS)
def test_a_dropped_fact_takes_its_sentences_with_it(rows: str, language: str) -> None:
    """Without a row no sentence rests on it, and what rested on it is gone or another one."""
    whole = compose(EVENT, language)

    for row in getattr(EVENT, rows):
        key = row.key() if rows == "campaigns" else row.key
        less = replace(EVENT, **{rows: tuple(each for each in getattr(EVENT, rows) if each is not row)})
        composed = compose(less, language)
        rested = {each.text for each in whole.sentences if any(on_row(one, key) for one in each.rests_on)}
        kept = {each.text for each in composed.sentences}
        assert not any(on_row(one, key) for each in composed.sentences for one in each.rests_on)
        assert not rested & kept


@pytest.mark.parametrize("language", LANGUAGES)
@given(seed=st.integers(0, 1000))
def test_the_order_of_the_rows_handed_in_does_not_matter(language: str, seed: int) -> None:
    """Shuffled rows give the same text."""
    shuffled = {
        rows: tuple(Random(seed).sample(getattr(EVENT, rows), len(getattr(EVENT, rows)))) for rows in ROWS
    }

    assert compose(replace(EVENT, **shuffled), language) == compose(EVENT, language)


words = st.text(st.characters(categories=("L", "Nd", "Zs"), include_characters="’“«(,.!"), max_size=30)


@given(data=st.data())
def test_any_words_give_whole_sentences(data: Any) -> None:
    """Names, titles and texts of any form never break a sentence, and nothing raises."""
    language = data.draw(st.sampled_from(LANGUAGES))
    name, title, said = (data.draw(words).strip() for _ in range(3))
    people = (who("ana", name, title, role="speaker"), *EVENT.people[1:])
    statements = (replace(EVENT.statements[0], texts=texts(said)), *EVENT.statements[1:])
    facts = replace(EVENT, titles=texts(title), people=people, statements=statements)

    composed = compose(facts, language)

    for sentence in composed.sentences:
        assert sentence.rests_on
        assert "None" not in sentence.text or "None" in f"{name} {title} {said}"
        if sentence.part not in LINES:
            assert sentence.text.rstrip("”»\u202f").endswith((".", "!", "?", "…"))


@given(language=st.sampled_from(LANGUAGES), kept=st.sets(st.sampled_from(ROWS)))
def test_any_part_of_the_facts_reads_cleanly(language: str, kept: set[str]) -> None:
    """Whatever is known, there are no double spaces, empty brackets or marks without a word before them."""
    facts = replace(EVENT, **{rows: () for rows in ROWS if rows not in kept})

    assert_clean(compose(facts, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_known_gives_nothing_said(language: str) -> None:
    """An event of which nothing is known has no sentences."""
    assert compose(EventFacts("empty", "empty"), language) == Composition((), ())


@pytest.mark.cases
@pytest.mark.parametrize("language", LANGUAGES)
def test_r102_the_capacity_stands_at_the_first_mention_alone(language: str) -> None:
    """R102: full name and capacity once, later the office or the family name."""
    said = [each.text for each in compose(EVENT, language).sentences if each.part is not Part.CONTACT]

    told = [text for text in said if "historian" in text.lower()]
    assert len(told) == 1
    assert sum("Ion Model" in text for text in said) == 1
    assert sum("Model" in text for text in said) > 2


@pytest.mark.cases
def test_r103_who_was_only_mentioned_is_not_named_as_present() -> None:
    """R103: the mentioned minister is in no sentence, the absent one only with reason and source."""
    said = [each.text for each in compose(EVENT, "en").sentences]

    assert not any("Mentioned" in text for text in said)
    assert [text for text in said if "Absent" in text] == [
        "Ute Absent, mayor, was not present; reason according to “Sample Paper”: “a storm”."
    ]


def test_what_is_not_written_in_the_language_is_missing_and_a_quotation_keeps_its_own() -> None:
    """A text of another language is handed back, and quoted as it was said only where it is word for word."""
    said = replace(EVENT.statements[1], texts={"de": "Das Wasser erinnert sich."}, language="de")
    reported = replace(EVENT.statements[0], texts={"de": "nannte die Flut eine Lehre"})
    composed = compose(replace(EVENT, statements=(said, reported)), "en")

    assert {each.key for each in composed.missing} == {"statement:one", "statement:two"}
    quoted = [each.text for each in composed.sentences if "Wasser" in each.text]
    assert quoted == ["Model said (in German): “Das Wasser erinnert sich.”"]
    assert not any("Lehre" in each.text for each in composed.sentences)


def test_whole_sentences_of_a_report_are_given_as_recorded() -> None:
    """What was recorded as a sentence and not as a predicate stays as it is, in quotation marks."""
    said = replace(EVENT.statements[0], texts=texts("She called the flood a lesson."))
    composed = compose(replace(EVENT, statements=(said,)), "en")

    assert "As recorded of Ambassador Sample: “She called the flood a lesson.”" in {
        each.text for each in composed.sentences
    }


def on_row(key: str, row: str) -> bool:
    return key == row or key.startswith(f"{row}:")


def assert_clean(composed: Composition) -> None:
    for sentence in composed.sentences:
        assert sentence.rests_on
        assert "  " not in sentence.text
        assert not re.search(r"None|\(\)|“”|„”|«\s*»| ,| \.|\.\.|,,", sentence.text), sentence.text
        if sentence.part not in LINES:
            assert sentence.text.rstrip("”»\u202f").endswith((".", "!", "?", "…")), sentence.text
