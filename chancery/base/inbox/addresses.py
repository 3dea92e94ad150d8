"""The address to which guests answer, and which office a message to it is for."""

import re

from django.conf import settings

from chancery.base.outbox.addresses import bare

OFFICE = "{office}"


def reply_address(office: str) -> str:
    """Return the address for answers to the office called `office`: that of the mailbox that is read."""
    return _pattern().replace(OFFICE, office)


def office_in(recipients: list[str]) -> str:
    """Return the short name of the office that one of the addresses names; empty where none does."""
    pattern = _pattern().lower()
    if OFFICE not in pattern:
        return ""
    before, _, after = pattern.partition(OFFICE)
    named = re.compile(rf"{re.escape(before)}([a-z0-9_-]+){re.escape(after)}")
    found = (named.fullmatch(address.lower()) for address in recipients)
    return next((match.group(1) for match in found if match), "")


def _pattern() -> str:
    return str(settings.INBOX_ADDRESS or bare(settings.DEFAULT_FROM_EMAIL))
