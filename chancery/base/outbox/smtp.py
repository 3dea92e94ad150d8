"""
The way through a mail server.

The client of the standard library connects, encrypts and signs in; the steps of a message are our own,
because the moment matters at which the server may have it: the text is sent first, then a line is written to
the journal, then the dot goes that ends it. Only between the dot and the answer is a message uncertain.
"""

import smtplib
import socket
import ssl
from dataclasses import dataclass

from chancery.base.outbox.journal import Journal
from chancery.base.outbox.outcomes import Outcome, Verdict, of_answer, words_of
from chancery.configuration import LOCAL_HOSTS, MailServer

SERVICE_ENDS = 421
GO_ON = 354


@dataclass(frozen=True, slots=True)
class Patience:
    """
    How many seconds to wait for a connection, for an answer, and for a message to be taken.

    RFC 5321 lets a server take ten minutes over a message (4.5.3.2); most stay well below five.
    """

    connect: float = 20
    answer: float = 60
    taking: float = 300


@dataclass(frozen=True, slots=True)
class Letter:
    """A message in a postman's hand: its code, its envelope and its bytes."""

    code: str
    name: str
    sender: str
    recipient: str
    content: bytes


class Wire:
    """One connection to the server, opened when a message needs it and used for as many as it lasts."""

    def __init__(self, server: MailServer, *, own_host: str, patience: Patience) -> None:
        self.server = server
        self.own_host = own_host
        self.patience = patience
        self._smtp: smtplib.SMTP | None = None

    def hand_over(self, letter: Letter, journal: Journal) -> Outcome:
        """
        Hand one message over.

        Errors: OSError where the server as a whole takes nothing, or the journal no line; then nothing of
        the message was taken, and it is not the message's fault.
        """
        smtp = self._begin(letter)
        try:
            refusal = self._address(smtp, letter)
            if refusal is not None:
                return refusal
            # A line that begins with a dot gets a second one; the first line is a header.
            smtp.send(letter.content.replace(b"\r\n.", b"\r\n.."))
        except OSError as error:
            self.close()
            return Outcome(letter.code, Verdict.PUT_OFF, _broken(error), is_broken=True)
        return self._end(smtp, letter, journal)

    def close(self) -> None:
        """Drop the connection without a word; a server forgets what was not ended."""
        if self._smtp is not None:
            self._smtp.close()
            self._smtp = None

    def leave(self) -> None:
        """Take leave of the server."""
        if self._smtp is not None:
            try:
                self._smtp.quit()
            except OSError:
                self._smtp.close()
            self._smtp = None

    def _begin(self, letter: Letter) -> smtplib.SMTP:
        """Name the sender; a connection that the server closed since the last message is made anew once."""
        if self._smtp is not None:
            try:
                return self._from(self._smtp, letter)
            except OSError:
                self.close()
        self._smtp = self._connect()
        try:
            return self._from(self._smtp, letter)
        except OSError:
            self.close()
            raise

    def _from(self, smtp: smtplib.SMTP, letter: Letter) -> smtplib.SMTP:
        number, answer = smtp.docmd("MAIL", f"FROM:<{letter.sender}>")
        if number // 100 != 2:
            raise smtplib.SMTPSenderRefused(number, answer, letter.sender)
        return smtp

    def _address(self, smtp: smtplib.SMTP, letter: Letter) -> Outcome | None:
        number, answer = smtp.docmd("RCPT", f"TO:<{letter.recipient}>")
        if number // 100 == 2:
            number, answer = smtp.docmd("DATA")
            if number == GO_ON:
                return None
        self._forget(smtp, number)
        return of_answer(letter.code, number, answer)

    def _forget(self, smtp: smtplib.SMTP, number: int) -> None:
        """Let the server forget a message it refused, so that the next can follow."""
        if number == SERVICE_ENDS:
            self.close()
        else:
            smtp.rset()

    def _end(self, smtp: smtplib.SMTP, letter: Letter, journal: Journal) -> Outcome:
        try:
            journal.begun(letter.code)
        except OSError:
            self.close()
            raise
        try:
            smtp.send(b".\r\n")
            _wait(smtp, self.patience.taking)
            number, answer = smtp.getreply()
            _wait(smtp, self.patience.answer)
        except OSError as error:
            self.close()
            return Outcome(letter.code, Verdict.UNCERTAIN, _broken(error), is_broken=True)
        if number == SERVICE_ENDS:
            self.close()
        return of_answer(letter.code, number, answer)

    def _connect(self) -> smtplib.SMTP:
        """Connect, encrypt and sign in. Errors: OSError."""
        kind = _Encrypted if self.server.is_encrypted else _Plain
        smtp = kind(timeout=self.patience.connect, local_hostname=self.own_host)
        try:
            number, answer = smtp.connect(self.server.host, self.server.port)
            if number // 100 != 2:
                raise smtplib.SMTPConnectError(number, answer)
            smtp.ehlo_or_helo_if_needed()
            if not self.server.is_encrypted and self.server.host not in LOCAL_HOSTS:
                smtp.starttls(context=ssl.create_default_context())
            if self.server.user:
                smtp.login(self.server.user, self.server.password)
        except OSError:
            smtp.close()
            raise
        _wait(smtp, self.patience.answer)
        return smtp


class _Plain(smtplib.SMTP):
    """A connection whose short lines leave at once."""

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        return _at_once(super()._get_socket(host, port, timeout))  # type: ignore[misc]  # the stubs hide it


class _Encrypted(smtplib.SMTP_SSL):
    """The same, encrypted from its first byte."""

    def __init__(self, **options: object) -> None:
        super().__init__(context=ssl.create_default_context(), **options)  # type: ignore[arg-type]  # as given

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        return _at_once(super()._get_socket(host, port, timeout))  # type: ignore[misc]  # the stubs hide it


def _at_once(connected: socket.socket) -> socket.socket:
    connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connected


def _wait(smtp: smtplib.SMTP, seconds: float) -> None:
    if smtp.sock is not None:
        smtp.sock.settimeout(seconds)


def _broken(error: OSError) -> str:
    """Return the words of a connection that broke under a message."""
    if isinstance(error, smtplib.SMTPResponseException):
        return words_of(error.smtp_code, error.smtp_error)
    return " ".join((error.strerror or str(error) or type(error).__name__).split())
