"""Before anything leaves: what, to how many, by which channel, in which languages, and who is not reached."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from chancery.base.languages import direction
from chancery.events.models import Event
from chancery.events.ordering import EventOrder
from chancery.guests.actions import links
from chancery.guests.documents.messages import CannotWrite, Written
from chancery.guests.documents.previews import Example, examples_of
from chancery.guests.documents.sent import HIDDEN
from chancery.guests.documents.wave_writing import WaveWriter
from chancery.guests.models import Approval, Channel, Form, Invitation, Kind, Wave
from chancery.guests.queries.answering import terms_of
from chancery.guests.queries.audience import OPEN, LeftOut, audience_of
from chancery.guests.queries.reaching import Reach, reach_of
from chancery.guests.queries.wave_digests import approval_that_counts, digest_of
from chancery.guests.tokens import token_for


@dataclass(frozen=True, slots=True)
class Unwritten:
    """What cannot be written for some guests: a form in a language in which nobody wrote it."""

    form: Form
    language: str
    why: str
    count: int


@dataclass(frozen=True, slots=True)
class Departure:
    """
    A wave as it would leave now.

    `going` are in order of precedence; `stops` are sentences why it cannot leave, `warnings` what to look at.
    """

    wave: Wave
    going: Sequence[Reach]
    unreached: Sequence[Reach]
    unwritten: Sequence[Unwritten]
    left_out: Sequence[LeftOut]
    stops: Sequence[str]
    warnings: Sequence[str]
    digest: str
    approval: Approval | None

    @property
    def can_leave(self) -> bool:
        return not self.stops

    @property
    def by_channel(self) -> list[tuple[Channel, int]]:
        """How many go by which channel, in the order of the channels."""
        counted = Counter(reach.channel for reach in self.going)
        return [(channel, counted[channel]) for channel in Channel if counted[channel]]

    @property
    def by_language(self) -> list[tuple[str, int]]:
        """How many are written in which language, the most frequent first."""
        return Counter(reach.language for reach in self.going).most_common()

    @property
    def chosen(self) -> list[Invitation]:
        """Those to whom the wave goes when the button is pressed."""
        return [reach.invitation for reach in self.going]


def departure_of(wave: Wave, order: EventOrder, *, today: date) -> Departure:
    """Look at everything that would leave with a wave, by a fixed number of queries."""
    audience = audience_of(wave, order)
    reaches = reach_of(wave.event, audience.chosen)
    reached = [reach for reach in reaches if not reach.why_not]
    writer = WaveWriter(wave, now=timezone.now())
    unwritten = list(_unwritten(writer, reached))
    missing = {(each.form, each.language) for each in unwritten}
    going = [reach for reach in reached if (writer.form_of(reach), reach.language) not in missing]
    digest = digest_of(wave)
    approval = approval_that_counts(wave, digest)
    return Departure(
        wave=wave,
        going=going,
        unreached=[reach for reach in reaches if reach.why_not],
        unwritten=unwritten,
        left_out=audience.left_out,
        stops=list(_stops(wave, going, approval, today)),
        warnings=list(_warnings(wave, today)),
        digest=digest,
        approval=approval,
    )


def _unwritten(writer: WaveWriter, reaches: Sequence[Reach]) -> Iterator[Unwritten]:
    """Try each form in each language: where words are missing, nobody of it can be written to."""
    alike: defaultdict[tuple[Form, str], list[Reach]] = defaultdict(list)
    for reach in reaches:
        alike[writer.form_of(reach), reach.language].append(reach)
    for (form, language), guests in alike.items():
        # What fails for one may lie in that guest; what fails for several lies in the words.
        failures = [why for one in guests[:TRIED] if (why := _failure(writer, one))]
        if len(failures) == len(guests[:TRIED]):
            yield Unwritten(form, language, failures[0], len(guests))


TRIED = 3


def _failure(writer: WaveWriter, reach: Reach) -> str:
    try:
        writer.text(reach)
    except CannotWrite as refusal:
        return str(refusal)
    return ""


def _stops(wave: Wave, going: Sequence[Reach], approval: Approval | None, today: date) -> Iterator[str]:
    event = wave.event
    if wave.state not in OPEN:
        yield _("This wave has left already or is leaving; it is sent once.")
    elif not going:
        yield _("Nobody in this wave can be sent anything as things stand.")
    if event.status == Event.Status.CANCELLED and wave.kind != Kind.CANCELLATION:
        yield _("The event is cancelled; only that can be told.")
    if event.status != Event.Status.CANCELLED and wave.kind == Kind.CANCELLATION:
        yield _("The event is not cancelled; say so in its plan before you tell the guests.")
    if event.held_on is None and wave.kind != Kind.CANCELLATION:
        yield _("The event has no day yet; give it one, then send.")
    if wave.kind == Kind.THANKS and event.held_on and event.held_on > today:
        yield _("The event has not taken place yet; thanks are sent after it.")
    if terms_of(event).needs_approval and approval is None:
        yield _("The head of mission has not approved this list and text yet.")


def _warnings(wave: Wave, today: date) -> Iterator[str]:
    event = wave.event
    if event.is_sample_plan:
        yield _("The plan of this event is a sample.")
    if wave.kind == Kind.THANKS:
        return
    terms = terms_of(event)
    reply_by = wave.reply_by or terms.reply_by
    if event.held_on and event.held_on < today:
        yield _("The day of the event is past.")
    if reply_by and reply_by < today:
        yield _("The day to reply by is past.")
    if reply_by and event.held_on and reply_by > event.held_on:
        yield _("The day to reply by is after the event.")
    if reply_by is None and wave.kind == Kind.INVITATION:
        yield _("No day to reply by is given; write one in the terms or with this wave.")
    if terms.pk is None:
        yield _("The terms were never saved; look at what stands on the card first.")


@dataclass(frozen=True, slots=True)
class Preview:
    """One real message as it would leave, and why this one is shown."""

    reach: Reach
    form: Form
    written: Written
    why_shown: str

    @property
    def direction(self) -> str:
        """`rtl` or `ltr`."""
        return direction(self.written.language)


def previews_of(departure: Departure) -> list[Preview]:
    """Write real messages to those who are hardest to write to; three of them, or fewer where there are."""
    writer = WaveWriter(departure.wave, now=timezone.now())
    shown = []
    for example in _examples(departure, writer):
        with suppress(CannotWrite):
            text = writer.text(example.reach, link=example_link(), number="…")
            shown.append(Preview(example.reach, writer.form_of(example.reach), text, str(example.why)))
    return shown


MOST_PREVIEWS = 3


def _examples(departure: Departure, writer: WaveWriter) -> list[Example]:
    """The first of the hard ones; where none of them goes on paper, the first that does is among them."""
    found = examples_of(departure.wave.event, departure.going)[:MOST_PREVIEWS]
    if any(writer.form_of(one.reach) in ON_PAPER for one in found):
        return found
    on_paper = next((one for one in departure.going if writer.form_of(one) in ON_PAPER), None)
    return [*found[: MOST_PREVIEWS - 1], Example(_("On paper"), on_paper)] if on_paper else found


ON_PAPER = (Form.CARD, Form.LETTER, Form.NOTE)
"""What can be pictured as it is printed."""


def example_link() -> str:
    """Stand for the link of a guest where a message is only looked at: an address that opens nothing."""
    return links.address_of(token_for("example")).replace(token_for("example"), HIDDEN)


def preview_of(wave: Wave, invitation: Invitation) -> Preview:
    """Write the message to one guest as it would leave. Errors: CannotWrite."""
    writer = WaveWriter(wave, now=timezone.now())
    reach = reach_of(wave.event, [invitation])[0]
    return Preview(reach, writer.form_of(reach), writer.text(reach, link=example_link(), number="…"), "")
