"""What one answer is, given those before it: clear, late, or for the office to decide."""

from collections.abc import Sequence

from chancery.rules.reasons import Reason, gettext_noop
from chancery.rules.replies.standing import SETTLED, in_order, standing_of
from chancery.rules.replies.values import (
    Conditions,
    Given,
    Judgement,
    Representatives,
    Speaker,
    Standing,
    WhyOpen,
)

LATE = gettext_noop("Came after the day set for replies.")
WITHDRAWN = gettext_noop("Refuses after having accepted: the guest withdraws.")
OUT_OF_DATE = gettext_noop("Answers an invitation that has changed since.")
OTHER_PERSON = gettext_noop("Was given by somebody else; the office says whether it counts.")
PERSONAL = gettext_noop("The invitation is personal: a representative needs the consent of the host.")
CONSENT = gettext_noop("A representative needs the consent of the host.")
CONTRADICTS = gettext_noop("Says something else than an earlier answer, and somebody else says it.")
CHANGE_OF_MIND = gettext_noop("Changes an earlier answer; the later one of the guest counts.")


def judge(new: Given, earlier: Sequence[Given], *, conditions: Conditions) -> Judgement:
    """
    Say what an answer is.

    Shape: `earlier` are the answers that count, in any order. Exactly one reason stands for what is open, and
    the first that applies: an old invitation, somebody else, the consent of the host, a contradiction.
    Ties: a later answer of the guest in person is a change of mind and simply counts; an assistant or
    somebody else who says otherwise than the last clear answer of another one leaves it to the office.
    Source: R83 in docs/rules/replies.md.
    """
    before = [answer for answer in in_order(earlier) if answer.at <= new.at]
    standing = standing_of([*before, new], unanswered=Standing.SILENT)
    is_late = conditions.answers_until is not None and new.at >= conditions.answers_until
    why_open, why = _why_open(new, in_order(earlier), conditions)
    sentences = [
        LATE if is_late else "",
        WITHDRAWN if standing is Standing.WITHDRAWN else "",
        why or (CHANGE_OF_MIND if _differs(new, before) else ""),
    ]
    reasons = tuple(
        Reason(each, rule="R83", is_open=bool(why_open) and each == why) for each in sentences if each
    )
    return Judgement(standing, is_late, why_open, reasons)


def _why_open(new: Given, earlier: Sequence[Given], conditions: Conditions) -> tuple[WhyOpen, str]:
    if new.revision < conditions.revision:
        return WhyOpen.OUT_OF_DATE, OUT_OF_DATE
    if new.speaker is Speaker.OTHER:
        return WhyOpen.OTHER_PERSON, OTHER_PERSON
    if new.standing is Standing.REPRESENTED and conditions.is_personal:
        return WhyOpen.CONSENT, PERSONAL
    if new.standing is Standing.REPRESENTED and conditions.representatives is Representatives.CONSENT:
        return WhyOpen.CONSENT, CONSENT
    if new.speaker is Speaker.ASSISTANT and _contradicts(new, earlier):
        return WhyOpen.CONTRADICTS, CONTRADICTS
    return WhyOpen.NOTHING, ""


def _contradicts(new: Given, earlier: Sequence[Given]) -> bool:
    """Whether the last clear answer was given by another one and says otherwise."""
    settled = [answer for answer in earlier if answer.standing in SETTLED]
    if not settled or new.standing not in SETTLED:
        return False
    last = settled[-1]
    return not _is_same_speaker(new, last) and _differs(new, [last])


def _is_same_speaker(one: Given, other: Given) -> bool:
    """Two who were not named are taken for the same."""
    is_other_name = bool(one.name and other.name) and one.name.casefold() != other.name.casefold()
    return one.speaker is other.speaker and not is_other_name


def _differs(new: Given, before: Sequence[Given]) -> bool:
    """Whether an answer changes the last one before it: to come, not to come, or by whom."""
    if not before:
        return False
    last = before[-1]
    return (_sense(new), new.representative) != (_sense(last), last.representative)


def _sense(answer: Given) -> Standing:
    """A withdrawal and a regret say the same: the guest does not come."""
    return Standing.REGRETTED if answer.standing is Standing.WITHDRAWN else answer.standing
