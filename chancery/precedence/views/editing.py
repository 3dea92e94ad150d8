"""Change a protocol profile: its table, its conventions, what it is about, or all of it as text."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.frame import framed, say_with_undo
from chancery.precedence import actions, loader
from chancery.precedence.forms.about import (
    AboutForm,
    NoteFormSet,
    SourceFormSet,
    about_values,
    note_values,
    source_values,
    with_about,
)
from chancery.precedence.forms.conventions import ConventionsForm, TextForm
from chancery.precedence.forms.table import RankFormSet, row_values, with_rows
from chancery.precedence.forms.versions import ReasonForm
from chancery.precedence.views.offered import offered_or_404
from chancery.rules import precedence as rules


@office_page(Right.PROFILES_EDIT)
def table(request: HttpRequest, office: Office, key: str) -> HttpResponse:
    """Change the table of ranks."""
    offered = offered_or_404(office, key)
    shown, sent = offered.profile, request.POST or None
    language = _language_of(shown, office)
    ranks = RankFormSet(
        sent,
        initial=row_values(shown, language),
        prefix="rows",
        form_kwargs={"profile": shown, "language": language},
    )
    reason = ReasonForm(sent, newest=offered.number)
    if request.method == "POST" and ranks.is_valid() and reason.is_valid():
        saved = _save(request, office, with_rows(shown, ranks.kept, language), reason, offered.number)
        if saved:
            return saved
    return framed(request, "precedence/table.html", profile=shown, formset=ranks, reason=reason)


@office_page(Right.PROFILES_EDIT)
def about(request: HttpRequest, office: Office, key: str) -> HttpResponse:
    """Change scope, standing, sources and notes."""
    offered = offered_or_404(office, key)
    shown, sent, language = offered.profile, request.POST or None, get_language() or "en"
    form = AboutForm(sent, newest=offered.number, initial=about_values(shown, language))
    sources = SourceFormSet(sent, initial=source_values(shown), prefix="sources")
    notes = NoteFormSet(sent, initial=note_values(shown, language), prefix="notes")
    if request.method == "POST" and all([form.is_valid(), sources.is_valid(), notes.is_valid()]):
        changed = with_about(shown, form.cleaned_data, sources.kept, notes.kept, language)
        saved = _save(request, office, changed, form, offered.number)
        if saved:
            return saved
    return framed(request, "precedence/about.html", profile=shown, form=form, sources=sources, notes=notes)


@office_page(Right.PROFILES_EDIT)
def settings(request: HttpRequest, office: Office, key: str) -> HttpResponse:
    """Change the conventions."""
    offered = offered_or_404(office, key)
    form = ConventionsForm(request.POST or None, newest=offered.number, settings=offered.profile.settings)
    if request.method == "POST" and form.is_valid():
        changed = replace(offered.profile, settings=form.wanted())
        saved = _save(request, office, changed, form, offered.number)
        if saved:
            return saved
    return framed(request, "precedence/settings.html", profile=offered.profile, form=form)


@office_page(Right.PROFILES_EDIT)
def text(request: HttpRequest, office: Office, key: str) -> HttpResponse:
    """Change everything a profile holds, as text."""
    offered = offered_or_404(office, key)
    form = TextForm(
        request.POST or None,
        newest=offered.number,
        key=key,
        initial={"text": loader.dump_profile(offered.profile)},
    )
    if request.method == "POST" and form.is_valid():
        changed = loader.parse_profile(form.cleaned_data["text"], key)
        saved = _save(request, office, changed, form, offered.number)
        if saved:
            return saved
    return framed(request, "precedence/text.html", profile=offered.profile, form=form)


def _save(
    request: HttpRequest, office: Office, changed: rules.Profile, form: ReasonForm, before: int
) -> HttpResponse | None:
    """Save a changed profile and go to it; None, with the sentence said, where it is not sound."""
    written = loader.dump_profile(changed)
    try:
        loader.parse_profile(written, changed.key)
    except loader.UnreadableProfile as error:
        messages.error(request, str(error))
        return None
    reason = form.cleaned_data["reason"]
    actions.save_profile(office.organiser, key=changed.key, text=written, reason=reason, by=office.actor)
    ref, key = office.organiser.ref, changed.key
    say_with_undo(
        request,
        _("The profile has a new version; orders that follow it are computed by it."),
        reverse("precedence:restore", kwargs={"ref": ref, "key": key, "number": before}),
    )
    return redirect("precedence:profile", ref=ref, key=key)


def _language_of(profile: rules.Profile, office: Office) -> str:
    """The language of the table beside English: the first one its rows are written in, else the office's."""
    written = [language for row in profile.rows for language in row.name if language != "en"]
    others = [language for language in office.organiser.languages if language != "en"]
    return next(iter([*written, *others]), "en")
