"""How calendars count the states of an invitation."""

from chancery.guests.models import Invitation


def sequence_of(invitation: Invitation, revision: int | None = None) -> int:
    """
    Return the number of an invitation's present state, or of a revision, as calendars count.

    Two for each revision, so that a cancellation has the odd one after it and a new invitation the next.
    """
    return 2 * (invitation.revision if revision is None else revision)


def revision_in(sequence: int) -> int:
    """Return the revision of the invitation that a calendar answers."""
    return sequence // 2
