"""A mail that only shows whether mail works."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from chancery.base import mail


@dataclass(frozen=True, slots=True)
class MailTest:
    """What became of a test mail: its text, its file if it stayed in the folder, and what went wrong."""

    to: str
    text: str = ""
    path: str = ""
    trouble: str = ""


def try_mail(to: str) -> MailTest:
    """Send a test mail to `to`; trouble comes back as one sentence, nothing is raised."""
    text = _("If you read this, mail from Chancery arrives. There is nothing to do.")
    try:
        sent = mail.send(to=to, subject=_("A test mail from Chancery"), text=text)
    except mail.MailNotSent as trouble:
        return MailTest(to, trouble=str(trouble))
    return MailTest(to, text=text, path=str(sent.path or ""))
