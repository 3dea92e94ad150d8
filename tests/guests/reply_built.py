"""Invitations with their links, as the tests of the reply page need them."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from chancery.base.codes import new_code
from chancery.events.models import Event, Place, Station
from chancery.guests.actions import links
from chancery.guests.models import Dispatch, Invitation, Question, ReplyLink, Terms
from chancery.guests.queries.reply_page import forget_plans
from tests import make
from tests.guests.built import guest


@dataclass
class Party:
    """A party with its link, and a browser that has no cookie."""

    invitation: Invitation
    link: ReplyLink
    token: str

    @property
    def event(self) -> Event:
        return self.invitation.guest.event

    def address(self, page: str = "", **query: str) -> str:
        """The address of a page of the party."""
        written = "&".join(f"{name}={value}" for name, value in query.items())
        return f"/r/{self.token}/{page}{'?' if written else ''}{written}"

    def look(self, page: str = "", **query: str) -> Any:
        """Open a page."""
        return Client().get(self.address(page, **query))

    def send(self, answer: str, written: dict[str, Any] | None = None, **query: str) -> Any:
        """Send the form of an answer, each time one that was opened anew unless `written` names its key."""
        return Client().post(self.address(f"{answer}/", **query), {"form_key": new_code()} | (written or {}))

    def again(self) -> Invitation:
        """The invitation as the database holds it now."""
        return Invitation.objects.select_related("guest__event").get(pk=self.invitation.pk)


def invited(event: Event | None = None, printed: str = "Ana Sample", **fields: Any) -> Party:
    """A guest who was sent an invitation in English by e-mail."""
    party = guest(event or coming_event(), printed, **fields).invitation
    dispatch = Dispatch.objects.create(
        invitation=party, key=party.code, kind="invitation", channel="email", language="en", state="gone"
    )
    link, token = links.issue(party, dispatch, now=timezone.now())
    return Party(party, link, token)


def coming_event(*, days: int = 30, **terms: Any) -> Event:
    """An event in a month at seven in the Great Hall, with terms by which nothing but yes or no is asked."""
    forget_plans()
    office = make.organiser(f"office{Event.objects.count()}", names={"en": "Embassy of Sampleland"})
    event = make.event(
        office,
        "National day",
        held_on=day_in(days),
        starts_at=time(19),
        time_zone=office.time_zone,
        languages=["en", "ro"],
        status="confirmed",
    )
    hall = Place.objects.create(organiser=office, names={"en": "Great Hall"}, city="Bucharest")
    Station.objects.create(event=event, place=hall)
    usual = {"companions": "none", "reply_contact": {"en": "+40 21 000 00 00"}}
    Terms.objects.create(event=event, **{**usual, **terms})
    return event


def day_in(days: int) -> date:
    """The day so many days from now."""
    return timezone.now().date() + timedelta(days=days)


def question(event: Event, text: str, **fields: Any) -> Question:
    """A question of an event, in English."""
    forget_plans()
    return Question.objects.create(event=event, texts={"en": text}, **fields)
