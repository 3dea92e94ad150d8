"""
The evening of the demo: invited, answered and reminded around the day on which the demo is begun.

Everything is done by the same actions as in the office, at moments before today, so that each page shows what
it shows at work: no row is made up by hand. All guests are labelled as samples.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.db import transaction

from chancery.accounts.models import Membership, Organiser
from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.models import MailEvent
from chancery.desk.archive.reading import load_event
from chancery.desk.demo_arrivals import await_samples
from chancery.desk.demo_calendar import avoid_samples
from chancery.desk.demo_exhibition import hang_samples
from chancery.desk.demo_seating import seat_samples
from chancery.events import actions as planning
from chancery.events.models import Event
from chancery.guests.actions import approvals, dispatches, replies, returned, sending, terms, waves
from chancery.guests.actions.replies import Answer
from chancery.guests.documents.wave_writing import WaveWriter
from chancery.guests.models import Channel, Dispatch, Invitation, Kind, Reply, Standing, Wave
from chancery.guests.queries.audience import audience_of
from chancery.guests.queries.reaching import reach_of
from chancery.guests.queries.wave_digests import digest_of
from chancery.record.actions import communique
from chancery.record.queries import drafts
from chancery.rules.communique import LANGUAGES

EVENING = "evening-of-music-sample"
REFERENCE_EVENT = "bucharest-2025"
# Days counted from the day on which the demo is begun.
HELD_IN, REPLY_BY, INVITED, LEFT = 16, -3, -30, -29

By, Speaker = Reply.Channel, Reply.Speaker


@dataclass(frozen=True, slots=True)
class Told:
    """
    What a guest of the evening answers, so many days ago.

    `decided` says whether the office took an answer that it had to decide about, None where that is open.
    """

    guest: str
    days_ago: int
    channel: str
    answer: Answer
    speaker: str = Speaker.GUEST
    speaker_name: str = ""
    decided: bool | None = None


def _yes(**more: Any) -> Answer:
    return Answer(Standing.ACCEPTED, **more)


def _no(reason: str = "", **more: Any) -> Answer:
    return Answer(Standing.REGRETTED, reason=reason, **more)


def _instead(name: str, office: str) -> Answer:
    return Answer(Standing.REPRESENTED, representative_name=name, representative_office=office)


ANSWERS = (
    Told(
        "ioana-mustrescu",
        28,
        By.PAGE,
        _yes(answers={"reception": "yes", "car": "self"}, diet="Vegetarian", has_consented=True),
    ),
    Told(
        "ayten-numuneli", 27, By.PAGE, _yes(companion_names=["Orxan Nümunəli"], answers={"reception": "yes"})
    ),
    Told("deniz-orneksoy", 26, By.PAGE, _yes(answers={"reception": "yes", "car": "driver"})),
    Told("thomas-vorlage", 25, By.CALENDAR, _yes()),
    Told("nino-nimushadze", 24, By.NOTE, _yes()),
    Told("helene-exemple-de-la-tour-modele", 22, By.NOTE, _yes(unnamed_companions=1)),
    Told("halyna-zrazkova", 21, By.NOTE, _no("absent from the capital")),
    Told(
        "matteo-campione", 20, By.NOTE, _instead("Luca Esempio", "Counsellor of the Nunciature"), decided=True
    ),
    Told("taro-mihon", 19, By.NOTE, _yes()),
    Told("elena-schita", 18, By.LETTER, _yes()),
    Told("marta-ejemplar", 17, By.IN_PERSON, _yes(companion_names=["Julia Ejemplar"])),
    Told(
        "claire-echantillon",
        15,
        By.PAGE,
        Answer(Standing.UNDECIDED, message="Je vous réponds d’ici une semaine."),
    ),
    Told("nicolae-macheta", 14, By.TELEPHONE, _yes()),
    Told("sanda-modelescu", 14, By.TELEPHONE, _no("travelling")),
    Told("layla-al-namudhaji", 9, By.PAGE, _yes(), Speaker.OTHER, "Front desk of the gallery"),
    Told("eleni-deigmatidou", 8, By.NOTE, _instead("Nikos Paradeigmas", "First Secretary")),
    Told("taro-mihon", 6, By.TELEPHONE, _no("called back to the capital")),
    Told("deniz-orneksoy", 5, By.TELEPHONE, _no("another engagement"), Speaker.ASSISTANT, "Elif Yardımcı"),
    Told("wilhelmine-beispiel", 1, By.EMAIL, _yes()),
)
SENT_TASK = "Invitations sent"
CALLED = ("nicolae-macheta", "sanda-modelescu")
MOVED_AWAY, HANDED_OVER, NO_SUCH_BOX = "victor-tiparu", "marta-ejemplar", "radu-probescu"


@dataclass(slots=True)
class Evening:
    """The evening under way: who acts for the office, and the parties by the ref of their guest."""

    event: Event
    officer: Actor
    head: Actor
    caller: Membership
    begins: datetime
    parties: Mapping[str, Invitation] = field(default_factory=dict)

    def ago(self, days: int) -> datetime:
        """The moment so many days before the demo was begun."""
        return self.begins - timedelta(days=days)


def load_evening(folder: Path, *, officer: Membership, head: Membership, now: datetime) -> Event | None:
    """
    Load the sample evening and let it happen up to `now`; None where the office has it already.

    What was done to it in the demo stays: it is made once and never loaded again.
    """
    organiser = officer.organiser
    if Event.objects.filter(organiser=organiser, ref=EVENING).exists():
        return None
    with transaction.atomic():
        event = load_event(folder, organiser=organiser, by=Actor(organiser.pk)).event
        evening = _evening(event, officer, head, now)
        _plan(evening)
        _invite(evening)
        _carry(evening)
        for told in ANSWERS:
            _answer(evening, told)
        _prepare(evening)
        hang_samples(event, by=evening.officer, today=evening.begins.date())
        seat_samples(event, by=evening.officer, at=evening.begins)
        await_samples(event, by=evening.officer, at=evening.begins)
        assert event.held_on is not None
        avoid_samples(organiser, held_on=event.held_on, by=evening.officer)
    return event


def draft_communiques(organiser: Organiser, *, now: datetime) -> None:
    """
    Draft the communiqué of the reference event in every language; a draft that is there stays as it is.

    Nothing is released: whether it ever was is not the demo's to say.
    """
    event = Event.objects.select_related("organiser", "ordering").get(
        organiser=organiser, ref=REFERENCE_EVENT
    )
    drafted = {edition.language for edition in drafts.editions_of(event)}
    for language in LANGUAGES:
        if language not in drafted:
            communique.compose_edition(event, language, by=Actor(organiser.pk), now=now)


def _evening(event: Event, officer: Membership, head: Membership, now: datetime) -> Evening:
    office = officer.organiser
    begins = now.astimezone(office.zone).replace(hour=10, minute=0, second=0, microsecond=0)
    if begins > now:  # nothing of the story lies in the hours still to come
        begins -= timedelta(days=1)
    parties = Invitation.objects.filter(guest__event=event).select_related("guest__event__organiser")
    return Evening(
        event=event,
        officer=Actor(office.pk, officer.user),
        head=Actor(office.pk, head.user),
        caller=officer,
        begins=begins,
        parties={party.guest.ref.removeprefix("sample-"): party for party in parties},
    )


def _plan(evening: Evening) -> None:
    """Hold the evening some weeks from today, and ask for replies until some days ago."""
    event, today = evening.event, evening.begins.date()
    event.held_on = today + timedelta(days=HELD_IN)
    audit.update(event, by=evening.officer, code="events.event.changed")
    conditions = event.terms
    conditions.reply_by = today + timedelta(days=REPLY_BY)
    terms.save_terms(conditions, by=evening.officer)
    for task in event.tasks.filter(title=SENT_TASK):
        planning.finish_task(task, now=evening.ago(-LEFT), by=evening.officer)


def _invite(evening: Evening) -> None:
    """The first wave: approved by the head of mission, and sent by every channel."""
    first = [party for party in evening.parties.values() if party.tier == 1]
    wave = _wave(evening, Kind.INVITATION, first)
    asked = evening.ago(-INVITED + 1)
    approvals.ask_approval(wave, by=evening.officer, now=asked)
    approvals.decide(
        wave, is_given=True, shown=digest_of(wave), by=evening.head, now=asked + timedelta(hours=3)
    )
    wave.refresh_from_db()
    at = evening.ago(-INVITED)
    chosen = audience_of(wave).chosen
    sending.begin(wave, chosen=chosen, shown=digest_of(wave), by=evening.officer, now=at)
    wave.refresh_from_db()
    written = WaveWriter(wave, now=at).write(reach_of(evening.event, chosen), now=at)
    sending.send_some(wave, written.ready, by=evening.officer, now=at)
    sending.finish(wave, by=evening.officer)


def _wave(evening: Evening, kind: Kind, parties: Sequence[Invitation], **columns: Any) -> Wave:
    wave = Wave(event=evening.event, kind=kind, **columns)
    return waves.make_wave(wave, invitations=parties, by=evening.officer)


def _carry(evening: Evening) -> None:
    """What is carried leaves the house; one letter and one e-mail come back, half the calls are made."""
    by, left, sent = evening.officer, evening.ago(-LEFT), _sent(evening.event)
    carried = [one for one in sent if one.channel in (Channel.POST, Channel.HAND, Channel.NOTE)]
    dispatches.enter_gone(carried, gone_at=left, by=by, now=left)
    receipt = _to(sent, HANDED_OVER)
    dispatches.enter_received(receipt, remark="Signed for at the door", by=by, now=left + timedelta(hours=2))
    dispatches.enter_returned(_to(sent, MOVED_AWAY), remark="Moved away", by=by, now=evening.ago(20))
    calls, called = [one for one in sent if one.channel == Channel.TELEPHONE], evening.ago(14)
    dispatches.share_out(calls, [evening.caller], by=by)
    dispatches.enter_gone(_to(sent, *CALLED), gone_at=called, by=by, now=called)
    for dispatch in _to(sent, NO_SUCH_BOX):
        if dispatch.message is not None:
            words = "550 5.1.1 The mailbox does not exist"
            returned.report(dispatch.message, what=MailEvent.What.BOUNCED, words=words, at=left)


def _to(sent: Iterable[Dispatch], *guests: str) -> list[Dispatch]:
    return [one for one in sent if one.invitation.guest.ref.removeprefix("sample-") in guests]


def _sent(event: Event) -> list[Dispatch]:
    found = Dispatch.objects.filter(invitation__guest__event=event)
    return list(found.select_related("message", "invitation__guest__event").order_by("pk"))


def _answer(evening: Evening, told: Told) -> None:
    """Record an answer as it came; those of the page and the calendar come in by themselves."""
    party, at = evening.parties[told.guest], evening.ago(told.days_ago)
    comes_in = told.channel in (By.PAGE, By.CALENDAR)
    dispatch = party.dispatches.select_related("reply_link").order_by("pk").first()
    reply = replies.record(
        party,
        told.answer,
        channel=told.channel,
        speaker=told.speaker,
        speaker_name=told.speaker_name,
        link=getattr(dispatch, "reply_link", None) if told.channel == By.PAGE else None,
        given_at=at,
        by=Actor(evening.event.organiser_id) if comes_in else evening.officer,
        now=at,
    )
    if told.decided is not None:
        replies.decide(reply, is_taken=told.decided, by=evening.officer, now=at + timedelta(hours=4))


def _prepare(evening: Evening) -> None:
    """What comes next: a reminder to the silent, and those who wait for free places."""
    silent = Invitation.objects.filter(guest__event=evening.event, standing=Standing.SILENT)
    _wave(
        evening,
        Kind.REMINDER_1,
        list(silent.order_by("pk")),
        send_on=evening.begins.date() + timedelta(days=1),
        own_text={
            "en": "The concert begins on time; guests are received from 18:30.",
            "ro": "Concertul începe la ora anunțată; oaspeții sunt primiți de la ora 18:30.",
            "az": "Konsert vaxtında başlayır; qonaqlar saat 18:30-dan qarşılanır.",
            "fr": "Le concert commence à l’heure ; les invités sont reçus à partir de 18 h 30.",
        },
    )
    waiting = [party for party in evening.parties.values() if party.is_held]
    _wave(evening, Kind.INVITATION, waiting, fills_places=True)
