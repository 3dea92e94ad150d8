"""What changes protocol profiles: every change is a new version, the old ones stay."""

from django.db import transaction
from django.db.models import Max

from chancery.accounts.models import Organiser
from chancery.base import audit
from chancery.base.audit import Actor
from chancery.precedence.models import Profile


@transaction.atomic
def save_profile(organiser: Organiser, *, key: str, text: str, reason: str, by: Actor) -> Profile:
    """Keep `text` as the newest version of an office's own profile; it has been read and found sound."""
    last = Profile.objects.filter(organiser=organiser, key=key).aggregate(last=Max("version"))["last"]
    version = Profile(
        organiser=organiser,
        key=key,
        version=(last or 0) + 1,
        text=text,
        reason=reason,
        saved_by=by.user,  # type: ignore[misc]  # the actor's user is ours
    )
    return audit.create(version, by=by, code="precedence.profile.saved", reason=reason)
