"""What changes endpoints: by their owners, and by the house where one fails for days."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from chancery.api.hooks import signing
from chancery.api.hooks.models import Delivery, Endpoint, SigningSecret
from chancery.api.hooks.queries.endpoints import owners_of
from chancery.base import audit, outbox, secret_box
from chancery.base.audit import Actor
from chancery.base.outbox.mailer import GENERATED

# How long the secret before the last one signs too, so that a receiver can be changed without a loss.
OLD_SECRET_GOOD_FOR = timedelta(hours=24)


class AlreadyRemoved(Exception):
    """The endpoint was removed before."""


@transaction.atomic
def make_endpoint(endpoint: Endpoint, *, by: Actor, now: datetime) -> Endpoint:
    """Make an endpoint with its secret; it hears of what changes from now on."""
    endpoint.made_by, endpoint.listens_from = by.user, now
    audit.create(endpoint, by=by, code="hooks.endpoint.made")
    _add_secret(endpoint, now)
    return endpoint


@transaction.atomic
def change_endpoint(endpoint: Endpoint, *, by: Actor, now: datetime) -> None:
    """Save what an owner changed; one that is switched on hears of what changes from now on."""
    stored = Endpoint.objects.select_for_update().get(pk=endpoint.pk)
    endpoint.failing_since = stored.failing_since
    if endpoint.is_on and not stored.is_on:
        endpoint.listens_from, endpoint.failing_since, endpoint.switched_off_at = now, None, None
    audit.update(endpoint, by=by, code="hooks.endpoint.changed")


@transaction.atomic
def replace_secret(endpoint: Endpoint, *, by: Actor, now: datetime) -> None:
    """Sign with a new secret; the last one signs too for a day, those before it no more."""
    held = endpoint.secrets.filter(ends_at=None)
    held.update(ends_at=now + OLD_SECRET_GOOD_FOR)
    endpoint.secrets.exclude(ends_at=now + OLD_SECRET_GOOD_FOR).delete()
    _add_secret(endpoint, now)
    audit.note(endpoint, by=by, code="hooks.endpoint.secret-replaced")


@transaction.atomic
def remove_endpoint(endpoint: Endpoint, *, by: Actor, now: datetime) -> None:
    """Tell an endpoint nothing more, also not what waits. Errors: AlreadyRemoved."""
    stored = Endpoint.objects.select_for_update().get(pk=endpoint.pk)
    if stored.removed_at is not None:
        raise AlreadyRemoved
    endpoint.removed_at, endpoint.is_on = now, False
    waiting = endpoint.deliveries.filter(state=Delivery.State.WAITING)
    waiting.update(state=Delivery.State.GIVEN_UP, ended_at=now)
    audit.update(endpoint, by=by, code="hooks.endpoint.removed")


@transaction.atomic
def switch_off(endpoint: Endpoint, *, now: datetime) -> None:
    """Switch off an endpoint that answers nothing good, and tell the owners of the office by mail."""
    by = Actor(endpoint.organiser_id)
    endpoint.is_on, endpoint.switched_off_at = False, now
    audit.update(endpoint, by=by, code="hooks.endpoint.switched-off")
    postings = []
    for owner in owners_of(endpoint.organiser_id):
        with override(owner.user.language):
            mail = _word_to(owner.user.email, endpoint, owner.user.language)
        key = f"hooks.off:{endpoint.code}:{int(now.timestamp())}:{owner.code}"
        postings.append(outbox.Posting(key, endpoint, mail))
    outbox.post_all(postings, by=by)


def _word_to(address: str, endpoint: Endpoint, language: str) -> outbox.Mail:
    path = reverse("hooks:endpoint", args=[endpoint.organiser.ref, endpoint.code])
    words = _(
        "The webhook “%(name)s” answered nothing good for days, so it is switched off and hears of nothing. "
        "Look at what it answered, have it mended, then switch it on and tell it again what it missed:"
    ) % {"name": endpoint.name}
    return outbox.Mail(
        address,
        _("The webhook “%(name)s” is switched off") % {"name": endpoint.name},
        f"{words}\n\n{settings.BASE_URL}{path}\n",
        language=language,
        headers=GENERATED,
    )


def _add_secret(endpoint: Endpoint, now: datetime) -> None:
    sealed = secret_box.seal_text(signing.new_secret())
    SigningSecret.objects.create(endpoint=endpoint, sealed=sealed, made_at=now)
