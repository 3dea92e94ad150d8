"""How allauth behaves here: nobody signs up by themselves."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ByInvitationOnly(DefaultAccountAdapter):  # type: ignore[misc]  # allauth is untyped
    """Accounts come from the first run, from an owner's invitation, or from the command line."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
