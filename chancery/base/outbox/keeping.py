"""How long the texts of messages are kept: they hold links that open something."""

from datetime import datetime, timedelta

from chancery.base.models import OutboxMessage

State = OutboxMessage.State

KEPT = timedelta(days=30)


def forget_texts(now: datetime) -> int:
    """Remove the texts of messages that a server took thirty days ago; return how many. The rows stay."""
    taken = OutboxMessage.objects.filter(state__in=[State.SENT, State.BOUNCED], sent_at__lt=now - KEPT)
    return taken.exclude(sealed=b"").update(sealed=b"")
