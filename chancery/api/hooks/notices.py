"""A word on the home of the owners while an endpoint is switched off by the house."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.accounts.notices import on_home
from chancery.accounts.roles import Right
from chancery.api.hooks.models import Endpoint
from chancery.base.parts import NewsLine


@on_home
def endpoints_off(office: Office, now: datetime) -> Iterator[NewsLine]:
    """One line for each endpoint that was switched off, for those who can switch it on."""
    if not office.may(Right.OFFICE_MANAGE):
        return
    off = Endpoint.objects.filter(
        organiser=office.organiser, is_on=False, removed_at=None, switched_off_at__isnull=False
    )
    for endpoint in off.order_by("pk"):
        yield NewsLine(
            words=_("The webhook “%(name)s” is switched off, because it answered nothing good for days.")
            % {"name": endpoint.name},
            url=reverse("hooks:endpoint", args=[office.organiser.ref, endpoint.code]),
            at=endpoint.switched_off_at or now,
        )
