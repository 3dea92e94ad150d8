"""What changes protocol profiles: every change is a new version, the old ones stay."""

from dataclasses import replace

from django.db import transaction
from django.db.models import Max
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.models import Organiser
from chancery.base import audit
from chancery.base.audit import Actor
from chancery.precedence.loader import dump_profile
from chancery.precedence.models import Profile
from chancery.rules import precedence as rules
from chancery.rules.precedence import Status


@transaction.atomic
def save_profile(organiser: Organiser, *, key: str, text: str, reason: str, by: Actor) -> Profile:
    """Keep `text` as the newest version of an office's own profile; it has been read and found sound."""
    # Two people who save at once get two versions.
    Organiser.objects.select_for_update().get(pk=organiser.pk)
    last = Profile.objects.filter(organiser=organiser, key=key).aggregate(last=Max("version"))["last"]
    version = Profile(
        organiser=organiser,
        key=key,
        version=(last or 0) + 1,
        text=text,
        reason=reason,
        saved_by=by.user,
    )
    return audit.create(version, by=by, code="precedence.profile.saved", reason=reason)


def copy_profile(
    organiser: Organiser, profile: rules.Profile, *, key: str, name: str, is_empty: bool, by: Actor
) -> Profile:
    """
    Begin a profile of the office's own under a new key, from another one or with an empty table.

    What the table of the other one said of itself does not hold for an empty one.
    """
    begun = replace(profile, key=key, names={"en": name})
    if is_empty:
        scope = replace(begun.scope, text={})
        begun = replace(
            begun, version="1", valid_from="", status=Status.PRACTICE, rows=(), notes=(), scope=scope
        )
    reason = _("Begun from “%(name)s”.") % {"name": profile.words(get_language() or "en")}
    return save_profile(organiser, key=key, text=dump_profile(begun), reason=reason, by=by)
