"""Who may open an office and do what in it: one place to ask, one place to audit."""

from dataclasses import dataclass
from functools import cached_property

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.translation import gettext as _

from chancery.accounts.models import Grant, Membership, Organiser, User
from chancery.accounts.roles import RIGHTS, Right, Role
from chancery.base.audit import Actor


@dataclass(frozen=True)
class Office:
    """An organiser as one of its members sees it."""

    organiser: Organiser
    membership: Membership

    @property
    def user(self) -> User:
        return self.membership.user

    @property
    def role(self) -> Role:
        return Role(self.membership.role)

    @property
    def actor(self) -> Actor:
        """The member as the author of audit lines."""
        return Actor(self.organiser.pk, self.user)

    def may(self, right: Right) -> bool:
        return right in RIGHTS[self.role]

    def demand(self, right: Right) -> None:
        """Raise PermissionDenied with one sentence unless the member has `right`."""
        if not self.may(right):
            raise PermissionDenied(refusal(right))

    @cached_property
    def secrets(self) -> frozenset[str]:
        """The need-to-know texts this member may read."""
        return frozenset(Grant.objects.filter(membership=self.membership).values_list("secret", flat=True))


def refusal(right: Right) -> str:
    """Say in one sentence that a right is missing and who can give it."""
    return _("Your role does not include the right to %(right)s; ask an owner of the office for it.") % {
        "right": right.label
    }


def office_for(user: User | AnonymousUser, ref: str, right: Right) -> Office:
    """
    Return the office called `ref` as `user` sees it.

    Errors: Http404 where the user is no member, so that a stranger cannot tell which offices exist;
    PermissionDenied with a sentence where the role lacks `right`.
    """
    if not isinstance(user, User):
        raise Http404
    membership = (
        Membership.objects.select_related("organiser", "user").filter(user=user, organiser__ref=ref).first()
    )
    if membership is None:
        raise Http404
    office = Office(membership.organiser, membership)
    office.demand(right)
    return office
