"""The words of invitations and replies that several tables share."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Channel(models.TextChoices):
    """How something reaches a guest, or how a reply comes back."""

    EMAIL = "email", _("e-mail")
    POST = "post", _("post")
    HAND = "hand", _("by hand")
    NOTE = "note", _("note verbale")
    TELEPHONE = "telephone", _("telephone")


class Form(models.TextChoices):
    """What is written: each channel carries one of them."""

    EMAIL = "email", _("e-mail")
    CARD = "card", _("card")
    LETTER = "letter", _("letter")
    NOTE = "note", _("note verbale")
    CALL = "call", _("what to say on the telephone")


class Kind(models.TextChoices):
    """What a message is for, in the order in which a guest may get them (R82)."""

    HOLD_DATE = "hold-date", _("hold the date")
    INVITATION = "invitation", _("invitation")
    REMINDER_1 = "reminder-1", _("first reminder")
    REMINDER_2 = "reminder-2", _("second reminder")
    REMINDER_3 = "reminder-3", _("third reminder")
    TO_REMIND = "to-remind", _("to remind")
    CHANGE = "change", _("change")
    CANCELLATION = "cancellation", _("cancellation")
    THANKS = "thanks", _("thanks")


class Standing(models.TextChoices):
    """
    Where an invitation stands (R83).

    Silence is no answer to an invitation that went out. Whether an answer came late is said by the reply.
    """

    NOT_INVITED = "", _("not invited yet")
    SILENT = "silent", _("no answer")
    ACCEPTED = "accepted", _("accepted")
    REGRETTED = "regretted", _("regretted")
    REPRESENTED = "represented", _("sends a representative")
    UNDECIDED = "undecided", _("undecided")
    WITHDRAWN = "withdrawn", _("withdrew after accepting")
    WALK_IN = "walk-in", pgettext_lazy("a guest", "came uninvited")
