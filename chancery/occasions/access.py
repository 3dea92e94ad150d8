"""Who sees and who changes a campaign and what hangs on it: its office, and the posts it is shown to."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.accounts.models import Organiser
from chancery.directory.access import own, shown_in_tree
from chancery.occasions.models import Campaign, Recognition, Series, SharedText


def seen_by(organiser: Organiser, prefix: str = "") -> Q:
    """
    Return the condition on campaigns that an office may serve: its own, and those shown to all posts.

    `prefix` leads from the model of the query to the campaign (`campaign__`).
    """
    return Q(**{f"{prefix}organiser": organiser}) | shown_in_tree(organiser, prefix)


def served_by(organiser: Organiser, prefix: str = "") -> Q:
    """
    Return the condition on occasions for which an office holds events: its own, those of its ministry.

    `prefix` leads from the model of the query to the occasion (`occasion__`).
    """
    owners = [organiser.pk, *([organiser.parent_id] if organiser.parent_id else [])]
    return Q(**{f"{prefix}organiser__in": owners})


def campaign_for(office: Office, code: str) -> Campaign:
    """Return a campaign that the office may serve. Errors: Http404, also for those of others."""
    seen = Campaign.objects.filter(seen_by(office.organiser)).select_related("organiser", "initiator")
    campaign = seen.filter(code=code).first()
    if campaign is None:
        raise Http404
    return campaign


def own_campaign_for(office: Office, code: str) -> Campaign:
    """
    Return a campaign that the office may change.

    Errors: Http404 for what it may not see; PermissionDenied with the owner's name for what it is shown.
    """
    return own(office, campaign_for(office, code))


def text_for(office: Office, campaign: Campaign, code: str) -> SharedText:
    """Return a text of a campaign: the office's own, or one it is offered. Errors: Http404 for others."""
    offices = [office.organiser.pk, campaign.organiser_id]
    texts = SharedText.objects.filter(campaign=campaign, organiser__in=offices)
    text = texts.select_related("organiser", "source__organiser").filter(code=code).first()
    if text is None:
        raise Http404
    return text


def own_text_for(office: Office, campaign: Campaign, code: str) -> SharedText:
    """Return a text that the office may change. Errors: as for a campaign."""
    text = text_for(office, campaign, code)
    if text.organiser_id != office.organiser.pk:
        raise PermissionDenied(
            _("“%(text)s” belongs to %(owner)s; take it over and adapt your own copy.")
            % {"text": text, "owner": text.organiser}
        )
    return text


def series_seen_by(organiser: Organiser, prefix: str = "") -> Q:
    """Return the condition on series that an office reads: its own, and those of a campaign that it sees."""
    return Q(**{f"{prefix}organiser": organiser}) | seen_by(organiser, f"{prefix}campaign__")


def series_for(office: Office, code: str) -> Series:
    """Return a series that the office may read. Errors: Http404 for those of others."""
    seen = Series.objects.filter(series_seen_by(office.organiser))
    series = seen.select_related("organiser", "campaign__organiser").filter(code=code).first()
    if series is None:
        raise Http404
    return series


def own_series_for(office: Office, code: str) -> Series:
    """Return a series that the office may change. Errors: as for a campaign."""
    return own(office, series_for(office, code))


def recognition_for(office: Office, campaign: str, code: str) -> Recognition:
    """Return a text of a campaign that the office may serve. Errors: Http404."""
    found = Recognition.objects.select_related("campaign__organiser", "organiser", "body", "document")
    return get_object_or_404(found, campaign=campaign_for(office, campaign), code=code)


def own_recognition_for(office: Office, campaign: str, code: str) -> Recognition:
    """
    Return a text that the office recorded itself.

    Errors: Http404 for what it may not see; PermissionDenied with the owner's name for what another office
    of the ministry recorded.
    """
    found = recognition_for(office, campaign, code)
    if found.organiser_id != office.organiser.pk:
        raise PermissionDenied(
            _("This text was recorded by %(owner)s; ask that office to change it.")
            % {"owner": found.organiser}
        )
    return found
