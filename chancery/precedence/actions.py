"""What changes protocol profiles: every change is a new version, the old ones stay."""

from dataclasses import replace

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.models import Organiser
from chancery.base import audit
from chancery.base.audit import Actor
from chancery.directory.models import Visibility
from chancery.precedence import given as giving
from chancery.precedence.loader import dump_profile
from chancery.precedence.models import Profile
from chancery.precedence.queries import own_profile
from chancery.rules import precedence as rules
from chancery.rules.precedence import Status


@transaction.atomic
def save_profile(
    organiser: Organiser, *, key: str, text: str, reason: str, by: Actor, source: Profile | None = None
) -> Profile:
    """
    Keep `text` as the newest version of an office's own profile; it has been read and found sound.

    To whom it is visible and what it was taken from hold on, unless it is taken from `source` now.
    """
    # Two people who save at once get two versions.
    Organiser.objects.select_for_update().get(pk=organiser.pk)
    last = Profile.objects.filter(organiser=organiser, key=key).order_by("-version").first()
    version = Profile(
        organiser=organiser,
        key=key,
        version=last.version + 1 if last else 1,
        text=text,
        reason=reason,
        saved_by=by.user,
        visibility=last.visibility if last else Visibility.OWN,
        source=source or (last.source if last else None),
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


@transaction.atomic
def take_profile(given: Profile, *, organiser: Organiser, by: Actor) -> Profile:
    """Make an office's own copy of a profile that it is shown; the one that it has already is returned."""
    kept = giving.own_copy(organiser, given)
    if kept is not None:
        return kept
    return _save_taken(given, organiser, giving.free_key(organiser, given), by=by)


@transaction.atomic
def take_newer_profile(own: Profile, given: Profile, *, by: Actor) -> Profile:
    """Make what the source says now the newest own version; the office's own words stay in the older ones."""
    return _save_taken(given, own.organiser, own.key, by=by)


def _save_taken(given: Profile, organiser: Organiser, key: str, *, by: Actor) -> Profile:
    text = dump_profile(replace(own_profile(given), key=key))
    words = {"owner": given.organiser, "number": given.version}
    reason = _("Taken over from %(owner)s, version %(number)s.") % words
    return save_profile(organiser, key=key, text=text, reason=reason, by=by, source=given)


@transaction.atomic
def keep_profile(own: Profile, given: Profile, *, by: Actor) -> audit.Changes:
    """Keep the own version though the source has a newer one; the history says so."""
    own.source = given
    reason = _("Our own version is kept; version %(number)s was seen.") % {"number": given.version}
    return audit.update(own, by=by, code="precedence.profile.kept", reason=reason)
