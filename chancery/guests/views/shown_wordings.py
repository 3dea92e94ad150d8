"""Wordings that a ministry gives down: shown to its posts, taken over by them, seen beside their source."""

from chancery.accounts.roles import Right
from chancery.directory.giving import GivenPages
from chancery.guests.actions import wordings as actions
from chancery.guests.models import Template

pages = GivenPages(
    Template,
    kind="wording",
    namespace="guests",
    home="wording",
    edit=Right.INVITATIONS_SEND,
    take=actions.take_wording,
    renew=actions.take_newer_wording,
)
