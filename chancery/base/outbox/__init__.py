"""
The outbox: every message that leaves the house is a row first, and leaves once.

A message is posted in the transaction that decides it, under a key that is unique. Postmen carry it to the
mail server, or into the mailbox folder, and keep a journal on disk of what they hand over, so that whatever
dies at whatever moment, nothing is lost and nothing is sent again that the server had taken. See
docs/admin/mail.md for the states and docs/decisions/outbox.md for the reasons.
"""

from chancery.base.outbox.delivery import Postmen, deliver_due, deliver_now
from chancery.base.outbox.mails import Mail, Posting
from chancery.base.outbox.marking import came_back, cancel, try_again
from chancery.base.outbox.posting import post, post_all

__all__ = [
    "Mail",
    "Posting",
    "Postmen",
    "came_back",
    "cancel",
    "deliver_due",
    "deliver_now",
    "post",
    "post_all",
    "try_again",
]
