"""What security asks for: how many have told it, entering it for a guest, and the list on paper."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.models import Grant
from chancery.accounts.roles import Right
from chancery.base import downloads
from chancery.base.frame import framed
from chancery.base.pdf import PaperFailed
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.pages import event_page
from chancery.guests.actions import identities as actions
from chancery.guests.documents import identities as documents
from chancery.guests.documents.imprints import imprint_of
from chancery.guests.forms.identities import IdentityForm, SecurityListForm
from chancery.guests.models import Invitation
from chancery.guests.queries import identities as queries
from chancery.guests.queries import parties


@event_page(Right.GUESTS_VIEW)
def identities(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Say how many of those who come have told what security asks for, and who has not."""
    coming = list(queries.coming(office.event))
    return framed(
        request,
        "guests/identities.html",
        is_asked=queries.are_asked(office.event),
        coming=len(coming),
        missing=[each.guest for each in coming if not hasattr(each, "security_identity")],
        may_read=Grant.Secret.SECURITY in office.secrets and office.may(Right.PAPERS_PRINT),
        no_grant=actions.NO_GRANT,
        form=SecurityListForm(),
    )


@require_POST
@event_page(Right.PAPERS_PRINT)
def paper(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Print the list for security; its number, for whom and by whom stand in the history."""
    form = SecurityListForm(request.POST)
    if Grant.Secret.SECURITY not in office.secrets:
        messages.error(request, str(actions.NO_GRANT))
        return redirect(address(office, "guests:identities"))
    if not form.is_valid():
        messages.error(request, _("Write for whom the list is."))
        return redirect(address(office, "guests:identities"))
    language, recipient = get_language() or "en", form.cleaned_data["recipient"]
    imprint = imprint_of(office.event, language, now=timezone.now(), author=str(office.user))
    try:
        with transaction.atomic():  # a list that was never printed takes no number
            made = actions.list_for(office.event, recipient=recipient, by=office.actor)
            content = documents.paper(
                office.event, made, recipient=recipient, language=language, imprint=imprint
            )
    except PaperFailed as refusal:
        messages.error(request, str(refusal))
        return redirect(address(office, "guests:identities"))
    return downloads.saved(content, f"{office.event.ref}-security-{made.number}.pdf")


@require_POST
@event_page(Right.GUESTS_EDIT)
def enter(request: HttpRequest, office: EventOffice, guest: str) -> HttpResponse:
    """Seal what a guest told by telephone, letter or in person; somebody with the grant enters it."""
    invitation = _party(office, guest)
    form = IdentityForm(request.POST)
    if Grant.Secret.SECURITY not in office.secrets:
        messages.error(request, str(actions.NO_GRANT))
    elif invitation is None or not form.is_valid():
        messages.error(request, _("Nothing was kept; write what security asks for."))
    else:
        said = form.cleaned_data
        actions.tell(invitation, said["text"], way=said["way"], by=office.actor, now=timezone.now())
        messages.success(request, _("Kept sealed; reading it leaves a line in the history."))
    return redirect(address(office, "guests:guest-replies", guest=guest))


@require_POST
@event_page(Right.GUESTS_EDIT)
def forget(request: HttpRequest, office: EventOffice, guest: str) -> HttpResponse:
    """Delete what was told for a guest, for instance because it stood at the wrong one."""
    invitation = _party(office, guest)
    if Grant.Secret.SECURITY not in office.secrets:
        messages.error(request, str(actions.NO_GRANT))
    elif invitation is not None and actions.forget(invitation, by=office.actor):
        messages.success(request, _("What was told for security is deleted."))
    return redirect(address(office, "guests:guest-replies", guest=guest))


def _party(office: EventOffice, guest: str) -> Invitation | None:
    chosen = get_object_or_404(parties.guests_of(office.event), code=guest)
    found = parties.party_of(chosen)
    return found if found is not None and found.pk is not None else None
