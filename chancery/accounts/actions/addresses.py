"""A link that shows that a new address is somebody's own, good for a day."""

from collections.abc import Callable
from datetime import timedelta

from django.core import signing
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from chancery.accounts import queries
from chancery.accounts.models import User
from chancery.base import mail

SALT = "chancery.accounts.address"
LIVES = timedelta(days=1)


def mail_link(user: User, email: str, *, link_of: Callable[[str], str]) -> str:
    """
    Mail the link to the new address; return why that failed in one sentence, or an empty text.

    Nothing goes to an address that another account has, and nobody is told.
    """
    known = queries.user_called(email)
    if known is not None and known != user:
        return ""
    token = signing.dumps({"user": user.pk, "from": user.email, "to": email}, salt=SALT)
    text = render_to_string("accounts/mail/address.txt", {"link": link_of(token)})
    try:
        mail.send(to=email, subject=_("Your new address for Chancery"), text=text, about=user)
    except mail.MailNotSent as trouble:
        return str(trouble)
    return ""


def read_link(token: str, *, user: User) -> str:
    """
    Return the address a link stands for.

    Errors: BadSignature where the link is broken, too old, used up, or somebody else's.
    """
    wanted = signing.loads(token, salt=SALT, max_age=LIVES)
    if wanted["user"] != user.pk or wanted["from"] != user.email:
        raise signing.BadSignature
    return str(wanted["to"])
