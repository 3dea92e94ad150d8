"""Replies as the rules take them, and on what terms an invitation is answered."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from chancery.events.models import Event
from chancery.guests.models import Dispatch, Invitation, Kind, Reply, ReplyLink, Standing, Terms
from chancery.rules import replies as rules

# What asks for a reply; whoever was only told the date is not silent.
ASKING = (Kind.INVITATION, Kind.REMINDER_1, Kind.REMINDER_2, Kind.REMINDER_3, Kind.CHANGE)
_GONE = (Dispatch.State.GONE, Dispatch.State.DELIVERED)


def terms_of(event: Event) -> Terms:
    """The terms of an event, the usual ones unsaved where nobody has set any."""
    return Terms.objects.filter(event=event).first() or Terms(event=event)


def replies_of(invitation: Invitation) -> QuerySet[Reply]:
    """Every entry about an invitation in the order of entering, also those that do not count."""
    found = Reply.objects.filter(invitation=invitation)
    return found.select_related("entered_by", "decided_by", "representative", "corrected_by").order_by("pk")


def entries_at(event: Event) -> QuerySet[Reply]:
    """Every entry of an event with its guest, as rows that can be decided on or put right."""
    found = Reply.objects.filter(invitation__guest__event=event)
    return found.select_related("invitation__guest__person", "invitation__guest__event", "representative")


def answers_that_count(invitation: Invitation) -> list[Reply]:
    """The replies that count, in the order in which they came to count; the last one says what holds."""
    counting = Q(why_open="") | Q(decision=Reply.Decision.TAKEN)
    found = Reply.objects.filter(counting, invitation=invitation, corrected_by=None).exclude(
        standing__in=[Standing.SILENT, Standing.NOT_INVITED]
    )
    current = [reply for reply in found.order_by("pk") if is_current(reply, invitation)]
    return sorted(current, key=lambda reply: (counts_since(reply), reply.pk))


def is_current(reply: Reply, invitation: Invitation) -> bool:
    """Whether a reply answers the invitation since it was last asked for a reply (R83)."""
    return reply.revision >= invitation.answered_from


def counts_since(reply: Reply) -> datetime:
    """When a reply came to count: when it was given, or when somebody of the office took it."""
    return reply.decided_at or reply.given_at


def given(replies: Iterable[Reply]) -> list[rules.Given]:
    """Return replies as the rules take them, in the same order."""
    return [
        rules.Given(
            standing=rules.Standing(reply.standing),
            at=counts_since(reply),
            speaker=_speaker_of(reply),
            name=reply.speaker_name,
            revision=reply.revision,
            representative=reply.representative_name,
        )
        for reply in replies
    ]


def _speaker_of(reply: Reply) -> rules.Speaker:
    """Who spoke; whoever calls themselves the assistant at the link is not known to the office."""
    is_unknown = reply.channel == Reply.Channel.PAGE and reply.speaker == Reply.Speaker.ASSISTANT
    return rules.Speaker.OTHER if is_unknown else rules.Speaker(reply.speaker)


def conditions_of(invitation: Invitation, terms: Terms, link: ReplyLink | None = None) -> rules.Conditions:
    """On what terms an invitation is answered: by the day of the message answered, else of the event."""
    return rules.Conditions(
        revision=invitation.answered_from,
        answers_until=answers_until(invitation, terms, link),
        representatives=rules.Representatives(terms.representatives),
        is_personal=invitation.is_personal,
    )


def answers_until(invitation: Invitation, terms: Terms, link: ReplyLink | None = None) -> datetime | None:
    """The first moment at which an answer is late; None where no day is set."""
    day = _day_of_wave(invitation, link) or terms.reply_by
    if day is None:
        return None
    zone = ZoneInfo(terms.event.time_zone)
    return datetime.combine(day + timedelta(days=1), time(), zone)


def _day_of_wave(invitation: Invitation, link: ReplyLink | None) -> date | None:
    dispatches = Dispatch.objects.filter(invitation=invitation).exclude(wave__reply_by=None)
    if link is not None and link.dispatch_id:
        dispatches = dispatches.filter(pk=link.dispatch_id)
    return dispatches.order_by("-pk").values_list("wave__reply_by", flat=True).first()


def begins_at(event: Event) -> datetime | None:
    """When an event begins; None where no day is planned."""
    if event.held_on is None:
        return None
    return datetime.combine(event.held_on, event.starts_at or time(), ZoneInfo(event.time_zone))


def is_over(event: Event, at: datetime) -> bool:
    """Whether the last day of an event was over at a moment."""
    last = event.held_until_on or event.held_on
    return last is not None and at.astimezone(ZoneInfo(event.time_zone)).date() > last


def companions_allowed(invitation: Invitation, terms: Terms) -> int:
    """How many people a guest may bring: by the rule of the event, or as many as the invitation counts."""
    return rules.most_companions(
        rules.Companions(terms.companions),
        number=terms.most_companions,
        invited=invitation.unnamed_companions + invitation.companions.count(),
    )


def unanswered(invitation: Invitation) -> Standing:
    """
    Where an invitation stands without an answer: silent once it was sent, else not invited (R83).

    A representative comes by the reply that named them.
    """
    if invitation.brought_by_id:
        return Standing.ACCEPTED
    sent = Dispatch.objects.filter(invitation=invitation, kind__in=ASKING, state__in=_GONE)
    return Standing.SILENT if sent.exists() else Standing.NOT_INVITED
