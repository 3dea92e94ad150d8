"""R117: totals of recognitions come from single texts, by questions that stand beside them."""

from datetime import UTC, date, datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.rules.campaign import (
    Answer,
    Counted,
    Kind,
    Level,
    Moment,
    OfState,
    Question,
    Standing,
    Status,
    Step,
    Text,
    answer,
    by_state,
    standing,
    total,
    turns,
)
from chancery.rules.dates import PartialDate

LEARNT = datetime(2020, 1, 1, tzinfo=UTC)
NOW = Moment(date(2025, 2, 25), datetime(2025, 2, 25, tzinfo=UTC))


def step(
    status: Status, on: str | None, *, recorded: datetime = LEARNT, back: datetime | None = None
) -> Step:
    return Step(status, PartialDate.parse(on) if on else None, recorded, back)


def stands(status: Status | None, on: str | None = None, *, is_certain: bool = True) -> Standing:
    return Standing(status, is_certain, PartialDate.parse(on) if on else None)


def text(ref: str, *steps: Step, **given: object) -> Text:
    shape = {"body": ref, "state": "", "level": Level.CHAMBER, "kind": Kind.RESOLUTION, "word": "tragedy"}
    return Text(ref=ref, steps=steps, **{**shape, **given})  # type: ignore[arg-type]  # of a test's own words


def test_the_last_step_by_its_day_is_the_status() -> None:
    adopted = text("a", step(Status.ADOPTED, "2012-02-01"), step(Status.PROPOSED, "2011-12-01"))

    assert standing(adopted, NOW) == stands(Status.ADOPTED, "2012-02-01")
    early = Moment(date(2012, 1, 1), NOW.known_at)
    assert standing(adopted, early) == stands(Status.PROPOSED, "2011-12-01")


def test_a_total_of_an_earlier_day_is_counted_as_it_was_known() -> None:
    late = datetime(2024, 6, 1, tzinfo=UTC)
    texts = [
        text("a", step(Status.ADOPTED, "2012-02-01")),
        text("b", step(Status.ADOPTED, "2013-02-01", recorded=late)),
    ]
    then = Moment(date(2014, 1, 1), datetime(2014, 1, 1, tzinfo=UTC))

    assert total(Question(), texts, Moment(then.day, datetime(2023, 1, 1, tzinfo=UTC))).value == 1
    assert total(Question(), texts, Moment(then.day, NOW.known_at)).value == 2
    assert total(Question(), texts, then).value == 0


def test_a_step_taken_back_is_history_of_the_knowledge_alone() -> None:
    mistaken = text("a", step(Status.ADOPTED, "2012-02-01", back=datetime(2022, 1, 1, tzinfo=UTC)))

    assert standing(mistaken, Moment(NOW.day, datetime(2021, 1, 1, tzinfo=UTC))).status is Status.ADOPTED
    assert standing(mistaken, NOW) == stands(None)


@pytest.mark.parametrize(
    ("on", "day", "expected"),
    [
        ("2013", date(2013, 6, 1), stands(Status.ADOPTED, "2013", is_certain=False)),
        ("2013", date(2014, 1, 1), stands(Status.ADOPTED, "2013")),
        ("2013", date(2012, 12, 31), stands(None)),
        (None, date(2014, 1, 1), stands(Status.ADOPTED, is_certain=False)),
    ],
)
def test_a_day_known_roughly_leaves_a_doubt(on: str | None, day: date, expected: Standing) -> None:
    assert standing(text("a", step(Status.ADOPTED, on)), Moment(day, NOW.known_at)) == expected


def test_a_rough_step_that_may_come_after_leaves_a_doubt() -> None:
    doubtful = text("a", step(Status.ADOPTED, "2013-05-01"), step(Status.REPEALED, "2013"))

    assert standing(doubtful, NOW) == stands(Status.ADOPTED, "2013-05-01", is_certain=False)


def test_on_one_day_the_step_recorded_later_stands() -> None:
    submitted = step(Status.SUBMITTED, "2012-02-01")
    adopted = step(Status.ADOPTED, "2012-02-01", recorded=datetime(2020, 1, 2, tzinfo=UTC))

    assert standing(text("a", adopted, submitted), NOW) == stands(Status.ADOPTED, "2012-02-01")


def test_three_questions_give_three_totals_of_the_same_texts() -> None:
    adopted = step(Status.ADOPTED, "2012-02-01")
    texts = [
        text("committee", adopted, body="senate-committee", state="XA", level=Level.COMMITTEE),
        text("chamber", adopted, body="senate", state="XA"),
        text("second", adopted, body="senate", state="XA", word="Massacre"),
        text("city", adopted, body="town", state="XB", level=Level.CITY, kind=Kind.PROCLAMATION),
        text("proposed", step(Status.PROPOSED, "2012-02-01"), body="diet", state="XC"),
    ]

    def count(question: Question) -> int:
        return total(question, texts, NOW).value

    assert count(Question()) == 4
    assert count(Question(levels={Level.CHAMBER})) == 2
    assert count(Question(counted=Counted.BODIES)) == 3
    assert count(Question(counted=Counted.STATES)) == 2
    assert count(Question(kinds={Kind.PROCLAMATION})) == 1
    assert count(Question(words={"massacre"})) == 1
    assert count(Question(statuses={Status.PROPOSED}, states={"XC"})) == 1


def test_a_total_says_which_texts_it_rests_on() -> None:
    texts = [
        text("sure", step(Status.ADOPTED, "2012-02-01")),
        text("rough", step(Status.ADOPTED, None), state="XB"),
    ]

    found = total(Question(counted=Counted.STATES), texts, NOW)

    assert (found.value, found.at_most) == (0, 1)
    assert (found.texts, found.doubtful, found.without_state) == (("sure",), ("rough",), ("sure",))


def test_what_changed_between_two_moments_is_named() -> None:
    texts = [
        text("new", step(Status.ADOPTED, "2024-03-01")),
        text("gone", step(Status.ADOPTED, "2012-02-01"), step(Status.REPEALED, "2024-05-01")),
        text("same", step(Status.ADOPTED, "2012-02-01")),
    ]
    before = Moment(date(2024, 1, 1), NOW.known_at)

    found = turns(Question(), texts, before, NOW)

    assert [turn.ref for turn in found] == ["new", "gone"]
    assert found[1].after == stands(Status.REPEALED, "2024-05-01")


@pytest.mark.cases
@pytest.mark.parametrize(
    ("steps", "question", "expected"),
    [
        ([(Status.ADOPTED, "2012-02-01"), (Status.REPEALED, None)], Question(), (0, 1)),
        ([(Status.PROPOSED, "2010"), (Status.ADOPTED, "2025")], Question(statuses={Status.PROPOSED}), (0, 1)),
        ([(Status.PROPOSED, None), (Status.ADOPTED, "2012-02-01")], Question(), (1, 1)),
        ([(Status.PROPOSED, "2012-02"), (Status.ADOPTED, "2012")], Question(), (1, 1)),
        ([(Status.REJECTED, None), (Status.ADOPTED, "2012-02-01")], Question(), (0, 1)),
        ([(Status.ADOPTED, "2012"), (Status.SUBMITTED, "2013")], Question(), (0, 0)),
        ([(Status.PROPOSED, "2012-01"), (Status.ADOPTED, "2012-02")], Question(), (1, 1)),
        ([(Status.PROPOSED, "2012"), (Status.ADOPTED, "2012")], Question(), (1, 1)),
        ([(Status.ADOPTED, "2012-02-01"), (Status.REPEALED, "2025")], Question(statuses=()), (1, 1)),
        ([], Question(statuses=()), (1, 1)),
        ([], Question(), (0, 0)),
        ([(Status.ADOPTED, "2030")], Question(statuses=()), (0, 0)),
        ([(Status.ADOPTED, "2012")], Question(since=date(2012, 1, 1), until=date(2012, 12, 31)), (1, 1)),
        ([(Status.ADOPTED, "2012")], Question(since=date(2012, 6, 1)), (0, 1)),
        ([(Status.ADOPTED, "2012")], Question(since=date(2013, 1, 1)), (0, 0)),
        ([(Status.ADOPTED, None)], Question(until=date(2012, 6, 1)), (0, 1)),
        ([(Status.ADOPTED, "2012")], Question(bodies={"a"}, found="SENATE"), (1, 1)),
        ([(Status.ADOPTED, "2012")], Question(bodies={"b"}), (0, 0)),
        ([(Status.ADOPTED, "2012")], Question(found="diet"), (0, 0)),
    ],
)
def test_r117_a_question_is_sure_only_where_every_possible_last_step_agrees(
    steps: list[tuple[Status, str | None]], question: Question, expected: tuple[int, int]
) -> None:
    recorded = [step(status, on, recorded=LEARNT.replace(day=1 + n)) for n, (status, on) in enumerate(steps)]

    found = total(question, [text("a", *recorded, told="Resolution of the senate")], NOW)

    assert (found.value, found.at_most) == expected


# Three published counts of one invented campaign: the same six rows, and the question each of them asked.
PUBLISHED = [
    text("national", step(Status.ADOPTED, "2012-02-01"), state="XA", level=Level.PARLIAMENT),
    text("chamber", step(Status.ADOPTED, "2012-12-21"), body="senate", state="XB"),
    text("committee", step(Status.ADOPTED, "2012-12-14"), state="XB", level=Level.COMMITTEE),
    text("citation", step(Status.ADOPTED, "2013-02"), state="XC", level=Level.REGION, kind=Kind.CITATION),
    text("twin", step(Status.ADOPTED, "2014"), body="citation", state="XC", level=Level.REGION),
    text("town", step(Status.ADOPTED, "2013-03-01"), state="XC", level=Level.CITY, kind=Kind.PROCLAMATION),
]
NATIONAL = (Level.PARLIAMENT, Level.CHAMBER)


@pytest.mark.cases
@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (Question(Counted.STATES), 3),
        (Question(Counted.BODIES, levels=NATIONAL), 2),
        (Question(Counted.TEXTS, levels=[*NATIONAL, Level.COMMITTEE]), 3),
        (Question(Counted.BODIES, levels=[Level.REGION]), 1),
        (Question(Counted.TEXTS, levels=[Level.REGION]), 2),
        (Question(Counted.TEXTS, kinds=[Kind.RESOLUTION]), 4),
    ],
)
def test_r117_published_totals_differ_by_their_question(question: Question, expected: int) -> None:
    found = total(question, PUBLISHED, NOW)

    assert (found.value, found.at_most, found.doubtful) == (expected, expected, ())


def test_r117_texts_of_states_are_counted_by_state_with_the_doubtful_apart() -> None:
    texts = [
        *PUBLISHED,
        text("undated", step(Status.ADOPTED, None), state="XC"),
        text("elsewhere", step(Status.ADOPTED, "2012")),
        text("only-proposed", step(Status.PROPOSED, "2012"), state="XD"),
    ]

    assert by_state(Question(), texts, NOW) == {
        "": OfState(1, 0),
        "XA": OfState(1, 0),
        "XB": OfState(2, 0),
        "XC": OfState(3, 1),
    }


@pytest.mark.parametrize("known", ["2012", "2012-02", "2012-02-26", "2012-02-26T23:30"])
def test_the_last_day_is_that_of_the_last_minute(known: str) -> None:
    day = PartialDate.parse(known)

    assert day.last_day == day.latest.date()


def test_r117_a_total_names_the_texts_that_have_no_day() -> None:
    texts = [text("rough", step(Status.ADOPTED, "2025")), text("undated", step(Status.ADOPTED, None))]

    found = total(Question(), texts, NOW)

    assert (found.doubtful, found.without_day) == (("rough", "undated"), ("undated",))


STEPS = st.builds(
    step,
    st.sampled_from(Status),
    st.sampled_from([None, "2011", "2012-02", "2012-02-26", "2013-01-01"]),
    recorded=st.datetimes(datetime(2019, 1, 1), datetime(2026, 1, 1), timezones=st.just(UTC)),
)


@given(st.lists(STEPS, max_size=5), st.randoms())
def test_the_order_of_the_steps_changes_nothing(steps: list[Step], random: Random) -> None:
    moved = list(steps)
    random.shuffle(moved)

    assert standing(text("a", *steps), NOW) == standing(text("a", *moved), NOW)


@given(st.lists(STEPS, max_size=5))
def test_doubt_only_adds(steps: list[Step]) -> None:
    found = total(Question(), [text("a", *steps)], NOW)

    assert found.value <= found.at_most == len({*found.texts, *found.doubtful})


@given(st.lists(STEPS, max_size=5))
def test_a_certain_standing_gives_a_certain_answer(steps: list[Step]) -> None:
    told = text("a", *steps)
    found = standing(told, NOW)

    if found.is_certain and found.status is not None:
        asked = Question(statuses=[found.status])
        assert answer(asked, told, NOW) is Answer.YES


@given(st.lists(STEPS, max_size=5))
def test_what_every_question_leaves_out_is_left_out_by_the_question_for_all(steps: list[Step]) -> None:
    told = text("a", *steps)
    said = {answer(Question(statuses=[status]), told, NOW) for status in Status}

    if said == {Answer.NO}:
        of_all = answer(Question(statuses=()), told, NOW)
        assert of_all is (Answer.NO if steps and _is_any_known(steps) else Answer.YES)


WHOLE_DAYS = st.builds(
    step,
    st.sampled_from(Status),
    st.sampled_from(["2011-01-01", "2012-02-26", "2012-02-26", "2012-02-27", "2025-02-25", "2030-01-01"]),
    recorded=st.datetimes(datetime(2019, 1, 1), datetime(2026, 1, 1), timezones=st.just(UTC)),
)


@given(st.lists(WHOLE_DAYS, max_size=5) | st.lists(WHOLE_DAYS | STEPS, max_size=5))
def test_an_answer_asks_every_step_after_which_none_surely_stands(steps: list[Step]) -> None:
    known = [each for each in steps if each.is_known_at(NOW.known_at) and each.may_stand_on(NOW.day)]
    surely = [each for each in known if each.stands_on(NOW.day)]
    last = [each for each in known if not any(_stands_after(other, each) for other in surely)]

    for status in Status:
        said = {Answer.YES if each.status is status else Answer.NO for each in last}
        said |= set() if surely else {Answer.NO}
        expected = said.pop() if len(said) == 1 else Answer.DOUBTFUL
        assert answer(Question(statuses=[status]), text("a", *steps), NOW) is expected


def _stands_after(other: Step, each: Step) -> bool:
    return other is not each and other.may_stand_after(each) and not each.may_stand_after(other)


def _is_any_known(steps: list[Step]) -> bool:
    return any(each.is_known_at(NOW.known_at) for each in steps)
