"""The endpoints of an office: list, make, change, look at what they were told."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.api.hooks import access
from chancery.api.hooks.actions import endpoints as actions
from chancery.api.hooks.forms.endpoints import EndpointForm, SpanForm
from chancery.api.hooks.models import Delivery, Endpoint
from chancery.api.hooks.queries import endpoints as queries
from chancery.api.hooks.words import heard_in_words
from chancery.base.frame import framed

A_PAGE = 50
NEW = "new_webhook_secret"
"""Whose secret is shown next, once."""


@office_page(Right.OFFICE_MANAGE)
def endpoints(request: HttpRequest, office: Office) -> HttpResponse:
    """List the endpoints of the office."""
    return framed(request, "hooks/endpoints.html", endpoints=queries.endpoints_of(office.organiser))


@office_page(Right.OFFICE_MANAGE)
def add(request: HttpRequest, office: Office) -> HttpResponse:
    """Make an endpoint; its secret is shown once."""
    form = EndpointForm(request.POST or None, instance=Endpoint(organiser=office.organiser))
    if request.method == "POST" and form.is_valid():
        made = actions.make_endpoint(form.instance, by=office.actor, now=timezone.now())
        request.session[NEW] = made.code
        return redirect("hooks:endpoint", ref=office.organiser.ref, endpoint=made.code)
    return framed(request, "hooks/endpoint_form.html", form=form, endpoint=None)


@never_cache
@office_page(Right.OFFICE_MANAGE)
def endpoint(request: HttpRequest, office: Office, endpoint: str) -> HttpResponse:
    """Show an endpoint with what it was told, the newest first."""
    found = access.endpoint_of(office, endpoint)
    is_new = request.session.get(NEW) == found.code
    if is_new:
        del request.session[NEW]
    state = request.GET.get("state", "")
    told = queries.deliveries_of(found, state if state in Delivery.State.values else "")
    return framed(
        request,
        "hooks/endpoint.html",
        endpoint=found,
        secret=queries.good_secrets(found, timezone.now())[0] if is_new else "",
        page=Paginator(told, A_PAGE).get_page(request.GET.get("page")),
        states=Delivery.State.choices,
        state=state,
        span=SpanForm(),
        heard=heard_in_words(found.patterns),
        events=queries.events_named(found),
    )


@office_page(Right.OFFICE_MANAGE)
def change(request: HttpRequest, office: Office, endpoint: str) -> HttpResponse:
    """Change what an endpoint hears of, or switch it on or off."""
    found = access.endpoint_of(office, endpoint)
    form = EndpointForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        actions.change_endpoint(form.instance, by=office.actor, now=timezone.now())
        messages.success(request, _("The webhook is saved."))
        return redirect("hooks:endpoint", ref=office.organiser.ref, endpoint=found.code)
    return framed(request, "hooks/endpoint_form.html", form=form, endpoint=found)


@office_page(Right.OFFICE_MANAGE)
@require_POST
def new_secret(request: HttpRequest, office: Office, endpoint: str) -> HttpResponse:
    """Replace the secret, and show the new one once."""
    found = access.endpoint_of(office, endpoint)
    actions.replace_secret(found, by=office.actor, now=timezone.now())
    request.session[NEW] = found.code
    return redirect("hooks:endpoint", ref=office.organiser.ref, endpoint=found.code)


@office_page(Right.OFFICE_MANAGE)
def remove(request: HttpRequest, office: Office, endpoint: str) -> HttpResponse:
    """Ask, then tell an endpoint nothing more."""
    found = access.endpoint_of(office, endpoint)
    if request.method == "POST":
        actions.remove_endpoint(found, by=office.actor, now=timezone.now())
        messages.success(request, _("The webhook is removed; nothing more is told to it."))
        return redirect("hooks:endpoints", ref=office.organiser.ref)
    return framed(
        request,
        "base/confirm.html",
        question=_("Remove the webhook “%(name)s”?") % {"name": found.name},
        sentences=[_("Nothing more is told to it, also not what waits.")],
        action_word=_("Remove"),
        cancel_url=reverse("hooks:endpoint", args=[office.organiser.ref, found.code]),
        is_danger=True,
    )
