"""A message as whoever writes it hands it over, and where it belongs."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import models


@dataclass(frozen=True, slots=True)
class Mail:
    """
    One message to one address.

    `html` is added to the text where there is one. `calendar` is a whole iCalendar file, and `method` says
    what it asks for (`REQUEST`, `CANCEL`). `sender_name` stands before the address of the installation. Line
    breaks in what becomes a header are made spaces, so that nothing can be smuggled in.
    """

    to: str
    subject: str
    text: str
    html: str = ""
    language: str = "en"
    reply_to: str = ""
    sender_name: str = ""
    calendar: bytes = b""
    method: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Posting:
    """A message with its unique key and the row that it is about, None for mail about no row."""

    key: str
    about: models.Model | None
    mail: Mail
