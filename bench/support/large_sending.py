"""Waves of a large event: what went to everybody, the answers to it, and reminders in preparation."""

from collections.abc import Sequence
from datetime import datetime
from itertools import cycle

from chancery.base.models import OutboxMessage
from chancery.directory.models import ContactPoint
from chancery.events.models import Event
from chancery.guests.models import Dispatch, Invitation, Reply, Wave
from chancery.guests.queries.pasts import plan_told

# What eight guests say, one after the other; an empty word is no answer.
SAID = ("accepted", "accepted", "", "regretted", "accepted", "", "accepted", "undecided")
BY = ("email", "email", "post", "email", "hand")
EVERY_LATE, EVERY_MESSAGE, EVERY_OPEN, EVERY_RETURNED = 25, 20, 50, 40


def send_and_answer(event: Event, *, now: datetime) -> tuple[Wave, Wave]:
    """Send one message to every guest, record what they say, and return the wave with one of reminders."""
    parties = list(Invitation.objects.filter(guest__event=event).select_related("guest").order_by("pk"))
    wave = Wave.objects.create(event=event, number=1, state=Wave.State.SENT, told=plan_told(event))
    wave.invitations.set(parties)
    _dispatch(wave, parties, now)
    _answer(parties, now)
    reminders = Wave.objects.create(event=event, number=2, kind="reminder-1")
    reminders.invitations.set(parties)
    return wave, reminders


def _dispatch(wave: Wave, parties: Sequence[Invitation], now: datetime) -> None:
    channels = [channel for channel, _party in zip(cycle(BY), parties, strict=False)]
    mails = _mails(parties, channels, now)
    Dispatch.objects.bulk_create(
        Dispatch(
            invitation=party,
            wave=wave,
            key=party.code,
            kind=wave.kind,
            channel=channel,
            language="en",
            recipient=f"Guest {place}",
            address=f"{place} Sample Street\nBucharest",
            text="Invitation " * 200,
            html="<p>Invitation</p>" * 200,
            printed={} if channel == "email" else {"blocks": [{"text": "Invitation", "is_name": False}] * 8},
            state="returned" if place % EVERY_RETURNED == 2 else "gone",
            gone_at=now,
            message=mails.get(party.pk),
        )
        for place, (party, channel) in enumerate(zip(parties, channels, strict=True))
    )


def _mails(parties: Sequence[Invitation], channels: Sequence[str], now: datetime) -> dict[int, OutboxMessage]:
    """The e-mails as a server took them, by the key of the party, and an address for each guest."""
    mailed = [party for party, channel in zip(parties, channels, strict=True) if channel == "email"]
    ContactPoint.objects.bulk_create(
        ContactPoint(person_id=party.guest.person_id, kind="email", value=f"{party.code}@sample.example")
        for party in mailed
    )
    made = OutboxMessage.objects.bulk_create(
        OutboxMessage(
            organiser_id=party.guest.event.organiser_id,
            key=party.code,
            kind="guests.invitation",
            object_id=party.pk,
            recipient=f"{party.code}@sample.example",
            domain="sample.example",
            message_id=f"<{party.code}@sample.example>",
            sealed=bytes(4000),
            state="sent",
            sent_at=now,
        )
        for party in mailed
    )
    return {message.object_id: message for message in made}


def _answer(parties: Sequence[Invitation], now: datetime) -> None:
    """Keep what each guest said, with what is late, to decide on, or written to the host."""
    said = [(party, word) for party, word in zip(parties, cycle(SAID), strict=False) if word]
    replies = Reply.objects.bulk_create(
        Reply(
            invitation=party,
            standing=word,
            channel="page",
            given_at=now,
            is_late=place % EVERY_LATE == 0,
            message="With thanks and best wishes." if place % EVERY_MESSAGE == 0 else "",
            representative_name="Sample Representative" if word == "represented" else "",
            companion_names=["Sample Companion"] if place % 8 == 0 and word == "accepted" else [],
            why_open="other-person" if place % EVERY_OPEN == 1 else "",
        )
        for place, (party, word) in enumerate(said)
    )
    for party in parties:
        party.standing = "silent"
    for reply in replies:
        if not reply.why_open:
            reply.invitation.reply, reply.invitation.standing = reply, reply.standing
            reply.invitation.coming = int(reply.standing in ("accepted", "represented"))
    Invitation.objects.bulk_update(parties, ["reply", "standing", "coming"])
