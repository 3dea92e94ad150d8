"""What can be done with several selected guests at once."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.base.parts import Choice
from chancery.events import queries as events
from chancery.events.access import EventOffice
from chancery.events.models import Event, GuestCategory, Participation
from chancery.guests import actions, queries


class ActionUnknown(Exception):
    """What was asked for is not among the choices."""


def choices(event: Event) -> list[Choice]:
    """Return what can be done, each as one word of the menu."""
    plans = [
        Choice(f"planned:{value}", _("Reply: %(reply)s") % {"reply": word})
        for value, word in Participation.Planned.choices
        if value
    ]
    categories = [
        Choice(f"category:{category.ref}", _("Category: %(category)s") % {"category": category})
        for category in events.categories_of(event)
    ]
    inviters = [
        Choice(f"inviter:{inviter.ref}", _("Inviter: %(inviter)s") % {"inviter": inviter})
        for inviter in queries.inviters_of(event)
    ]
    return [*plans, *categories, *inviters, Choice("off", _("Take off the list"))]


def act(action: str, sent: Mapping[str, str], guests: Sequence[Participation], office: EventOffice) -> str:
    """
    Do one of `choices` with `guests` and say in a sentence what was done.

    Errors: ActionUnknown; what the actions refuse passes through.
    """
    verb, _colon, value = action.partition(":")
    event, by = office.event, office.actor
    if verb == "planned" and value in Participation.Planned.values:
        return _changed(actions.set_for_all(guests, planned=value, by=by))
    if verb == "category":
        category = GuestCategory.objects.filter(event=event, ref=value).first()
        if category is not None:
            return _changed(actions.set_for_all(guests, category=category, by=by))
    if verb == "inviter":
        inviter = queries.inviters_of(event).filter(ref=value).first()
        if inviter is not None:
            return _changed(actions.set_inviter(guests, inviter, by=by))
    if action == "off":
        count = actions.take_off(guests, by=by)
        return ngettext("%(count)s guest is off the list.", "%(count)s guests are off the list.", count) % {
            "count": count
        }
    raise ActionUnknown(_("This cannot be done with guests; choose what to do from the list."))


def _changed(count: int) -> str:
    if count == 0:
        return _("Nothing had to be changed.")
    return ngettext("%(count)s guest is changed.", "%(count)s guests are changed.", count) % {"count": count}
