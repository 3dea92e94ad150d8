"""Work of commands and of the hourly rounds: done in a process of its own, and done again after a blow."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import pyrage
from django.conf import settings
from django.utils import timezone

from chancery import cli
from chancery.accounts.models import Organiser
from chancery.base.backup import folders, identities, verifying
from chancery.base.backup.refusing import BackupRefused
from chancery.custody.actions import sweeping
from chancery.events.models import Event
from chancery.guests.actions.replies import Answer, record
from chancery.guests.models import ListVersion, Reply, Standing, Terms
from support.faults.works import Work, a_day
from tests import make
from tests.guests import built


@dataclass
class CommandWork(Work):
    """
    Work without anybody at a browser; `run` is called in a process of its own.

    `is_heard` says whether somebody reads what it says; a round of the worker writes into the log.
    """

    is_heard: bool = True

    def run(self) -> None:
        """Do the work."""


def command(*words: str) -> None:
    """Do what `chancery` with these words does."""
    sys.argv = ["chancery", *words]
    cli.main()


@dataclass
class Backup(CommandWork):
    """A backup is made into a folder on the same small disk, and made again."""

    name: str = "backup"
    public: str = ""
    secret: Path = field(init=False)

    def build(self, office: Organiser) -> None:
        identity = pyrage.x25519.Identity.generate()
        self.public, self.secret = str(identity.to_public()), Path(settings.HOME) / "secret.txt"
        self.secret.write_text(f"{identity}\n")

    @property
    def where(self) -> Path:
        """The folder of the backups."""
        return Path(settings.HOME) / "kept"

    def run(self) -> None:
        command("backup", str(self.where), "--recipient", self.public)

    def faults(self) -> Iterator[str]:
        try:
            with identities.opened(folders.opened(self.where), "", words="", identity=self.secret) as opened:
                yield from verifying.faults(opened, seen=lambda _size: None)
        except BackupRefused as refused:
            yield f"no backup can be opened: {refused}"


@dataclass
class Load(CommandWork):
    """A folder of an event is loaded."""

    name: str = "load"

    def run(self) -> None:
        command("load", "bucharest-2025")

    def faults(self) -> Iterator[str]:
        if Event.objects.filter(ref="bucharest-2025").count() != 1:
            yield "the event of the folder is not there"


@dataclass
class Wiping(CommandWork):
    """What guests need is deleted after events, and versions on their day."""

    name: str = "wiping"
    is_heard: bool = False

    def build(self, office: Organiser) -> None:
        for place in range(4):
            event = make.event(office, f"Past {place}", held_on=a_day())
            Terms.objects.create(event=event, asks_diet=True)
            for number in range(3):
                guest = built.guest(event, f"Past Guest{number}")
                said = Answer(Standing.ACCEPTED, diet="vegan", has_consented=True)
                now = timezone.now()
                record(guest.invitation, said, channel="page", given_at=now, by=make.actor(office), now=now)
            Event.objects.filter(pk=event.pk).update(held_on=date(2026, 1, 5 + place))

    def run(self) -> None:
        sweeping.sweep(timezone.now())

    def faults(self) -> Iterator[str]:
        left = Reply.objects.filter(invitation__guest__event__held_on__lt=timezone.now() - timedelta(60))
        if number := left.exclude(sealed_diet=None).count():
            yield f"{number} diets are still there"
        if ListVersion.objects.filter(delete_on__lt=timezone.now(), deleted_at=None).exists():
            yield "a version is still there"


@dataclass
class Counting(CommandWork):
    """Events of an office are counted, and its years added up."""

    name: str = "counting"

    def build(self, office: Organiser) -> None:
        for place in range(6):
            event = make.event(office, f"Counted {place}", held_on=date(2025, 2, 1 + place))
            make.participation(event, make.person(office, f"Counted Guest{place}"), actual="attended")

    def run(self) -> None:
        command("count")


def all_commands() -> list[CommandWork]:
    """Every kind of work that is a command or a round."""
    return [Backup(), Load(), Wiping(), Counting()]
