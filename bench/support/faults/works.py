"""
The kinds of work that are struck: each is built once, done by somebody who waits for answers, and looked at.

`confirmed` holds what somebody was told is done. What must hold beyond that is in `holding.py`: the rows are
the same as if nothing had happened.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connections
from django.test import Client as Browser
from django.utils import timezone

from chancery.accounts.models import Membership, Organiser
from chancery.base.models import Job
from support.faults.client import Client
from tests import make

SOON = 5.0


@dataclass
class Work:
    """One kind of work; `session` is the key of somebody who may do it."""

    name: str = ""
    session: str = ""
    confirmed: list[str] = field(default_factory=list)

    def build(self, office: Organiser) -> None:
        """Make what the work needs, once."""

    def do(self, client: Client) -> None:
        """Do the work as a user does."""

    def faults(self) -> Iterator[str]:
        """What is wrong afterwards that only this work can know."""
        yield from ()


def sign_in(member: Membership) -> str:
    """The key of a session of a member."""
    browser = Browser()
    browser.force_login(member.user)
    connections.close_all()
    return browser.cookies[settings.SESSION_COOKIE_NAME].value


def is_true(asked: Callable[[], bool]) -> Callable[[], bool]:
    """Ask the database from outside; while it does not answer, it is not so."""

    def answer() -> bool:
        try:
            return asked()
        except DatabaseError:
            return False
        finally:
            connections.close_all()

    return answer


def is_over(job: Job) -> bool:
    """Whether a job has ended in whatever way."""
    return job.state not in (Job.State.WAITING, Job.State.RUNNING)


def a_day(number: int = 60) -> Any:
    """A day so far from now."""
    return timezone.now().date() + timedelta(days=number)


def office() -> Organiser:
    """The office that does all the work."""
    return make.organiser("mission", names={"en": "Embassy of Sampleland"}, languages=["en", "fr"])
