"""What one party is told and asked on the reply page: nothing about anybody else is loaded."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from time import monotonic
from zoneinfo import ZoneInfo

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from chancery.accounts.models import Organiser
from chancery.base.audit import kind_of
from chancery.base.models import AuditLine
from chancery.events import queries as events
from chancery.events.models import Event, EventOccasion, Involvement, Place, Station
from chancery.guests.models import (
    Companion,
    Invitation,
    PhotoAnswer,
    Question,
    Reply,
    ReplyLink,
    Standing,
    Terms,
)
from chancery.guests.queries import photo_answers
from chancery.guests.queries import terms as agreed
from chancery.guests.queries.reaching import language_of, usual_languages
from chancery.guests.tokens import digest_of, is_token
from chancery.occasions.models import Occasion
from chancery.privacy import queries as privacy

TOLD = (Organiser, Event, Station, Place, Involvement, EventOccasion, Occasion, Terms, Question)
"""The kinds of rows that make up what every guest of an event is told and asked."""

MOST_SECONDS = 60.0
"""A name that comes from the directory shows on every page within this time."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What all guests of an event are told and asked: its places, its occasion, the terms, the questions."""

    revision: int
    read_at: float
    terms: Terms
    places: Sequence[Place]
    occasion: EventOccasion | None
    questions: Sequence[Question]
    zone: ZoneInfo
    written: dict[str, str]
    """The card of the event by language, as it was written for the first guest who read it."""
    sheets: dict[Hashable, str]
    """Whole pages for guests who have not answered, without what is their own."""


@dataclass(frozen=True)
class Asked:
    """
    One party at its reply page.

    Shape: `replies` are its own answers, the oldest first, without entries that were put right; `companions`
    those named in the invitation, in their order.
    """

    link: ReplyLink
    plan: Plan
    replies: Sequence[Reply]
    companions: Sequence[Companion]

    @property
    def invitation(self) -> Invitation:
        return self.link.invitation

    @property
    def event(self) -> Event:
        return self.link.invitation.guest.event

    @property
    def office(self) -> Organiser:
        return self.event.organiser

    @property
    def terms(self) -> Terms:
        return self.plan.terms

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.event.time_zone)

    @property
    def last(self) -> Reply | None:
        """The last answer of the party, whether it counts or not."""
        return self.replies[-1] if self.replies else None

    @property
    def language(self) -> str:
        """The language in which the party was written to."""
        dispatch = self.link.dispatch
        return dispatch.language if dispatch else language_of(self.invitation)

    @property
    def languages(self) -> list[str]:
        """The languages of the event and the office."""
        return usual_languages(self.event)

    @property
    def counting(self) -> Reply | None:
        """The answer that says where the invitation stands."""
        key = self.invitation.reply_id
        return next((reply for reply in self.replies if reply.pk == key), None)

    @property
    def standing(self) -> str:
        """Where the invitation stands; a card to remind was accepted already (R81)."""
        is_open = self.invitation.standing in (Standing.NOT_INVITED, Standing.SILENT)
        if is_open and self.terms.reply_mark == Terms.ReplyMark.REMIND and not self.replies:
            return Standing.ACCEPTED
        return self.invitation.standing

    @property
    def is_waiting(self) -> bool:
        """Whether the last answer waits for somebody of the office to decide."""
        last = self.last
        return last is not None and bool(last.why_open) and last.decision == Reply.Decision.NONE

    @property
    def has_pass(self) -> bool:
        """Whether the party is expected, so that the door lets it in."""
        return self.standing == Standing.ACCEPTED and not self.is_waiting

    @property
    def needs_consent(self) -> bool:
        """Whether the host confirms a representative first (R83)."""
        by_terms = self.terms.representatives == Terms.Representatives.CONSENT
        return by_terms or self.invitation.is_personal

    @property
    def reply_by(self) -> date | None:
        """The last day for an answer: that of the wave, else that of the event."""
        dispatch = self.link.dispatch
        wave = dispatch.wave if dispatch else None
        return (wave.reply_by if wave else None) or self.terms.reply_by

    @cached_property
    def needs(self) -> Reply | None:
        """The answer in which diet or access needs were told last, where they are kept."""
        told = [reply for reply in self.replies if reply.consented_at is not None]
        return told[-1] if told and (told[-1].sealed_diet or told[-1].sealed_access) else None

    @cached_property
    def photo_answer(self) -> PhotoAnswer | None:
        """What the guest said last about photographs, where the event asks for it."""
        return photo_answers.last_of(self.invitation) if self.terms.asks_photos else None

    @property
    def needs_kept_until(self) -> date | None:
        """The day on which diets and access needs are deleted; None where no day of the event is planned."""
        last = self.event.held_until_on or self.event.held_on
        return last + timedelta(days=privacy.needs_days(self.office)) if last else None

    def is_late(self, now: datetime) -> bool:
        """Whether an answer given now comes after the day set for it."""
        return self.reply_by is not None and now.astimezone(self.zone).date() > self.reply_by

    def is_over(self, now: datetime) -> bool:
        """Whether the last day of the event is over."""
        last = self.event.held_until_on or self.event.held_on
        return last is not None and now.astimezone(self.zone).date() > last


def asked_by(token: str) -> Asked | None:
    """
    Return the party whose link the token opens, whether the link is still good or not; None for any other.

    A token that is malformed, made up or unknown takes the same steps as a right one up to the answer, so
    that neither the answer nor its time says which it was.
    """
    link = _links().filter(digest=digest_of(token)).first()
    if not is_token(token) or link is None:
        return None
    return Asked(
        link=link,
        plan=_plan_of(link.invitation.guest.event, link.plan_revision),  # type: ignore[attr-defined]  # annotated
        replies=_replies(link.invitation),
        companions=_companions(link.invitation),
    )


def _links() -> QuerySet[ReplyLink]:
    links = ReplyLink.objects.select_related(
        "invitation__guest__person",
        "invitation__guest__office",
        "invitation__guest__body",
        "invitation__guest__event__organiser",
        "dispatch__wave",
    )
    return with_plan_revision(
        links.prefetch_related("invitation__guest__person__names").defer(
            "dispatch__text", "dispatch__html", "dispatch__printed", "dispatch__address"
        )
    )


def with_plan_revision(links: QuerySet[ReplyLink]) -> QuerySet[ReplyLink]:
    """Add how often what the guests of the event are told has changed, as `plan_revision`."""
    changes = (
        AuditLine.objects.filter(
            organiser_id=OuterRef("invitation__guest__event__organiser_id"),
            kind__in=[kind_of(kind) for kind in TOLD],
        )
        .order_by()
        .values("organiser_id")
        .annotate(number=Count("id"))
        .values("number")
    )
    return links.annotate(plan_revision=Coalesce(Subquery(changes, output_field=IntegerField()), 0))


def _replies(invitation: Invitation) -> list[Reply]:
    said = Reply.objects.filter(invitation=invitation, corrected_by=None).exclude(standing=Standing.SILENT)
    return list(said.order_by("pk"))


def _companions(invitation: Invitation) -> list[Companion]:
    named = Companion.objects.filter(invitation=invitation).select_related("person")
    return list(named.prefetch_related("person__names").order_by("position", "id"))


_plans: dict[str, Plan] = {}


def _plan_of(event: Event, revision: int) -> Plan:
    """
    Return what all guests of an event are told, read again once anything of it has changed.

    Every change leaves a line in the log, so that the number of lines is a revision. Two threads that read
    the same at once read it twice, which does no harm.
    """
    if known := known_plan(event.code, revision):
        return known
    read_at = monotonic()
    for code in [code for code, plan in _plans.items() if read_at - plan.read_at > MOST_SECONDS]:
        _plans.pop(code, None)
    _plans[event.code] = read = Plan(
        revision=revision,
        read_at=read_at,
        terms=agreed.terms_to_write(event),
        places=[station.place for station in events.stations_of(event)],
        occasion=events.main_occasion(event),
        questions=list(agreed.questions_of(event)),
        zone=ZoneInfo(event.time_zone),
        written={},
        sheets={},
    )
    return read


def known_plan(code: str, revision: int) -> Plan | None:
    """Return what was read of the event `code` at this revision, where that was a moment ago."""
    known = _plans.get(code)
    is_fresh = known and known.revision == revision and monotonic() - known.read_at < MOST_SECONDS
    return known if is_fresh else None


def forget_plans() -> None:
    """Forget what was read of events: for whoever changes rows without a line in the log."""
    _plans.clear()
