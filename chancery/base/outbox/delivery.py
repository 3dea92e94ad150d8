"""Delivering: for ever in threads of a process that serves, or once for whoever waits for it."""

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.conf import settings
from django.db import Error as DatabaseError
from django.db import close_old_connections, connection
from django.utils import timezone

from chancery.base.models import OutboxMessage
from chancery.base.outbox import known_trouble, waking
from chancery.base.outbox.claiming import durable, is_due
from chancery.base.outbox.journal import JournalUnwritable
from chancery.base.outbox.keeping import forget_texts
from chancery.base.outbox.outcomes import Trouble
from chancery.base.outbox.pacing import pause_after
from chancery.base.outbox.postman import Clock, Postman
from chancery.base.outbox.recovery import recover
from chancery.base.outbox.smtp import Patience

log = logging.getLogger(__name__)

# Another process may have posted: whoever waits for a link to sign in waits no longer than this.
IDLE_SECONDS = 2.0
RECOVERY_SECONDS = 30.0
FORGETTING_SECONDS = 86_400.0
END_SECONDS = 10.0
# Somebody waits for the page.
IMPATIENT = Patience(connect=10, answer=15, taking=30)


def deliver_due(now: datetime, *, patience: Patience | None = None) -> int:
    """Take up what was left, and send everything that is due at `now`; return how many were tried."""
    tried = 0
    with _postman(patience=patience, clock=lambda: now) as postman, durable():
        recover(settings.MAIL_ROUTE.journals, now=now)
        while count := postman.round():
            tried += count
            if postman.trouble:
                break
    return tried


def deliver_now(message: OutboxMessage) -> Trouble | None:
    """
    Try to send this one message at once, for somebody who waits; `message` then has its new state.

    Returns why nothing could be handed over, or None. A message that was not tried still waits. Call it
    after the transaction that posted the message.
    """
    try:
        with _postman(patience=IMPATIENT) as postman, durable():
            postman.carry_one(message)
    except JournalUnwritable as error:
        return Trouble("journal", error.strerror or "")
    message.refresh_from_db(fields=["state", "answer", "tries", "next_try_at", "sent_at", "claimed_by"])
    return postman.trouble


@contextmanager
def _postman(*, patience: Patience | None = None, clock: Clock = timezone.now) -> Iterator[Postman]:
    postman = Postman(settings.MAIL_ROUTE, patience=patience, clock=clock)
    try:
        yield postman
    finally:
        postman.end()


class Postmen:
    """The threads of one process that deliver until they are told to stop."""

    def __init__(self) -> None:
        self._stopped = threading.Event()
        self._threads: list[threading.Thread] = []

    def start(self) -> None:
        """Begin to deliver, on as many connections as the settings name."""
        route = settings.MAIL_ROUTE
        for number in range(route.connections if route.server else 1):
            thread = threading.Thread(target=self._deliver, args=[number == 0], name="postman", daemon=True)
            self._threads.append(thread)
            thread.start()

    def stop(self) -> None:
        """End after the message in hand; one that takes longer is taken up by its journal."""
        self._stopped.set()
        waking.wake()
        for thread in self._threads:
            thread.join(END_SECONDS)

    def _deliver(self, is_first: bool) -> None:
        """Carry messages with one postman after another, each until something unforeseen ends him."""
        while not self._stopped.is_set():
            try:
                with _postman() as postman, durable():
                    _Rounds(postman, self._stopped, does_recover=is_first).run()
            except (DatabaseError, JournalUnwritable):
                log.warning("Mail waits: the database or the disk cannot be written.", exc_info=True)
            except Exception:
                log.exception("A postman failed; another one goes on.")
            close_old_connections()
            self._stopped.wait(IDLE_SECONDS)
        connection.close()


class _Rounds:
    """The rounds of one postman."""

    def __init__(self, postman: Postman, stopped: threading.Event, *, does_recover: bool) -> None:
        self.postman = postman
        self.stopped = stopped
        self.does_recover = does_recover
        self.troubles = 0
        self._recovered_at = self._forgot_at = float("-inf")

    def run(self) -> None:
        """Go round until told to stop."""
        while not self.stopped.is_set():
            rung = waking.rung()
            self._recover_seldom()
            tried = self._round() if is_due(timezone.now()) else 0
            if self.postman.trouble:
                self.stopped.wait(pause_after(self.troubles))
            elif not tried and not waking.wait(IDLE_SECONDS, since=rung):
                self.postman.way.leave()

    def _round(self) -> int:
        tried = self.postman.round(may_go_on=lambda: not self.stopped.is_set())
        trouble = self.postman.trouble
        if trouble and not self.troubles:
            log.warning("Mail waits: %s %s", trouble.kind, trouble.cause)
        if trouble or self.troubles:
            known_trouble.tell(trouble, now=timezone.now())
        self.troubles = self.troubles + 1 if trouble else 0
        return tried

    def _recover_seldom(self) -> None:
        """Take up what dead postmen left, and let go of old texts: one thread does it for all."""
        if self.does_recover and time.monotonic() - self._recovered_at > RECOVERY_SECONDS:
            recover(settings.MAIL_ROUTE.journals, now=timezone.now())
            self._recovered_at = time.monotonic()
        if self.does_recover and time.monotonic() - self._forgot_at > FORGETTING_SECONDS:
            forget_texts(timezone.now())
            self._forgot_at = time.monotonic()
