"""What answers are worth and where they leave an invitation (R82, R83)."""

from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest

from chancery.rules.replies import (
    Companions,
    Conditions,
    Given,
    Representatives,
    Speaker,
    Standing,
    WhyOpen,
    judge,
    most_companions,
    silence_is_refusal,
    standing_of,
)

BEGINNING = datetime(2025, 2, 1, 9, tzinfo=UTC)
YES, NO, AWAY = Standing.ACCEPTED, Standing.REGRETTED, Standing.WITHDRAWN
OTHER, PERHAPS = Standing.REPRESENTED, Standing.UNDECIDED
GUEST, ASSISTANT, SOMEBODY = Speaker.GUEST, Speaker.ASSISTANT, Speaker.OTHER


def given(standing: Standing, day: int = 0, speaker: Speaker = GUEST, **fields: object) -> Given:
    """An answer so many days after the beginning."""
    return Given(standing, BEGINNING + timedelta(days=day), speaker, **fields)  # type: ignore[arg-type]  # named fields


@pytest.mark.cases("R83")
@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([], Standing.SILENT),
        ([YES], YES),
        ([NO], NO),
        ([AWAY], NO),
        ([PERHAPS], PERHAPS),
        ([OTHER], OTHER),
        ([NO, YES], YES),
        ([YES, NO], AWAY),
        ([YES, AWAY], AWAY),
        ([YES, NO, NO], AWAY),
        ([NO, NO], NO),
        ([YES, PERHAPS, NO], AWAY),
        ([YES, OTHER, NO], AWAY),
        ([OTHER, NO], NO),
        ([PERHAPS, NO], NO),
        ([YES, NO, YES], YES),
        ([YES, NO, YES, NO], AWAY),
        ([Standing.WALK_IN], Standing.WALK_IN),
    ],
)
def test_the_last_answer_says_where_an_invitation_stands(answers: list[Standing], expected: Standing) -> None:
    """A change of mind is free, and only a refusal after an acceptance is a withdrawal."""
    said = [given(standing, day) for day, standing in enumerate(answers)]

    assert standing_of(said, unanswered=Standing.SILENT) == expected


@pytest.mark.cases("R83")
def test_the_order_of_entering_does_not_matter() -> None:
    """Answers count in the order in which they were given, however late they are entered."""
    said = [given(YES, 0), given(PERHAPS, 1), given(NO, 2)]

    found = {standing_of(some, unanswered=Standing.SILENT) for some in permutations(said)}

    assert found == {AWAY}


OPEN_CASES = [
    # The guest in person: a change of mind, never a contradiction.
    (given(NO, 1), [given(YES)], WhyOpen.NOTHING),
    (given(YES, 1), [given(NO, speaker=ASSISTANT)], WhyOpen.NOTHING),
    # An assistant against the principal.
    (given(NO, 1, ASSISTANT), [given(YES)], WhyOpen.CONTRADICTS),
    (given(YES, 1, ASSISTANT), [given(NO)], WhyOpen.CONTRADICTS),
    (given(YES, 1, ASSISTANT), [given(AWAY)], WhyOpen.CONTRADICTS),
    (given(OTHER, 1, ASSISTANT, representative="Mara"), [given(YES)], WhyOpen.CONTRADICTS),
    (given(YES, 1, ASSISTANT), [given(YES)], WhyOpen.NOTHING),
    (given(NO, 1, ASSISTANT), [given(AWAY)], WhyOpen.NOTHING),
    (given(NO, 1, ASSISTANT), [given(PERHAPS)], WhyOpen.NOTHING),
    (given(PERHAPS, 1, ASSISTANT), [given(YES)], WhyOpen.NOTHING),
    (given(NO, 1, ASSISTANT), [], WhyOpen.NOTHING),
    # What an undecided answer in between does not hide.
    (given(NO, 2, ASSISTANT), [given(YES), given(PERHAPS, 1)], WhyOpen.CONTRADICTS),
    # Two assistants; those who were not named are taken for one.
    (given(NO, 1, ASSISTANT, name="Ion"), [given(YES, 0, ASSISTANT, name="Ana")], WhyOpen.CONTRADICTS),
    (given(NO, 1, ASSISTANT, name="ana"), [given(YES, 0, ASSISTANT, name="Ana")], WhyOpen.NOTHING),
    (given(NO, 1, ASSISTANT), [given(YES, 0, ASSISTANT, name="Ana")], WhyOpen.NOTHING),
    # Another representative is another answer.
    (
        given(OTHER, 1, ASSISTANT, representative="Mara"),
        [given(OTHER, representative="Ion")],
        WhyOpen.CONTRADICTS,
    ),
    # Somebody else at the link, whatever they say.
    (given(YES, 1, SOMEBODY), [], WhyOpen.OTHER_PERSON),
    (given(YES, 1, SOMEBODY), [given(YES)], WhyOpen.OTHER_PERSON),
]


@pytest.mark.cases("R83")
@pytest.mark.parametrize(("new", "earlier", "expected"), OPEN_CASES)
def test_who_says_otherwise_leaves_it_to_the_office(
    new: Given, earlier: list[Given], expected: WhyOpen
) -> None:
    """Only the guest changes an answer alone."""
    judged = judge(new, earlier, conditions=Conditions())

    assert judged.why_open == expected
    assert [reason.is_open for reason in judged.reasons].count(True) == bool(expected)
    assert {reason.rule for reason in judged.reasons} <= {"R83"}


@pytest.mark.cases("R83")
@pytest.mark.parametrize(
    ("rule", "is_personal", "expected"),
    [
        (Representatives.ALLOWED, False, WhyOpen.NOTHING),
        (Representatives.ALLOWED, True, WhyOpen.CONSENT),
        (Representatives.CONSENT, False, WhyOpen.CONSENT),
        (Representatives.CONSENT, True, WhyOpen.CONSENT),
    ],
)
def test_a_representative_may_need_the_consent_of_the_host(
    rule: Representatives, is_personal: bool, expected: WhyOpen
) -> None:
    """A personal card is not transferable, and some hosts want to be asked in any case."""
    conditions = Conditions(representatives=rule, is_personal=is_personal)

    assert judge(given(OTHER), [], conditions=conditions).why_open == expected
    assert judge(given(YES), [], conditions=conditions).why_open == WhyOpen.NOTHING


@pytest.mark.cases("R83")
@pytest.mark.parametrize(("answered", "now", "is_open"), [(0, 0, False), (0, 1, True), (1, 1, False)])
def test_an_answer_to_an_earlier_day_waits(answered: int, now: int, is_open: bool) -> None:
    """A changed date asks for a reply again: an old answer does not count by itself."""
    judged = judge(given(YES, revision=answered), [], conditions=Conditions(revision=now))

    assert (judged.why_open == WhyOpen.OUT_OF_DATE) is is_open


@pytest.mark.cases("R83")
@pytest.mark.parametrize(
    ("until", "is_late"),
    [
        (None, False),
        (BEGINNING + timedelta(seconds=1), False),
        (BEGINNING, True),
        (BEGINNING - timedelta(days=1), True),
    ],
)
def test_an_answer_after_the_day_for_replies_is_late_and_still_counts(
    until: datetime | None, is_late: bool
) -> None:
    """Late is a discourtesy and no refusal."""
    judged = judge(given(YES), [], conditions=Conditions(answers_until=until))

    assert (judged.is_late, judged.standing, judged.why_open) == (is_late, YES, WhyOpen.NOTHING)


@pytest.mark.cases("R82")
@pytest.mark.parametrize(
    ("standing", "hours", "hours_before", "expected"),
    [
        (Standing.SILENT, 48, 49, False),
        (Standing.SILENT, 48, 48, True),
        (Standing.SILENT, 48, 1, True),
        (Standing.SILENT, None, 1, False),
        (Standing.NOT_INVITED, 48, 1, False),
        (Standing.UNDECIDED, 48, 1, False),
        (Standing.ACCEPTED, 48, 1, False),
    ],
)
def test_silence_counts_as_a_refusal_from_its_hour_on(
    standing: Standing, hours: int | None, hours_before: int, expected: bool
) -> None:
    """Only where the terms say so, and only of whoever was invited and said nothing."""
    now = BEGINNING - timedelta(hours=hours_before)

    assert silence_is_refusal(standing, begins_at=BEGINNING, silence_hours=hours, now=now) is expected
    assert not silence_is_refusal(standing, begins_at=None, silence_hours=hours, now=now)


@pytest.mark.cases("R83")
@pytest.mark.parametrize(
    ("rule", "number", "invited", "expected"),
    [
        (Companions.NONE, 5, 0, 0),
        (Companions.NONE, 5, 1, 1),
        (Companions.NAMED, 5, 2, 2),
        (Companions.PARTNER, 5, 0, 1),
        (Companions.PARTNER, 5, 3, 3),
        (Companions.NUMBER, 5, 0, 5),
        (Companions.NUMBER, 0, 1, 1),
    ],
)
def test_the_rule_bounds_companions_and_never_those_who_were_invited(
    rule: Companions, number: int, invited: int, expected: int
) -> None:
    """Whoever stands in the invitation may come."""
    assert most_companions(rule, number=number, invited=invited) == expected
