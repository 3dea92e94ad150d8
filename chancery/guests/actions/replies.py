"""What an answer to an invitation does; nothing that was said is ever changed (R83)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.base import audit, secret_box
from chancery.base.audit import Actor
from chancery.directory.models import Person
from chancery.events.models import Event, Participation
from chancery.guests.actions import consents, identities, photo_answers, representatives, settling
from chancery.guests.models import Invitation, Reply, ReplyLink, Standing, Terms
from chancery.guests.queries import answering, parties
from chancery.rules import replies as rules

GUEST = Reply.Speaker.GUEST
ANSWERS: Sequence[Standing] = (
    Standing.ACCEPTED,
    Standing.REGRETTED,
    Standing.REPRESENTED,
    Standing.UNDECIDED,
)
_NO_ANSWERS: Mapping[str, Any] = MappingProxyType({})


class ReplyRefused(Exception):
    """The answer cannot be recorded; the message is one sentence that says why."""


@dataclass(frozen=True, slots=True)
class Answer:
    """
    What somebody answers.

    `standing` is one of `ANSWERS`; a regret after an acceptance becomes a withdrawal by itself. Companions
    come beside the guest. `diet` and `access` are kept only where `has_consented`; a consent with both empty
    takes back what was said before. `answers` is `{ref of the question: answer}`.
    """

    standing: str
    unnamed_companions: int = 0
    companion_names: Sequence[str] = ()
    representative_name: str = ""
    representative_office: str = ""
    representative: Person | None = None
    stands_in: str = Participation.StandIn.DELEGATE
    reason: str = ""
    message: str = ""
    answers: Mapping[str, Any] = field(default=_NO_ANSWERS)
    diet: str = ""
    access: str = ""
    has_consented: bool = False
    identity: str = ""
    consents: Mapping[str, str] = field(default=_NO_ANSWERS)
    """The words read before each consent, by kind, where the guest read them."""
    photos: str = ""
    """What the guest said about being shown on photographs; nobody else can say it."""
    language: str = ""

    @property
    def companions(self) -> int:
        """How many come beside the guest."""
        return self.unnamed_companions + len(self.companion_names)


@transaction.atomic
def record(
    invitation: Invitation,
    answer: Answer,
    *,
    channel: str,
    speaker: str = GUEST,
    speaker_name: str = "",
    link: ReplyLink | None = None,
    revision: int | None = None,
    corrects: Reply | None = None,
    given_at: datetime,
    by: Actor,
    now: datetime,
) -> Reply:
    """
    Record one answer, by whomever and however it was given.

    `revision` is that of the invitation which was answered: left out, that of the message the link stood in,
    else the present one. `corrects` is a wrong entry that this one puts right. The answer counts at once
    unless `Reply.why_open` says what the office has to decide.
    Errors: ReplyRefused in one sentence; nothing is recorded then.
    """
    row = settling.locked(invitation)
    terms = answering.terms_of(row.guest.event)
    _demand_possible(row, answer, terms, given_at=given_at, now=now)
    _demand_uncorrected(corrects)
    reply = _reply(row, answer, now=now, by=by)
    reply.channel, reply.speaker, reply.speaker_name = channel, speaker, speaker_name[:200]
    reply.given_at, reply.link, reply.corrects = given_at, link, corrects
    reply.revision = _revision(row, link) if revision is None else revision
    others = [each for each in answering.answers_that_count(row) if corrects is None or each != corrects]
    conditions = answering.conditions_of(row, terms, link)
    judged = rules.judge(answering.given([reply])[0], answering.given(others), conditions=conditions)
    reply.standing, reply.is_late, reply.why_open = judged.standing, judged.is_late, judged.why_open
    reply.save(force_insert=True)
    if answer.identity:
        identities.tell(row, answer.identity, way=channel, by=by, now=now)
    consents.keep(
        reply,
        told={"diet": answer.diet, "access": answer.access},
        words=answer.consents,
        language=answer.language,
        by=by,
    )
    if answer.photos and speaker == GUEST and terms.asks_photos:
        photo_answers.say(row, answer.photos, language=answer.language, by=by, now=now)
    _close_what_is_settled(reply, by=by, now=now)
    _settle(row, reply, by=by, code="guests.reply.recorded")
    return reply


@transaction.atomic
def record_for_all(
    guests: Sequence[Participation],
    answer: Answer,
    *,
    channel: str,
    speaker: str = GUEST,
    speaker_name: str = "",
    given_at: datetime,
    by: Actor,
    now: datetime,
) -> list[Reply]:
    """
    Record the same answer of several guests, all or none.

    Errors: ReplyRefused with the name of the first whose answer cannot be recorded.
    """
    made = []
    for invitation in invitations_of(guests, by=by):
        try:
            reply = record(
                invitation,
                answer,
                channel=channel,
                speaker=speaker,
                speaker_name=speaker_name,
                given_at=given_at,
                by=by,
                now=now,
            )
        except ReplyRefused as refused:
            raise ReplyRefused(
                _("%(name)s: %(why)s Nothing was recorded.")
                % {"name": invitation.guest.name_printed, "why": refused}
            ) from None
        made.append(reply)
    return made


def invitations_of(guests: Sequence[Participation], *, by: Actor) -> list[Invitation]:
    """Return the parties of guests in their order, made where a guest was listed without one."""
    invitations = [parties.invitation_of(guest) for guest in guests]
    missing = [each for each in invitations if each.pk is None]
    audit.create_all(missing, by=by, code="guests.invitation.made")
    return invitations


def _reply(row: Invitation, answer: Answer, *, now: datetime, by: Actor) -> Reply:
    """Return the unsaved row of an answer, its needs sealed."""
    has_consented = answer.has_consented
    return Reply(
        invitation=row,
        standing=answer.standing,
        entered_at=now,
        entered_by=by.user,
        unnamed_companions=answer.unnamed_companions,
        companion_names=[name.strip()[:200] for name in answer.companion_names],
        representative_name=_representative_name(answer)[:200],
        representative_office=answer.representative_office[:200],
        representative=answer.representative,
        stands_in=answer.stands_in,
        reason=answer.reason[:200],
        message=answer.message,
        answers=dict(answer.answers),
        sealed_diet=secret_box.seal_text(answer.diet) if has_consented and answer.diet else None,
        sealed_access=secret_box.seal_text(answer.access) if has_consented and answer.access else None,
        consented_at=now if has_consented else None,
    )


def _representative_name(answer: Answer) -> str:
    person = answer.representative
    return (person.main_name if person else answer.representative_name).strip()


def _revision(row: Invitation, link: ReplyLink | None) -> int:
    dispatch = link.dispatch if link else None
    return dispatch.revision if dispatch else row.revision


def _demand_possible(
    row: Invitation, answer: Answer, terms: Terms, *, given_at: datetime, now: datetime
) -> None:
    """Errors: ReplyRefused where an answer cannot be recorded, with the first reason that applies."""
    why = (
        _why_not_at(row.guest.event, given_at=given_at, now=now)
        or _why_not_as(row, answer)
        or _why_not_with(row, answer, terms)
        or _why_not_by_another(answer, terms)
        or _why_not_needs(answer, terms)
    )
    if why:
        raise ReplyRefused(why)


def _why_not_at(event: Event, *, given_at: datetime, now: datetime) -> str:
    if event.status == Event.Status.CANCELLED:
        return _("The event is cancelled; no reply is needed any more.")
    if given_at > now:
        return _("The reply lies in the future; write when it was given.")
    if answering.is_over(event, given_at):
        return _("The event is over; replies can no longer be given.")
    return ""


def _why_not_as(row: Invitation, answer: Answer) -> str:
    if answer.standing == Standing.WALK_IN:
        is_expected = row.standing not in (Standing.NOT_INVITED, Standing.WALK_IN)
        return _("The guest was invited; enter that they come.") if is_expected else ""
    if answer.standing not in ANSWERS:
        return _("The answer is missing; choose one.")
    return ""


def _why_not_with(row: Invitation, answer: Answer, terms: Terms) -> str:
    most = answering.companions_allowed(row, terms)
    if answer.companions <= most or answer.standing == Standing.WALK_IN:
        return ""
    if most == 0:
        return _("The invitation is for the guest alone; nobody else can be brought.")
    words = ngettext(
        "The invitation allows %(most)s companion at most.",
        "The invitation allows %(most)s companions at most.",
        most,
    )
    return words % {"most": most}


def _why_not_by_another(answer: Answer, terms: Terms) -> str:
    if answer.standing != Standing.REPRESENTED:
        return ""
    if terms.representatives == Terms.Representatives.NOT:
        return _("Guests of this event cannot be represented; accept or regret.")
    if not _representative_name(answer):
        return _("The name of the representative is missing; write who comes.")
    return ""


def _why_not_needs(answer: Answer, terms: Terms) -> str:
    if (answer.diet and not terms.asks_diet) or (answer.access and not terms.asks_access):
        return _("This event does not ask for such needs; write them in a message to the host.")
    if (answer.diet or answer.access) and not answer.has_consented:
        return _("Diet and access needs are kept only with consent; give it, or leave them out.")
    return ""


def _demand_uncorrected(corrected: Reply | None) -> None:
    if corrected is not None and Reply.objects.filter(corrects=corrected).exists():
        raise ReplyRefused(_("This entry was put right already; look at the later ones."))


def _close_what_is_settled(reply: Reply, *, by: Actor, now: datetime) -> None:
    """A clear answer of the guest in person settles what was open before it."""
    if reply.why_open or reply.speaker != GUEST:
        return
    before = Reply.objects.filter(invitation=reply.invitation, decision="", given_at__lte=reply.given_at)
    before.exclude(why_open="").update(decision=Reply.Decision.REFUSED, decided_at=now, decided_by=by.user)


@transaction.atomic
def decide(reply: Reply, *, is_taken: bool, by: Actor, now: datetime) -> None:
    """
    Decide whether an answer that was open counts; a decision can be turned later.

    An answer to an earlier day that is taken counts for the present one.
    Errors: ReplyRefused where there is nothing to decide.
    """
    row = settling.locked(reply.invitation)
    said = Reply.objects.select_for_update(of=("self",)).get(pk=reply.pk)
    if not said.why_open or Reply.objects.filter(corrects=said).exists():
        raise ReplyRefused(_("There is nothing to decide about this reply any more."))
    said.decision = Reply.Decision.TAKEN if is_taken else Reply.Decision.REFUSED
    said.decided_at, said.decided_by = now, by.user
    if is_taken:
        said.revision = row.revision
    said.save(update_fields=["decision", "decided_at", "decided_by", "revision"])
    _settle(row, said, by=by, code="guests.reply.decided")


@transaction.atomic
def take_back(reply: Reply, *, by: Actor, now: datetime, reason: str = "") -> Reply:
    """
    Take back a wrong entry by a further one; the invitation stands again where it stood without it.

    Errors: ReplyRefused where that was done already.
    """
    row = settling.locked(reply.invitation)
    _demand_uncorrected(reply)
    if reply.corrects_id and reply.standing == Standing.SILENT:
        raise ReplyRefused(_("This entry only takes another one back; enter what the guest answered."))
    inverse = Reply(
        invitation=row,
        standing=Standing.SILENT,
        channel=reply.channel,
        speaker=reply.speaker,
        speaker_name=reply.speaker_name,
        given_at=now,
        entered_at=now,
        entered_by=by.user,
        revision=row.revision,
        reason=reason[:200],
        corrects=reply,
    )
    inverse.save(force_insert=True)
    _settle(row, inverse, by=by, code="guests.reply.taken-back")
    return inverse


@transaction.atomic
def take_back_all(replies: Sequence[Reply], *, by: Actor, now: datetime) -> list[Reply]:
    """Take several wrong entries back, all or none. Errors: ReplyRefused."""
    return [take_back(reply, by=by, now=now) for reply in replies]


def _settle(row: Invitation, reply: Reply, *, by: Actor, code: str) -> None:
    """Bring everything up to the replies that count, with one line about where that leaves the invitation."""
    before: list[Any] = [row.standing, row.coming]
    try:
        settling.settle(row, by=by)
    except representatives.CannotRepresent as refused:
        raise ReplyRefused(str(refused)) from None
    after: list[Any] = [row.standing, row.coming]
    sides = zip(("standing", "coming"), before, after, strict=True)
    changes = {name: [was, now] for name, was, now in sides if was != now}
    if not changes and reply.standing not in (Standing.SILENT, Standing.NOT_INVITED):
        # It leaves the invitation where it stood: then the line tells what was answered.
        changes = {"standing": ["", reply.standing]}
    # What was said stands in the reply itself; its name makes the line one that no button undoes.
    audit.note(row, by=by, code=code, changes=changes | {"ref": ["", reply.ref]})
