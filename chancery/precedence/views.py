"""Pages of protocol profiles: what they hold, how certain it is, and an office's own versions."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.frame import layout_for
from chancery.precedence import actions, conventions, loader, queries
from chancery.precedence.forms import (
    ConventionsForm,
    ReasonForm,
    RowFormSet,
    TextForm,
    row_values,
    with_rows,
)
from chancery.precedence.queries import OfferedProfile
from chancery.rules import precedence as rules


@office_page(Right.EVENTS_VIEW)
def profiles(request: HttpRequest, office: Office) -> HttpResponse:
    """List the profiles the office may use, each with how certain it is."""
    return _page(request, "precedence/profiles.html", profiles=queries.offered_to(office.organiser))


@office_page(Right.EVENTS_VIEW)
def profile(request: HttpRequest, office: Office, key: str) -> HttpResponse:
    """Show a profile: its table, its conventions, its sources, its versions."""
    offered = _offered(office, key)
    return _page(
        request,
        "precedence/profile.html",
        profile=offered.profile,
        language=get_language() or "en",
        conventions=_in_words(offered.profile.settings),
        versions=queries.own_versions(office.organiser, key),
    )


@office_page(Right.PROFILES_EDIT)
def table(request: HttpRequest, office: Office, key: str) -> HttpResponse:
    """Change the table of ranks."""
    shown = _offered(office, key).profile
    language = _language_of(shown, office)
    sent = request.POST or None
    formset = RowFormSet(sent, initial=row_values(shown, language), prefix="rows")
    reason = ReasonForm(sent)
    if request.method == "POST" and formset.is_valid() and reason.is_valid():
        kept = [
            form.cleaned_data for form in formset if form.cleaned_data and not form.cleaned_data["DELETE"]
        ]
        changed = with_rows(shown, kept, language)
        try:
            return _save(request, office, changed, reason.cleaned_data["reason"])
        except loader.UnreadableProfile as error:
            messages.error(request, str(error))
    return _page(request, "precedence/table.html", profile=shown, formset=formset, reason=reason)


@office_page(Right.PROFILES_EDIT)
def settings(request: HttpRequest, office: Office, key: str) -> HttpResponse:
    """Change the conventions."""
    shown = _offered(office, key).profile
    form = ConventionsForm(request.POST or None, settings=shown.settings)
    if request.method == "POST" and form.is_valid():
        return _save(request, office, replace(shown, settings=form.wanted()), form.cleaned_data["reason"])
    return _page(request, "precedence/settings.html", profile=shown, form=form)


@office_page(Right.PROFILES_EDIT)
def text(request: HttpRequest, office: Office, key: str) -> HttpResponse:
    """Change everything a profile holds, as text."""
    shown = _offered(office, key).profile
    form = TextForm(request.POST or None, key=key, initial={"text": loader.dump_profile(shown)})
    if request.method == "POST" and form.is_valid():
        saved = form.cleaned_data
        actions.save_profile(
            office.organiser, key=key, text=saved["text"], reason=saved["reason"], by=office.actor
        )
        return _saved(request, office, key)
    return _page(request, "precedence/text.html", profile=shown, form=form)


def _offered(office: Office, key: str) -> OfferedProfile:
    for offered in queries.offered_to(office.organiser):
        if offered.profile.key == key:
            return offered
    raise Http404


def _language_of(profile: rules.Profile, office: Office) -> str:
    """The language of the table beside English: the first one its rows are written in, else the office's."""
    written = [language for row in profile.rows for language in row.name if language != "en"]
    others = [language for language in office.organiser.languages if language != "en"]
    return next(iter([*written, *others]), "en")


def _in_words(settings: rules.Settings) -> list[tuple[Any, Any, str]]:
    answers = conventions.answers_of(settings)
    lines = [
        (question.words, words, question.rule)
        for question in conventions.QUESTIONS
        for value, words in question.answers.items()
        if str(value) == answers[question.name]
    ]
    return [
        *lines,
        (_("Those who stand in for others"), conventions.DEPUTIES[settings.deputies.rule], "R27-R30"),
    ]


def _save(request: HttpRequest, office: Office, changed: rules.Profile, reason: str) -> HttpResponse:
    """Save a changed profile. Errors: UnreadableProfile, before anything is saved, where it is not sound."""
    text = loader.dump_profile(changed)
    loader.parse_profile(text, changed.key)
    actions.save_profile(office.organiser, key=changed.key, text=text, reason=reason, by=office.actor)
    return _saved(request, office, changed.key)


def _saved(request: HttpRequest, office: Office, key: str) -> HttpResponse:
    messages.success(request, _("The profile has a new version; orders that follow it are computed by it."))
    return redirect("precedence:profile", ref=office.organiser.ref, key=key)


def _page(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    return render(request, template, {"layout": layout_for(request), **context})
