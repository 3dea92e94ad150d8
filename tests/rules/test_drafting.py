"""A draft is made anew: what follows the record, what stays, what is flagged."""

from collections.abc import Mapping

import pytest

from chancery.rules.communique import Composed, Part
from chancery.rules.drafting import Merged, Standing, Stored, merged


def given(text: str, *facts: str, part: Part = Part.PROGRAMME) -> Composed:
    """A sentence of the record."""
    return Composed(part, text, facts or (text.lower(),))


def kept(
    key: str, text: str, composed: str, *facts: str, part: Part = Part.PROGRAMME, is_moved: bool = False
) -> Stored:
    """A stored sentence whose facts had the digest 1."""
    return Stored(key, part, composed, text, dict.fromkeys(facts, "1"), is_moved)


def untouched(key: str, text: str, *facts: str, is_moved: bool = False) -> Stored:
    """A stored sentence nobody edited."""
    return kept(key, text, text, *(facts or (text.lower(),)), is_moved=is_moved)


def own(key: str, text: str) -> Stored:
    """A sentence of the editor's own."""
    return Stored(key, Part.PROGRAMME, "", text)


SAME: Mapping[str, str] = dict.fromkeys(("a", "b", "c", "d", "e"), "1")


def read(lines: list[Merged]) -> list[str]:
    """The texts of a draft in their order."""
    return [line.text for line in lines]


@pytest.mark.cases
@pytest.mark.parametrize(
    ("stored", "composed", "expected"),
    [
        pytest.param([], [given("A"), given("B")], ["A", "B"], id="a first draft is what the record gives"),
        pytest.param(
            [untouched("1", "A")], [given("A2", "a")], ["A2"], id="untouched words follow the record"
        ),
        pytest.param([untouched("1", "A")], [], [], id="untouched and gone from the record: it goes"),
        pytest.param(
            [kept("1", "Mine", "A", "a")], [given("A2", "a")], ["Mine"], id="edited words stay as they are"
        ),
        pytest.param(
            [kept("1", "Mine", "A", "a")], [], ["Mine"], id="edited words stay when the record has none"
        ),
        pytest.param([kept("1", "", "A", "a")], [], [], id="taken out and gone from the record: forgotten"),
        pytest.param(
            [kept("1", "", "A", "a")],
            [given("A2", "a")],
            [""],
            id="taken out stays out when the record changes",
        ),
        pytest.param(
            [untouched("1", "A"), own("2", "Own"), untouched("3", "B")],
            [given("A"), given("New"), given("B")],
            ["A", "Own", "New", "B"],
            id="the editor's own stays behind the sentence it stood behind",
        ),
        pytest.param(
            [own("1", "Own"), untouched("2", "A")],
            [given("A")],
            ["Own", "A"],
            id="own at the head stays there",
        ),
        pytest.param(
            [untouched("1", "A"), own("2", "Own")],
            [given("B"), given("C")],
            ["Own", "B", "C"],
            id="own whose neighbour is gone stays behind what came before that",
        ),
        pytest.param(
            [untouched("1", "A"), untouched("2", "B")],
            [given("B"), given("A")],
            ["B", "A"],
            id="what nobody moved follows the order of the record",
        ),
        pytest.param(
            [untouched("2", "B", is_moved=True), untouched("1", "A"), untouched("3", "C")],
            [given("A"), given("B"), given("C")],
            ["B", "A", "C"],
            id="what somebody moved keeps its place",
        ),
        pytest.param(
            [untouched("1", "A"), untouched("2", "A")],
            [given("A2", "a"), given("A3", "a")],
            ["A2", "A3"],
            id="two sentences on the same facts meet in their order",
        ),
        pytest.param(
            [kept("1", "Mine", "Old", "a", "b")],
            [given("New", "a", "b", "c")],
            ["Mine"],
            id="one fact more: still the same sentence",
        ),
        pytest.param(
            [kept("1", "Mine", "Old", "a", "b")],
            [given("New", "a", "c", "d", "e")],
            ["Mine", "New"],
            id="less than half in common: another sentence",
        ),
        pytest.param(
            [kept("1", "Mine", "Old", "a", part=Part.LEAD)],
            [given("New", "a")],
            ["Mine", "New"],
            id="the same fact in another part: another sentence",
        ),
    ],
)
def test_a_draft_made_anew(stored: list[Stored], composed: list[Composed], expected: list[str]) -> None:
    assert read(merged(stored, composed, SAME)) == expected


@pytest.mark.cases
@pytest.mark.parametrize(
    ("stored", "composed", "digests", "standing", "changed"),
    [
        pytest.param(
            untouched("1", "A"), [given("A")], SAME, Standing.FOLLOWS, (), id="as the record has it"
        ),
        pytest.param(
            kept("1", "Mine", "A", "a"),
            [given("A")],
            SAME,
            Standing.EDITED,
            (),
            id="edited, facts as they were",
        ),
        pytest.param(
            kept("1", "Mine", "A", "a", "b"),
            [given("A", "a", "b")],
            {"a": "1", "b": "2"},
            Standing.CHANGED,
            ("b",),
            id="edited, a fact has another digest",
        ),
        pytest.param(
            kept("1", "Mine", "A", "a", "b"),
            [given("A", "a", "b")],
            {"a": "1"},
            Standing.CHANGED,
            ("b",),
            id="edited, a fact is gone",
        ),
        pytest.param(
            kept("1", "Mine", "A", "a"),
            [],
            {},
            Standing.GONE,
            ("a",),
            id="edited, the record gives it no more",
        ),
        pytest.param(own("1", "Own"), [], SAME, Standing.OWN, (), id="no fact behind it"),
        pytest.param(
            kept("1", "Kept", "", "a"),
            [],
            {"a": "2"},
            Standing.CHANGED,
            ("a",),
            id="own words on a changed fact",
        ),
        pytest.param(
            kept("1", "", "A", "a"), [given("A")], {"a": "2"}, Standing.TAKEN_OUT, ("a",), id="taken out"
        ),
    ],
)
def test_how_a_sentence_stands(
    stored: Stored,
    composed: list[Composed],
    digests: Mapping[str, str],
    standing: Standing,
    changed: tuple[str, ...],
) -> None:
    lines = merged([stored], composed, digests)

    assert [(line.standing, line.changed) for line in lines] == [(standing, changed)]


def test_a_new_sentence_has_no_stored_one() -> None:
    """What the record adds stands there as new."""
    assert merged([], [given("A")], SAME) == [Merged(None, given("A"), Standing.NEW)]


def test_drafting_twice_changes_nothing() -> None:
    """A draft that was just made anew is the same when it is made anew again."""
    composed = [given("A"), given("B")]
    stored = [untouched("1", "A"), own("2", "Own"), kept("3", "Mine", "B", "b")]

    once = merged(stored, composed, SAME)

    assert [line.stored for line in once] == stored
