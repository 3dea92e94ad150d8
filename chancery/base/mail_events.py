"""What a mail provider reports of messages by itself: proved by its secret, read by django-anymail."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from typing import Any

from anymail.exceptions import AnymailConfigurationError, AnymailWebhookValidationFailure
from anymail.signals import AnymailTrackingEvent
from anymail.webhooks.base import AnymailBaseWebhookView
from django.http import HttpRequest

from chancery.base import sent_json
from chancery.base.models import MailEvent
from chancery.configuration import MailEvents

# The class that reads the reports of a provider, and by which name it takes the secret.
READERS = {
    "brevo": ("BrevoTrackingWebhookView", "webhook_secret"),
    "mailersend": ("MailerSendTrackingWebhookView", "signing_secret"),
    "mailgun": ("MailgunTrackingWebhookView", "webhook_signing_key"),
    "mailjet": ("MailjetTrackingWebhookView", "webhook_secret"),
    "mailtrap": ("MailtrapTrackingWebhookView", "tracking_secret"),
    "postal": ("PostalTrackingWebhookView", "webhook_key"),
    "postmark": ("PostmarkTrackingWebhookView", "webhook_secret"),
    "sparkpost": ("SparkPostTrackingWebhookView", "webhook_secret"),
}
WHATS = {
    "bounced": MailEvent.What.BOUNCED,
    "complained": MailEvent.What.COMPLAINED,
    "deferred": MailEvent.What.DELAYED,
    "delivered": MailEvent.What.DELIVERED,
    "failed": MailEvent.What.REFUSED,
    "rejected": MailEvent.What.REFUSED,
}
# Where providers put the Message-ID under which we sent, beside their own name for the message.
ID_KEYS = frozenset({"message-id", "messageid", "message_id", "smtp-id"})
DEEPEST = 5
UNREADABLE = (
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    ArithmeticError,
    OSError,
    RecursionError,
    AnymailConfigurationError,
)
"""What reading something can end in that is no report; the last is what a provider received for us."""


class NotFromProvider(Exception):
    """The report is not proved to come from the provider."""


class NotAReport(ValueError):
    """The provider sent something that is no report."""


@dataclass(frozen=True, slots=True)
class ProviderReport:
    """
    What a provider says of a message.

    Shape: `identifiers` are in angles, ours perhaps among them; `at` is None where the provider says no time.
    """

    what: MailEvent.What
    identifiers: tuple[str, ...]
    recipient: str
    words: str
    at: datetime | None


def reports_in(request: HttpRequest, chosen: MailEvents) -> list[ProviderReport]:
    """
    Read what the chosen provider reports; openings and clicks are none of our business and passed over.

    Errors: NotFromProvider where the secret is not right; NotAReport where it cannot be read.
    """
    reader = reader_of(chosen)
    try:
        reader.run_validators(request)
    except AnymailWebhookValidationFailure as refused:
        raise NotFromProvider from refused
    except UNREADABLE as error:
        raise NotAReport from error
    return told_in(reader, request)


def reader_of(chosen: MailEvents) -> AnymailBaseWebhookView:
    """Return what reads the reports of a provider."""
    name, key = READERS[chosen.provider]
    kind = getattr(import_module(f"anymail.webhooks.{chosen.provider}"), name)
    reader: AnymailBaseWebhookView = kind(**{key: chosen.secret})
    return reader


def told_in(reader: AnymailBaseWebhookView, request: HttpRequest) -> list[ProviderReport]:
    """Read reports that are proved. Errors: NotAReport, also where the provider sends what it received."""
    try:
        if request.content_type == "application/json":
            sent_json.read_json(request.body)
        return [_report(event) for event in reader.parse_events(request) if event.event_type in WHATS]
    except UNREADABLE as error:
        raise NotAReport from error


def _report(event: AnymailTrackingEvent) -> ProviderReport:
    words = event.mta_response or event.description or event.reject_reason or ""
    return ProviderReport(
        what=WHATS[event.event_type],
        identifiers=tuple(dict.fromkeys(_identifiers({"message-id": event.message_id, "": event.esp_event}))),
        recipient=(event.recipient or "").strip().lower()[:320],
        words=" ".join(str(words).split())[:500],
        at=event.timestamp,
    )


def _identifiers(found: Any, depth: int = 0) -> Iterator[str]:
    """Everything in a report that is called an identifier of a message."""
    if not isinstance(found, Mapping) or depth > DEEPEST:
        return
    for key, value in found.items():
        if isinstance(value, str) and value and str(key).lower() in ID_KEYS:
            yield f"<{value.strip('<> ')}>"
        else:
            yield from _identifiers(value, depth + 1)
