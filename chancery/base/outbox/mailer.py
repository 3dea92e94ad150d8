"""The mailer of Django and of its apps: what they send is posted, and leaves as every other message."""

from collections.abc import Sequence

from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import Model
from django.utils.translation import get_language

from chancery.base.codes import new_code
from chancery.base.outbox.mails import Mail, Posting
from chancery.base.outbox.posting import post_all

GENERATED = {"Auto-Submitted": "auto-generated"}


class OutboxMailer(BaseEmailBackend):
    """Posts each message once for each of its recipients; whoever called need not wait for a server."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Post the messages; return how many."""
        post_all(
            [
                Posting(f"django:{new_code()}", _account_of(address), _mail(message, address))
                for message in email_messages
                for address in message.recipients()
            ],
            by=None,
        )
        return len(email_messages)


def _account_of(address: str) -> Model | None:
    """Return the account that a message about signing in belongs to; others have none."""
    return get_user_model()._default_manager.filter(email__iexact=address).first()


def _mail(message: EmailMessage, address: str) -> Mail:
    html = [part for part in getattr(message, "alternatives", []) if part.mimetype == "text/html"]
    return Mail(
        to=address,
        subject=str(message.subject),
        text=str(message.body),
        html=str(html[0].content) if html else "",
        language=get_language() or "en",
        reply_to=", ".join(message.reply_to),
        headers=GENERATED,
    )
