"""The messages of a wave, written and ready to leave: texts as they are kept, links, and the mail."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from chancery.base import outbox
from chancery.base.inbox.addresses import reply_address
from chancery.base.itip import Method
from chancery.base.languages import wording
from chancery.guests.actions import links, sending
from chancery.guests.actions.sending import NUMBER, Ready
from chancery.guests.documents.calendars import Calendars
from chancery.guests.documents.messages import CannotWrite, Writer
from chancery.guests.documents.messages import Written as Text
from chancery.guests.documents.sent import HIDDEN, kept
from chancery.guests.models import Channel, Dispatch, Form, Invitation, Kind, ReplyLink, Wave
from chancery.guests.queries.answering import ASKING
from chancery.guests.queries.reaching import Reach
from chancery.guests.queries.wave_digests import wordings_of

CARRIED = (Channel.POST, Channel.HAND)


@dataclass(slots=True)
class Written:
    """Messages that can leave, and those to whom nothing could be written, each with the sentence why."""

    ready: list[Ready] = field(default_factory=list)
    failed: list[tuple[Invitation, str]] = field(default_factory=list)


class WaveWriter:
    """Writes the messages of one wave; what all of them share is loaded once."""

    def __init__(self, wave: Wave, *, now: datetime) -> None:
        self.wave, self.event = wave, wave.event
        self.templates = wordings_of(wave)
        self.calendars = Calendars(wave.event, stamped_at=now)
        self.own_forms = {template.form for template in self.templates}
        languages = [*wave.event.languages, *wave.event.organiser.languages, "en"]
        self.writer = Writer(
            wave.event,
            kind=wave.kind,
            templates=self.templates,
            own_text=wave.own_text,
            reply_by=wave.reply_by,
            now=now,
            language=languages[0],
        )

    def form_of(self, reach: Reach) -> Form:
        """What is written; a letter where a card would go, if the wave has a wording for letters alone."""
        is_letter = Form.LETTER in self.own_forms and Form.CARD not in self.own_forms
        return Form.LETTER if reach.channel in CARRIED and is_letter else reach.form

    def text(self, reach: Reach, *, link: str = "", number: str = "") -> Text:
        """Write to one party. Errors: CannotWrite with a sentence."""
        form = self.form_of(reach)
        return self.writer.write(reach.invitation, form, reach.language, link=link, number=number)

    def write(self, reaches: Sequence[Reach], *, now: datetime, again: int = 0) -> Written:
        """Write to several parties; `again` counts how often the same message was sent before."""
        found = Written()
        for reach in reaches:
            if reach.why_not:
                found.failed.append((reach.invitation, reach.why_not))
                continue
            try:
                found.ready.append(self._ready(reach, now, again))
            except CannotWrite as refusal:
                found.failed.append((reach.invitation, str(refusal)))
        return found

    def _ready(self, reach: Reach, now: datetime, again: int) -> Ready:
        dispatch = self._dispatch(reach, now, again)
        link, token = self._link(dispatch, now)
        address = links.address_of(token) if token else ""
        number = NUMBER if reach.channel == Channel.NOTE else ""
        text = self.text(reach, link=address, number=number)
        _keep(dispatch, text, token)
        mail = self._mail(dispatch, text) if reach.channel == Channel.EMAIL else None
        return Ready(dispatch, link, mail)

    def _dispatch(self, reach: Reach, now: datetime, again: int) -> Dispatch:
        invitation, kind = reach.invitation, self.wave.kind
        # A change is told as the revision that it makes.
        revision = invitation.revision + (kind == Kind.CHANGE)
        key = sending.key_of(invitation, reach.channel, kind, self.wave, revision)
        return Dispatch(
            invitation=invitation,
            wave=self.wave,
            key=f"{key}:{again}" if again else key,
            kind=kind,
            channel=reach.channel,
            revision=revision,
            language=reach.language,
            address=reach.address,
            made_at=now,
        )

    def _link(self, dispatch: Dispatch, now: datetime) -> tuple[ReplyLink | None, str]:
        """The link of a message that asks for a reply, or tells somebody who comes how to take it back."""
        if self.wave.kind not in (*ASKING, Kind.TO_REMIND) or dispatch.channel == Channel.TELEPHONE:
            return None, ""
        return links.draft(dispatch.invitation, dispatch, now=now)

    def _mail(self, dispatch: Dispatch, text: Text) -> outbox.Mail:
        house = wording(self.event.organiser.names, dispatch.language).text
        calendar = self._calendar(dispatch)
        return outbox.Mail(
            to=dispatch.address,
            subject=text.subject,
            text=text.text,
            html=text.html,
            language=text.language,
            sender_name=house,
            reply_to=reply_address(self.event.organiser.ref),
            calendar=calendar,
            method=self._method() if calendar else "",
            headers=self._headers(),
        )

    def _method(self) -> Method:
        return Method.CANCEL if self.wave.kind == Kind.CANCELLATION else Method.REQUEST

    def _calendar(self, dispatch: Dispatch) -> bytes:
        """The entry for the guest's calendar, or what takes it out; none without a day, nor with thanks."""
        if self.wave.kind == Kind.THANKS:
            return b""
        to = dispatch.invitation, dispatch.address, dispatch.language
        name, revision = dispatch.recipient, dispatch.revision
        if self._method() == Method.CANCEL:
            return self.calendars.cancellation_for(*to, name=name, revision=revision)
        return self.calendars.request_for(
            *to,
            name=name,
            revision=revision,
            is_hold=self.wave.kind == Kind.HOLD_DATE,
            # Who is only reminded has said yes already (R81).
            is_accepted=self.wave.kind == Kind.TO_REMIND,
        )

    def _headers(self) -> Mapping[str, str]:
        """
        Whoever is asked to hold a date has not been invited yet and may ask to be left alone.

        A personal invitation is no mailing: it is declined by a reply.
        """
        if self.wave.kind != Kind.HOLD_DATE:
            return {}
        address = reply_address(self.event.organiser.ref)
        return {"List-Unsubscribe": f"<mailto:{address}?subject=unsubscribe>"}


def _keep(dispatch: Dispatch, text: Text, token: str) -> None:
    """Keep a message as it was sent, without the token of its link."""
    dispatch.recipient, dispatch.subject = text.recipient[:300], text.subject[:300]
    dispatch.text = text.text.replace(token, HIDDEN) if token else text.text
    dispatch.html = text.html.replace(token, HIDDEN) if token else text.html
    dispatch.printed = kept(text.printed, token)
