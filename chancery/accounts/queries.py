"""Reads of users and offices."""

from django.db.models import QuerySet

from chancery.accounts.models import Membership, Organiser, User


def offices_of(user: User) -> QuerySet[Organiser]:
    """The offices a user belongs to, by short name."""
    return Organiser.objects.filter(memberships__user=user).order_by("ref")


def members_of(organiser: Organiser) -> QuerySet[Membership]:
    """The members of an office, by name."""
    members = Membership.objects.filter(organiser=organiser).select_related("user")
    return members.order_by("user__name", "user__email", "id")
