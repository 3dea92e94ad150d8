"""Chargés d'affaires ad interim: who names them, and when a first meeting is due (R12)."""

from datetime import date

from chancery.rules.precedence import sources
from chancery.rules.precedence.profile import Profile
from chancery.rules.reasons import Reason, gettext_noop
from chancery.rules.timing import WorkingDays, due_on

BY_HEAD = gettext_noop("The head of mission names the chargé d’affaires ad interim by note before leaving.")
BY_MINISTRY = gettext_noop(
    "The head of mission is away already: the sending ministry names the chargé d’affaires ad interim."
)
ON_ARRIVAL = gettext_noop("A first meeting is to be asked for within %(days)s working days of arrival.")
ON_APPOINTMENT = gettext_noop(
    "A first meeting is to be asked for within %(days)s working days of appointment, "
    "as the charge lasts more than %(months)s months."
)
NOT_ASKED = gettext_noop("No meeting is asked for a charge of at most %(months)s months.")
UNKNOWN_PRACTICE = gettext_noop("No practice of this host state on first meetings is recorded.")


def named_by(*, is_head_at_post: bool) -> Reason:
    """Say who names a chargé d'affaires ad interim, by whether the head of mission is still there."""
    return Reason(BY_HEAD if is_head_at_post else BY_MINISTRY, rule="R12", source=sources.CHARGES_NAMED)


def meeting_due(
    since: date,
    profile: Profile,
    *,
    months_in_charge: int | None = None,
    working_days: WorkingDays | None = None,
) -> tuple[date | None, Reason]:
    """
    Say until when a first meeting is to be asked for.

    Shape: the last day, or None where none is due or nothing is known, with the reason. `since` is the day
    of arrival; for a member of the staff who takes charge it is the day of appointment, and
    `months_in_charge` how long the charge is going to last. Units: whole months; working days of the host.
    """
    practice = profile.settings.charges
    if practice is None:
        return None, Reason(UNKNOWN_PRACTICE, rule="R12", is_open=True)
    values = {"days": str(practice.working_days), "months": str(practice.from_months)}
    source = profile.source(practice.source)
    if months_in_charge is not None and months_in_charge <= practice.from_months:
        return None, Reason(NOT_ASKED, values, rule="R12", source=source)
    sentence = ON_ARRIVAL if months_in_charge is None else ON_APPOINTMENT
    due = due_on(since, -practice.working_days, working_days or WorkingDays())
    return due, Reason(sentence, values, rule="R12", source=source)
