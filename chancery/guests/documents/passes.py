"""The entry pass: what a guest shows at the door."""

from collections.abc import Sequence

from django.utils.translation import gettext, override

from chancery.base.pdf import Imprint
from chancery.base.qr import qr_svg
from chancery.events import wording as words
from chancery.guests import papers
from chancery.guests.models import Invitation
from chancery.guests.tokens import pass_for


def entry_pass(
    invitation: Invitation,
    *,
    name: str,
    companions: Sequence[str],
    language: str,
    imprint: Imprint,
    seats: Sequence[str] = (),
) -> bytes:
    """
    Print the pass of a party as PDF, in the language of the guest.

    `name` is whoever comes: the guest or the representative; `seats` say where the party sits. Errors:
    PaperFailed; WordingMissing where the event has no title in the language.
    """
    values = pass_values(invitation, name, companions, language, imprint, seats)
    return entry_passes([values], language=language, imprint=imprint)


def entry_passes(passes: Sequence[papers.EntryPass], *, language: str, imprint: Imprint) -> bytes:
    """Print passes, each on a page of its own and in the language of its guest. Errors: PaperFailed."""
    values: papers.EntryPasses = {"passes": list(passes)}
    return papers.ENTRY_PASSES.pdf(values, language=language, title=_title(language), imprint=imprint)


def entry_pass_picture(
    invitation: Invitation,
    *,
    name: str,
    companions: Sequence[str],
    language: str,
    imprint: Imprint,
    seats: Sequence[str] = (),
) -> bytes:
    """Picture the pass of a party as PNG, for the screen of a telephone; else as `entry_pass`."""
    values: papers.EntryPasses = {
        "passes": [pass_values(invitation, name, companions, language, imprint, seats)]
    }
    pages = papers.ENTRY_PASSES.pictures(values, language=language, title=_title(language), imprint=imprint)
    return pages[0]


def pass_values(
    invitation: Invitation,
    name: str,
    companions: Sequence[str],
    language: str,
    imprint: Imprint,
    seats: Sequence[str] = (),
) -> papers.EntryPass:
    """Return a pass as its paper takes it."""
    event = words.event_lines(invitation.guest.event, language)
    with override(language):
        return {
            "heading": gettext("Entry pass"),
            "language": language,
            "house": imprint.house,
            "title": event["title"],
            "lines": event["lines"],
            "name": name,
            "companions": list(companions),
            "seats": list(seats),
            "mark": gettext("Personal, not transferable") if invitation.is_personal else "",
            "code": qr_svg(pass_for(invitation, companions)),
            "label": gettext("Sample") if invitation.guest.is_sample else "",
        }


def _title(language: str) -> str:
    with override(language):
        return gettext("Entry pass")
