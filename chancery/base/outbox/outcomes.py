"""What came of handing a message over, and what is wrong with a server as a whole."""

import smtplib
import ssl
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

LONGEST_WORDS = 500


class Verdict(StrEnum):
    """What a message came to; the values stand in journals."""

    TAKEN = "taken"
    PUT_OFF = "put-off"
    REFUSED = "refused"
    UNCERTAIN = "uncertain"
    UNTRIED = "untried"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one message, with the words of the server; `is_broken` where the connection broke."""

    code: str
    verdict: Verdict
    words: str = ""
    is_broken: bool = False


def of_answer(code: str, number: int, answer: bytes) -> Outcome:
    """Return what an answer of a server means for a message: 2xx taken, 4xx put off, else refused."""
    verdict = {2: Verdict.TAKEN, 4: Verdict.PUT_OFF}.get(number // 100, Verdict.REFUSED)
    return Outcome(code, verdict, words_of(number, answer))


def words_of(number: int, answer: bytes | str) -> str:
    """Return an answer of a server on one line."""
    text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    return " ".join(f"{number} {text}".split())[:LONGEST_WORDS]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why nothing can be handed over at present: a kind, and the cause in the words of the system."""

    kind: str
    cause: str = ""


def trouble_of(error: OSError) -> Trouble:
    """Return what an error says about the server, or about the folder."""
    match error:
        case smtplib.SMTPAuthenticationError():
            return Trouble("password")
        case smtplib.SMTPSenderRefused():
            return Trouble("sender", words_of(error.smtp_code, error.smtp_error))
        case smtplib.SMTPNotSupportedError():
            return Trouble("plain")
        case ssl.SSLError():
            return Trouble("certificate")
        case TimeoutError():
            return Trouble("silent")
        case smtplib.SMTPResponseException():
            return Trouble("broken", words_of(error.smtp_code, error.smtp_error))
        case smtplib.SMTPException():
            return Trouble("broken", type(error).__name__)
        case _other:
            return Trouble("unreachable", error.strerror or str(error))


def sentence(trouble: Trouble) -> str:
    """Say in one sentence of the reader's language what is wrong and what to do."""
    sentences = {
        "password": _("The mail server refuses the user name or password in CHANCERY_MAIL; correct them."),
        "sender": _("The mail server refuses the sender in CHANCERY_MAIL_FROM; use one it may send for."),
        "plain": _("The mail server offers no encryption; use smtps:// or a server that does."),
        "certificate": _(
            "The certificate of the mail server is not trusted; check the name in CHANCERY_MAIL."
        ),
        "silent": _("The mail server does not answer; check the name and port in CHANCERY_MAIL."),
        "broken": _("The mail server broke off (%(cause)s); try again or check CHANCERY_MAIL."),
        "unreachable": _("The mail server cannot be reached (%(cause)s); check CHANCERY_MAIL."),
        "folder": _("The mailbox folder cannot be written (%(cause)s); ask whoever runs the server."),
        "journal": _(
            "The journal of the mail cannot be written (%(cause)s); make room in the home of Chancery."
        ),
    }
    return sentences[trouble.kind] % {"cause": trouble.cause}
