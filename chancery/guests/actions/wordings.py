"""Verbs that change the office's own wordings."""

from django.db import transaction
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.accounts.models import Organiser
from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.codes import new_code
from chancery.base.taking import take, take_newer
from chancery.directory.models import Visibility
from chancery.guests import wordings
from chancery.guests.models import Form, Kind, Template
from chancery.guests.queries import wordings as queries
from chancery.guests.wordings.checking import kept


class WordingInUse(Exception):
    """A wave takes the wording; the message says so in a sentence."""


@transaction.atomic
def copy_shipped(organiser: Organiser, form: Form, kind: Kind, *, by: Actor) -> Template:
    """
    Make an own wording from the one that ships.

    It takes the languages in which the office writes, or all of them where the office writes in none.
    """
    texts = {
        code: found for code in wordings.LANGUAGES if (found := wordings.shipped(code).get((kind, form)))
    }
    written = {code: text for code, text in texts.items() if code in organiser.languages} or texts
    wording = Template(
        organiser=organiser,
        form=form,
        kind=kind,
        name=queries.free_name(organiser, capfirst(f"{kind.label} · {form.label}")),
        subjects={code: text.subject for code, text in written.items() if text.subject},
        bodies={code: text.body for code, text in written.items()},
    )
    return audit.create(wording, by=by, code="guests.wording.added")


def take_wording(source: Template, *, organiser: Organiser, by: Actor) -> Template:
    """Make an office's own copy of a wording that it is shown; the one that it has already is returned."""
    own = {
        "ref": new_code(),
        "name": queries.free_name(organiser, source.name),
        "visibility": Visibility.OWN,
    }
    return take(source, organiser_id=organiser.pk, by=by, code="guests.wording.taken", **own)


def take_newer_wording(wording: Template, *, by: Actor) -> audit.Changes:
    """Replace what an office made of a wording by what its source says now; the history keeps the words."""
    return take_newer(wording, by=by, code="guests.wording.renewed")


@transaction.atomic
def save_wording(wording: Template, *, by: Actor) -> audit.Changes:
    """Save a changed wording; its texts are cleaned, so that messages hold only light formatting."""
    wording.bodies = {language: kept(body) for language, body in wording.bodies.items()}
    return audit.update(wording, by=by, code="guests.wording.changed")


@transaction.atomic
def delete_wording(wording: Template, *, by: Actor) -> None:
    """Delete an own wording. Errors: WordingInUse while a wave takes it or another office rests on it."""
    if waves := queries.waves_using(wording):
        raise WordingInUse(
            ngettext(
                "“%(name)s” stands in a wave of “%(event)s”; take another wording there first.",
                "“%(name)s” stands in %(count)s waves, one of “%(event)s”; take another wording there first.",
                len(waves),
            )
            % {"name": wording.name, "event": waves[0].event, "count": len(waves)}
        )
    if wording.taken_over.exists():
        words = _("“%(name)s” was taken over by other offices, which keep it in view; change it instead.")
        raise WordingInUse(words % {"name": wording.name})
    audit.delete(wording, by=by, code="guests.wording.deleted")
