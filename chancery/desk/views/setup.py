"""The first run, the page of the office for its owners, and the test of the mail."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from chancery.accounts.access import Office
from chancery.accounts.actions import links, mail_test, offices, users
from chancery.accounts.actions.mail_test import MailTest
from chancery.accounts.pages import office_page, sign_in
from chancery.accounts.roles import Right
from chancery.base import mail
from chancery.base.frame import Link, framed
from chancery.desk.forms import NameForm, OfficeForm, OwnerForm, PlaceForm
from chancery.desk.profiles import profile_choices

# What was written in the first steps waits in the session under this name; never a password.
WRITTEN = "setup"
RESULT = "mail_test"


@never_cache
def place(request: HttpRequest, key: str) -> HttpResponse:
    """Ask where the office stands and in which languages it writes."""
    _demand_key(key)
    form = PlaceForm(
        request.POST or None,
        initial=_written(request, "place") | {"first_language": get_language() or "en"},
    )
    if request.method == "POST" and form.is_valid():
        _write(request, "place", form.columns())
        return redirect("setup_name", key=key)
    return _step(request, key, 1, form)


@never_cache
def name(request: HttpRequest, key: str) -> HttpResponse:
    """Ask what the office is called and which profile orders its lists."""
    _demand_key(key)
    written = _written(request, "place")
    if not written:
        return redirect("setup", key=key)
    form = NameForm(
        request.POST or None,
        languages=written["languages"],
        profiles=profile_choices(),
        initial=_written(request, "name"),
    )
    if request.method == "POST" and form.is_valid():
        _write(request, "name", form.columns())
        return redirect("setup_owner", key=key)
    return _step(request, key, 2, form)


@sensitive_post_parameters("password")
@never_cache
def owner(request: HttpRequest, key: str) -> HttpResponse:
    """Ask who sets the office up; then found it, sign in, and try the mail."""
    _demand_key(key)
    written = _written(request, "place") | _written(request, "name")
    if "names" not in written:
        return redirect("setup", key=key)
    form = OwnerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _found(request, written, form.cleaned_data | {"language": get_language() or "en"})
        except users.AddressTaken:
            form.add_error("email", _("There is an account with this address; take another one."))
    return _step(request, key, 3, form)


@office_page(Right.OFFICE_MANAGE)
def settings(request: HttpRequest, office: Office) -> HttpResponse:
    """Change what the office is."""
    form = OfficeForm(
        request.POST or None, organiser=office.organiser, profiles=profile_choices(office.organiser)
    )
    if request.method == "POST" and form.is_valid():
        offices.change_office(form.changed_office(), by=office.actor)
        messages.success(request, _("The office is saved."))
        return redirect("desk:settings", ref=office.organiser.ref)
    return framed(request, "desk/settings.html", form=form, way=mail.way())


@office_page(Right.OFFICE_MANAGE)
def test_mail(request: HttpRequest, office: Office) -> HttpResponse:
    """Send a test mail to the reader and show what became of it."""
    if request.method == "POST":
        request.session[RESULT] = asdict(mail_test.try_mail(office.user.email))
        return redirect("desk:test_mail", ref=office.organiser.ref)
    kept = request.session.pop(RESULT, None)
    result = MailTest(**kept) if kept else None
    return framed(request, "desk/test_mail.html", way=mail.way(), result=result, address=office.user.email)


def _demand_key(key: str) -> None:
    """Answer as if there were no such page to a wrong key, and to the right one once an office exists."""
    if not links.opens_set_up(key):
        raise Http404


def _found(request: HttpRequest, office: dict[str, Any], owner: dict[str, Any]) -> HttpResponse:
    """Found the office, try the mail, and lead to what became of it."""
    try:
        organiser, user = offices.set_up(office=office, owner=owner)
    except offices.AlreadySetUp:
        raise Http404 from None
    del request.session[WRITTEN]
    request.session[RESULT] = asdict(mail_test.try_mail(user.email))
    return sign_in(request, user, to=reverse("desk:test_mail", args=[organiser.ref]))


def _step(request: HttpRequest, key: str, number: int, form: Any) -> HttpResponse:
    context = {"form": form, "steps": _steps(key, number), "number": number}
    return render(request, "desk/setup.html", context)


def _steps(key: str, current: int) -> Sequence[Link]:
    """The steps of the first run; those behind can be opened again."""
    steps = (
        (_("The place"), "setup"),
        (_("The office"), "setup_name"),
        (_("You"), "setup_owner"),
        (_("Test mail"), ""),
    )
    return [
        Link(word, reverse(route, args=[key]) if number < current else "", is_current=number == current)
        for number, (word, route) in enumerate(steps, start=1)
    ]


def _written(request: HttpRequest, step: str) -> dict[str, Any]:
    """What was written in a step, as columns of the office; empty before."""
    kept: dict[str, Any] = request.session.get(WRITTEN, {}).get(step, {})
    return kept


def _write(request: HttpRequest, step: str, columns: dict[str, Any]) -> None:
    request.session[WRITTEN] = request.session.get(WRITTEN, {}) | {step: columns}
