"""Pages of the subtitles of a film."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.cldr import language_in_words
from chancery.base.frame import framed
from chancery.exhibition.actions import films as actions
from chancery.exhibition.forms.subtitles import SubtitlesForm
from chancery.exhibition.models import Film, Subtitles
from chancery.exhibition.queries.films import film_of
from chancery.exhibition.views.films import film_url


@office_page(Right.PROGRAMME_EDIT)
def add_subtitles(request: HttpRequest, office: Office, film: str) -> HttpResponse:
    """Add the subtitles of one language."""
    chosen = film_of(office.organiser, film)
    return _form_page(request, office, Subtitles(film=chosen))


@office_page(Right.PROGRAMME_EDIT)
def change_subtitles(request: HttpRequest, office: Office, film: str, subtitles: str) -> HttpResponse:
    """Change the subtitles of one language."""
    return _form_page(request, office, _subtitles(office, film, subtitles))


def _form_page(request: HttpRequest, office: Office, row: Subtitles) -> HttpResponse:
    film: Film = row.film
    form = SubtitlesForm(request.POST or None, request.FILES or None, film=film, instance=row)
    if request.method == "POST" and form.is_valid():
        row.language, row.text = form.cleaned_data["language"], form.written
        actions.save_subtitles(row, by=office.actor)
        _say(request, form)
        return redirect(film_url(office, film, "change-film") + "#subtitles")
    return framed(request, "exhibition/subtitles.html", form=form, film=film, subtitles=row)


def _say(request: HttpRequest, form: SubtitlesForm) -> None:
    """Tell that they are kept, and what a reader in the last row would mind."""
    messages.success(request, _("The subtitles are kept."))
    for sentence in form.told.warnings[:5]:
        messages.warning(request, sentence)


@office_page(Right.PROGRAMME_EDIT)
def delete_subtitles(request: HttpRequest, office: Office, film: str, subtitles: str) -> HttpResponse:
    """Delete the subtitles of one language, after asking."""
    row = _subtitles(office, film, subtitles)
    back = film_url(office, row.film, "change-film") + "#subtitles"
    if request.method == "POST":
        actions.delete_subtitles(row, by=office.actor)
        return redirect(back)
    return framed(
        request,
        "base/confirm.html",
        question=_("Delete the subtitles in %(language)s?")
        % {"language": language_in_words(row.language, get_language() or "en")},
        sentences=[_("The history of the office can bring them back.")],
        action_word=_("Delete"),
        cancel_url=back,
        is_danger=True,
    )


@office_page(Right.PROGRAMME_VIEW)
def subtitles_file(request: HttpRequest, office: Office, film: str, subtitles: str) -> HttpResponse:
    """Send subtitles as WebVTT."""
    row = _subtitles(office, film, subtitles)
    return HttpResponse(row.text, content_type="text/vtt; charset=utf-8")


def _subtitles(office: Office, film: str, code: str) -> Subtitles:
    found = Subtitles.objects.select_related("film__organiser")
    return get_object_or_404(found, film__organiser=office.organiser, film__code=film, code=code)
