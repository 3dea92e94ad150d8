"""Before anything leaves: what, to how many, by which channel, in which languages, and who is not reached."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from chancery.base.languages import direction
from chancery.events.models import Event
from chancery.events.ordering import EventOrder
from chancery.guests.documents.messages import CannotWrite, Written
from chancery.guests.documents.wave_writing import WaveWriter
from chancery.guests.models import Approval, Channel, Form, Invitation, Kind, Wave
from chancery.guests.queries.answering import terms_of
from chancery.guests.queries.audience import OPEN, LeftOut, audience_of
from chancery.guests.queries.reaching import Reach, reach_of
from chancery.guests.queries.wave_digests import approval_that_counts, digest_of


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
        stops=list(_stops(wave, going, approval)),
        warnings=list(_warnings(wave, today)),
        digest=digest,
        approval=approval,
    )


def _unwritten(writer: WaveWriter, reaches: Sequence[Reach]) -> Iterator[Unwritten]:
    """Try each form in each language once: what fails for one guest for want of words fails for all."""
    counted = Counter((writer.form_of(reach), reach.language) for reach in reaches)
    tried = {(writer.form_of(reach), reach.language): reach for reach in reversed(reaches)}
    for (form, language), count in counted.items():
        try:
            writer.text(tried[form, language])
        except CannotWrite as refusal:
            yield Unwritten(form, language, str(refusal), count)


def _stops(wave: Wave, going: Sequence[Reach], approval: Approval | None) -> Iterator[str]:
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
    if terms_of(event).needs_approval and approval is None:
        yield _("The head of mission has not approved this list and text yet.")


def _warnings(wave: Wave, today: date) -> Iterator[str]:
    event = wave.event
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
    if event.is_sample_plan:
        yield _("The plan of this event is a sample.")


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


def previews_of(departure: Departure, names: Mapping[int, str]) -> list[Preview]:
    """Write three real messages: the longest name, another direction or language, and one without e-mail."""
    writer = WaveWriter(departure.wave, now=timezone.now())
    shown = []
    for reach, why in _worth_showing(departure.going, names):
        shown.append(Preview(reach, writer.form_of(reach), writer.text(reach, link=EXAMPLE, number="…"), why))
    return shown


ON_PAPER = (Form.CARD, Form.LETTER, Form.NOTE)
"""What can be pictured as it is printed."""

EXAMPLE = "https://example.org/r/…/"
"""Stands for the link of a guest where a message is only looked at."""


def _worth_showing(going: Sequence[Reach], names: Mapping[int, str]) -> Iterator[tuple[Reach, str]]:
    if not going:
        return
    longest = max(going, key=lambda reach: len(names.get(reach.invitation.guest_id, "")))
    yield longest, _("the longest name")
    others = [reach for reach in going if reach is not longest]
    turned = next((one for one in others if direction(one.language) == "rtl"), None)
    if turned is not None:
        yield turned, _("written from right to left")
    elif other := next((one for one in others if one.language != longest.language), None):
        yield other, _("another language")
    else:
        yield from _by_email(others, longest)
    on_paper = [one for one in others if one.channel != Channel.EMAIL and one is not turned]
    if on_paper:
        yield min(on_paper, key=lambda one: one.channel == Channel.TELEPHONE), _("not by e-mail")


def _by_email(others: Sequence[Reach], longest: Reach) -> Iterator[tuple[Reach, str]]:
    """An e-mail, where neither the script nor the language shows another one."""
    found = next((one for one in others if one.channel == Channel.EMAIL), None)
    if found is not None and longest.channel != Channel.EMAIL:
        yield found, _("by e-mail")


def preview_of(wave: Wave, invitation: Invitation) -> Preview:
    """Write the message to one guest as it would leave. Errors: CannotWrite."""
    writer = WaveWriter(wave, now=timezone.now())
    reach = reach_of(wave.event, [invitation])[0]
    return Preview(reach, writer.form_of(reach), writer.text(reach, link=EXAMPLE, number="…"), "")
