"""The communiqué: its draft in each language, sentence by sentence, beside the facts it rests on."""

from collections.abc import Callable, Mapping

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base.cldr import language_in_its_own_words
from chancery.base.frame import framed, is_part_request
from chancery.base.languages import direction
from chancery.base.pdf import PaperFailed
from chancery.events.access import EventOffice
from chancery.events.pages import event_page
from chancery.events.undoing import do_and_say, undo_last
from chancery.record import draft_page
from chancery.record.actions import communique as actions
from chancery.record.documents import outputs
from chancery.record.documents.communique import text_of_edition
from chancery.record.forms.communique import CommuniqueForm, SentenceForm
from chancery.record.models import Edition, Sentence
from chancery.record.queries import drafts, releases
from chancery.record.queries.readiness import readiness_by_language
from chancery.rules.communique import LANGUAGES
from chancery.rules.release_text import words_in as words_of

UNDO = "record:communique-undo"


@event_page(Right.RECORD_VIEW)
def communique(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show the draft of a language, and the facts of one sentence where one is asked for."""
    language = _language(request.GET.get("language", ""), office)
    known = readiness_by_language(office.event)
    released = {one: releases.latest_release_of(office.event, one) for one in known}
    readiness = known.get(language)
    page = draft_page.page_of(office, readiness, request.GET.get("sentence", "")) if readiness else None
    context = {
        "language": language,
        "language_words": language_in_its_own_words(language),
        "direction": direction(language),
        "languages": draft_page.tabs_of(
            office, language, known, {code: one for code, one in released.items() if one is not None}
        ),
        "page": page,
        "released": released.get(language),
        "communique": drafts.communique_of(office.event),
        "word_count": _words(page),
        "suffixes": outputs.SUFFIXES,
        **_forms(page, language),
    }
    is_drawer = is_part_request(request) and page is not None and page.opened is not None
    return framed(request, "record/sentence.html" if is_drawer else "record/communique.html", **context)


def _words(page: draft_page.Page | None) -> int:
    if page is None:
        return 0
    edition = page.readiness.edition
    text = text_of_edition(
        edition, page.readiness.draft.sentences.values(), edition.communique.event.organiser
    )
    return words_of(text.blocks)


def _forms(page: draft_page.Page | None, language: str) -> dict[str, SentenceForm]:
    """The forms beside the open sentence: its own wording, and one to follow it."""
    if page is None:
        return {}
    forms = {"adding": SentenceForm(language=language, prefix="new")}
    if page.opened is not None:
        sentence = page.opened.sentence
        initial = {"text": sentence.text, "opens_paragraph": sentence.opens_paragraph}
        forms["editing"] = SentenceForm(language=language, initial=initial)
    return forms


@require_POST
@event_page(Right.RECORD_EDIT)
def draft(request: HttpRequest, office: EventOffice, language: str) -> HttpResponse:
    """Draft a language from the record, or make its draft anew."""
    chosen = _language_or_404(language)
    do_and_say(
        request,
        office,
        lambda: _drafted(office, chosen),
        route=UNDO,
    )
    return redirect(draft_page.page_url(office, chosen))


def _drafted(office: EventOffice, language: str) -> str:
    actions.compose_edition(office.event, language, by=office.actor, now=timezone.now())
    return _("The text follows the record as it is now; what somebody wrote into it has stayed.")


@require_POST
@event_page(Right.RECORD_EDIT)
def review(request: HttpRequest, office: EventOffice, language: str) -> HttpResponse:
    """Say that a person has read the text of a language over."""
    edition = _edition(office, language)
    shown = request.POST.get("shown", "")
    is_current = shown.isdecimal() and actions.review_edition(
        edition, shown=int(shown), by=office.actor, now=timezone.now()
    )
    if is_current:
        messages.success(
            request, _("The text is reviewed as it stands; a change of it will ask for it again.")
        )
    else:
        messages.warning(request, _("The text has changed since you opened it; read it again."))
    return redirect(draft_page.page_url(office, edition.language))


@require_POST
@event_page(Right.RECORD_EDIT)
def add(request: HttpRequest, office: EventOffice, language: str) -> HttpResponse:
    """Add a sentence of the editor's own."""
    edition = _edition(office, language)
    code = request.POST.get("after", "")
    after = edition.sentences.filter(code=code).first() if code else None
    form = SentenceForm(request.POST, language=edition.language, prefix="new")
    if not form.is_valid():
        messages.error(request, _("Write the sentence that is to be added; nothing was."))
        return redirect(draft_page.page_url(office, edition.language, code))
    made: list[Sentence] = []

    def deed() -> str:
        made.append(
            actions.add_sentence(
                edition,
                form.cleaned_data["text"],
                after=after,
                opens_paragraph=form.cleaned_data["opens_paragraph"],
                by=office.actor,
            )
        )
        return _(
            "The sentence is added; it is marked as your own, for no fact of the record stands behind it."
        )

    do_and_say(request, office, deed, route=UNDO)
    return redirect(draft_page.page_url(office, edition.language, made[0].code))


@require_POST
@event_page(Right.RECORD_EDIT)
def edit(request: HttpRequest, office: EventOffice, sentence: str) -> HttpResponse:
    """Write other words in the place of a sentence."""
    chosen = _sentence(office, sentence)
    language = chosen.edition.language
    form = SentenceForm(request.POST, language=language)
    if not form.is_valid():
        messages.error(request, _("A sentence needs words; to leave it out, take it out."))
        return redirect(draft_page.page_url(office, language, chosen.code))

    def deed() -> str:
        actions.edit_sentence(
            chosen,
            form.cleaned_data["text"],
            opens_paragraph=form.cleaned_data["opens_paragraph"],
            by=office.actor,
        )
        return _("The sentence is changed.")

    do_and_say(request, office, deed, route=UNDO)
    return redirect(draft_page.page_url(office, language, chosen.code))


@require_POST
@event_page(Right.RECORD_EDIT)
def act(request: HttpRequest, office: EventOffice, sentence: str, deed: str) -> HttpResponse:
    """Confirm, restore, take out or move a sentence."""
    chosen = _sentence(office, sentence)
    if deed not in DEEDS:
        raise Http404
    language, code = chosen.edition.language, chosen.code
    do_and_say(request, office, lambda: DEEDS[deed](chosen, office), route=UNDO)
    return redirect(draft_page.page_url(office, language, "" if deed == "take-out" else code))


def _confirm(sentence: Sentence, office: EventOffice) -> str:
    actions.confirm_sentence(sentence, by=office.actor)
    return _("The sentence stays as it is; the facts of today count as looked at.")


def _restore(sentence: Sentence, office: EventOffice) -> str:
    actions.restore_sentence(sentence, by=office.actor)
    return _("The sentence says what the record gives.")


def _take_out(sentence: Sentence, office: EventOffice) -> str:
    actions.take_out_sentence(sentence, by=office.actor)
    return _("The sentence is taken out.")


def _up(sentence: Sentence, office: EventOffice) -> str:
    is_moved = actions.move_sentence(sentence, by_places=-1, by=office.actor)
    return _("The sentence stands one place further up.") if is_moved else _("It stands first already.")


def _down(sentence: Sentence, office: EventOffice) -> str:
    is_moved = actions.move_sentence(sentence, by_places=1, by=office.actor)
    return _("The sentence stands one place further down.") if is_moved else _("It stands last already.")


DEEDS: Mapping[str, Callable[[Sentence, EventOffice], str]] = {
    "confirm": _confirm,
    "restore": _restore,
    "take-out": _take_out,
    "up": _up,
    "down": _down,
}


@require_POST
@event_page(Right.RECORD_EDIT)
def undo(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Undo what the reader just did to the text."""
    undo_last(request, office, done=_("The text is as it was before."))
    return redirect(_url(office))


@event_page(Right.RECORD_EDIT)
def frame(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Change contact, boilerplate and embargo."""
    kept = drafts.communique_of(office.event) or actions.opening_of(office.event)
    form = CommuniqueForm(
        request.POST or None, instance=kept, office=office, languages=draft_page.languages_of(office)
    )
    if request.method == "POST" and form.is_valid():
        actions.save_communique(form.instance, by=office.actor)
        messages.success(request, _("Contact, boilerplate and embargo are saved."))
        return redirect(_url(office))
    return framed(request, "record/communique_frame.html", form=form, back_url=_url(office))


@event_page(Right.RECORD_VIEW)
def paper(request: HttpRequest, office: EventOffice, language: str, suffix: str) -> HttpResponse:
    """Give the draft of a language as a file, marked as a draft."""
    edition = _edition(office, language)
    if suffix not in outputs.SUFFIXES:
        raise Http404
    text = text_of_edition(edition, drafts.sentences_of(edition), office.organiser)
    imprint = outputs.imprint_of(office.event, edition.language, now=timezone.now(), author=str(office.user))
    try:
        return outputs.response(text, suffix, imprint, name=f"{office.event.ref}-{edition.language}")
    except PaperFailed as failure:
        messages.error(request, str(failure))
        return redirect(draft_page.page_url(office, edition.language))


def _language(wanted: str, office: EventOffice) -> str:
    offered = draft_page.languages_of(office)
    return wanted if wanted in offered else offered[0]


def _language_or_404(language: str) -> str:
    if language not in LANGUAGES:
        raise Http404
    return language


def _edition(office: EventOffice, language: str) -> Edition:
    found = Edition.objects.select_related("communique__event__organiser").prefetch_related("sentences")
    return get_object_or_404(found, communique__event=office.event, language=language)


def _sentence(office: EventOffice, code: str) -> Sentence:
    found = Sentence.objects.select_related("edition__communique__event__organiser")
    return get_object_or_404(found, edition__communique__event=office.event, code=code)


def _url(office: EventOffice) -> str:
    return reverse("record:communique", args=[office.organiser.ref, office.event.code])
