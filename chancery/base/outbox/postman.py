"""A postman: claims messages, hands them over one by one, and settles what came of them."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Protocol

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from chancery.base import secret_box
from chancery.base.models import OutboxMessage
from chancery.base.outbox import posting
from chancery.base.outbox.addresses import bare
from chancery.base.outbox.claiming import claim, claim_one, release
from chancery.base.outbox.folder import Folder, FolderUnwritable, file_name
from chancery.base.outbox.journal import Journal, JournalUnwritable
from chancery.base.outbox.outcomes import Outcome, Trouble, Verdict, trouble_of
from chancery.base.outbox.settling import settle
from chancery.base.outbox.smtp import Letter, Patience, Wire
from chancery.configuration import MailRoute

# A batch is given back after this long, well before its lease is over: one message takes ten minutes at most.
LONGEST_HOLD = timedelta(minutes=30)
# A new journal after so many lines keeps recovery short.
MOST_LINES = 50_000


type Clock = Callable[[], datetime]


class Way(Protocol):
    """A way out of the house."""

    def hand_over(self, letter: Letter, journal: Journal) -> Outcome: ...

    def close(self) -> None: ...

    def leave(self) -> None: ...


class Postman:
    """One way out and one journal; used by one thread."""

    def __init__(
        self, route: MailRoute, *, patience: Patience | None = None, clock: Clock = timezone.now
    ) -> None:
        """Errors: JournalUnwritable."""
        self.route = route
        self.clock = clock
        self.journal = Journal(route.journals)
        self.trouble: Trouble | None = None
        self.way = _way(route, patience or Patience())
        # Results that the database does not know yet; it may be away.
        self._unsettled: list[Outcome] = []
        # Set while it is not known what becomes of a message: then the journal speaks for him.
        self._in_hand = ""

    def round(self, may_go_on: Callable[[], bool] = lambda: True) -> int:
        """
        Claim what is due, carry it, settle it; return how many messages were tried.

        `trouble` says afterwards why nothing can be handed over, or is None. Errors: DatabaseError where the
        database is away; call again, nothing is lost.
        """
        self._settle()
        # A claim whose answer was lost left messages that nobody carries.
        release(self.journal.name)
        per_domain = self.route.per_domain if self.route.server else 0
        return self._work(claim(self.journal.name, now=self.clock(), per_domain=per_domain), may_go_on)

    def carry_one(self, message: OutboxMessage) -> None:
        """Carry this message now, if it still has to go."""
        self._work(claim_one(self.journal.name, message, now=self.clock()), lambda: True)

    def end(self) -> None:
        """Take leave; the journal stays behind where the database does not know everything in it."""
        self.way.leave()
        if self._in_hand:
            self.journal.close()
            return
        try:
            self._settle()
            release(self.journal.name)
        except BaseException:
            self.journal.close()
            raise
        self.journal.discard()

    def _work(self, claimed: Sequence[OutboxMessage], may_go_on: Callable[[], bool]) -> int:
        self.trouble = None
        for outcome in self._outcomes(claimed, may_go_on):
            self._unsettled.append(outcome)
        tried = len(self._unsettled)
        self._settle()
        if tried < len(claimed):
            release(self.journal.name)
        self._renew_journal()
        return tried

    def _outcomes(self, claimed: Sequence[OutboxMessage], may_go_on: Callable[[], bool]) -> Iterator[Outcome]:
        """Carry the messages until one meets trouble, time is up, or the process is to end."""
        held_until = time.monotonic() + LONGEST_HOLD.total_seconds()
        for message in claimed:
            if not may_go_on() or time.monotonic() > held_until:
                return
            try:
                outcome = self._carry(message)
            except OSError as error:
                self._in_hand = ""
                self.trouble = _trouble(error)
                self.way.close()
                return
            yield outcome
            if outcome.is_broken:
                self.trouble = Trouble("broken", outcome.words)
                return

    def _carry(self, message: OutboxMessage) -> Outcome:
        try:
            letter = _letter(message)
        except secret_box.SecretUnreadable:
            words = _("The key that opens this message is missing from keys/secrets.")
            return Outcome(message.code, Verdict.REFUSED, words)
        self._in_hand = message.code
        outcome = self.way.hand_over(letter, self.journal)
        # Where the disk takes no line the result still goes into the database, and nothing more is begun.
        with suppress(JournalUnwritable):
            self.journal.ended(outcome)
        self._in_hand = ""
        return outcome

    def _settle(self) -> None:
        if self._unsettled:
            settle(self.journal.name, self._unsettled, now=self.clock())
            self._unsettled.clear()

    def _renew_journal(self) -> None:
        if self.journal.lines > MOST_LINES:
            old, self.journal = self.journal, Journal(self.route.journals)
            old.discard()


def _way(route: MailRoute, patience: Patience) -> Way:
    if route.server is None:
        return Folder(route.folder)
    return Wire(route.server, own_host=posting.host(), patience=patience)


def _letter(message: OutboxMessage) -> Letter:
    return Letter(
        code=message.code,
        name=file_name(message.code, message.made_at),
        sender=bare(settings.DEFAULT_FROM_EMAIL),
        recipient=message.recipient,
        content=secret_box.unseal(message.sealed),
    )


def _trouble(error: OSError) -> Trouble:
    kinds = {FolderUnwritable: "folder", JournalUnwritable: "journal"}
    if kind := kinds.get(type(error)):
        return Trouble(kind, error.strerror or "")
    return trouble_of(error)
