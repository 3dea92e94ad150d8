"""What was posted, as its readers get it."""

import email
import email.policy
from dataclasses import dataclass

from chancery.base import secret_box
from chancery.base.models import OutboxMessage


@dataclass(frozen=True)
class Letter:
    """A message in the outbox: to whom, about what, and its plain text."""

    to: str
    subject: str
    text: str


def letters() -> list[Letter]:
    """Every message that was posted, in order."""
    return [_letter(message) for message in OutboxMessage.objects.order_by("id")]


def _letter(message: OutboxMessage) -> Letter:
    read = email.message_from_bytes(secret_box.unseal(message.sealed), policy=email.policy.default)
    plain = read.get_body(["plain"])
    assert plain is not None
    return Letter(message.recipient, read["Subject"], plain.get_content())
