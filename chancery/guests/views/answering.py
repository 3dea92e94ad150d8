"""The reply page: the invitation as a card, the answers, and what an answer asks."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.csrf import csrf_exempt

from chancery.base import downloads
from chancery.base.pdf import PaperFailed
from chancery.events import wording as event_words
from chancery.guests import notice_words
from chancery.guests import reply_words as words
from chancery.guests.actions import answering
from chancery.guests.actions.replies import ReplyRefused
from chancery.guests.documents import notices as documents
from chancery.guests.documents.imprints import imprint_of
from chancery.guests.forms.answering import AnswerForm
from chancery.guests.models import Reply, Standing, Terms
from chancery.guests.queries import notices
from chancery.guests.queries.first_look import first_look
from chancery.guests.views import sheets
from chancery.guests.views.by_link import Visit, by_link, said_of, show, show_notice

ANSWERS = {
    "accept": Standing.ACCEPTED,
    "regret": Standing.REGRETTED,
    "represent": Standing.REPRESENTED,
    "undecided": Standing.UNDECIDED,
}
IS_ASKED = (Standing.NOT_INVITED, Standing.SILENT)


@csrf_exempt
def page(request: HttpRequest, token: str) -> HttpResponse:
    """Show the invitation, where the answer stands, and the answers; looking records nothing."""
    if request.method in ("GET", "HEAD") and not set(request.GET) - {"language"}:
        looking = first_look(token)
        language = request.GET.get("language") or (looking.language if looking else "")
        sheet = looking.plan.sheets.get(sheets.key_of(looking, language)) if looking else None
        if looking and sheet:
            return sheets.filled(sheet, token, looking.name_in(language), language)
    return _whole_page(request, token=token)


@by_link
def _whole_page(request: HttpRequest, visit: Visit) -> HttpResponse:
    asked = visit.asked
    notice = words.notice_for(asked, timezone.now())
    if notice is not None and notice.is_gone:
        return show_notice(visit, notice)
    if request.method == "POST":
        return redirect(visit.url())
    looking = first_look(visit.token) if visit.speaker == Reply.Speaker.GUEST else None
    if looking:
        sheet = _page(sheets.marked(visit), notice, sheets.GUEST, sheets.FORM_KEY).content.decode()
        looking.plan.sheets[sheets.key_of(looking, visit.language)] = sheet
    return _page(visit, notice, words.guest_name(asked, visit.language))


def _page(visit: Visit, notice: words.Notice | None, guest: str, form_key: str = "") -> HttpResponse:
    asked = visit.asked
    return show(
        visit,
        "reply/page.html",
        notice=notice,
        card=card_of(visit, guest),
        where=None if notice else words.where(asked, visit.language),
        is_asked_again=words.is_asked_again(asked),
        is_late=asked.is_late(timezone.now()),
        reply_by=words.day_in_words(asked, visit.language),
        history=words.history(asked),
        photographs=said_of(visit),
        **_answers(visit, form_key),
        **_papers(visit),
    )


def _answers(visit: Visit, form_key: str) -> dict[str, Any]:
    """The answers that can be given; a yes that asks nothing more is recorded by its own button."""
    asked = visit.asked
    form = _form(visit, Standing.ACCEPTED)
    if form_key:
        form.initial["form_key"] = form_key
    mark = asked.terms.reply_mark
    return {
        "form": form,
        "needs_page": form.asks_more,
        "is_regrets_only": mark in (Terms.ReplyMark.REGRETS, Terms.ReplyMark.REMIND),
        "is_to_remind": mark == Terms.ReplyMark.REMIND and not asked.replies,
        "may_be_represented": asked.terms.representatives != Terms.Representatives.NOT,
        "is_first_answer": asked.standing in IS_ASKED,
        "is_answered_by_another": visit.speaker != Reply.Speaker.GUEST,
        "accept_url": visit.url("answer", answer="accept"),
        "regret_url": visit.url("answer", answer="regret"),
        "undecided_url": visit.url("answer", answer="undecided"),
        "represent_url": visit.url("answer", answer="represent"),
        "other_url": visit.url("other"),
        "guest_url": visit.as_speaker(Reply.Speaker.GUEST),
    }


def _papers(visit: Visit) -> dict[str, Any]:
    """The calendar file for whoever may come, and the entry pass for whoever is expected."""
    asked = visit.asked
    may_come = asked.standing not in (Standing.REGRETTED, Standing.WITHDRAWN)
    return {
        "calendar_url": visit.url("calendar") if may_come and asked.event.held_on else "",
        "pass_url": visit.url("pass") if asked.has_pass else "",
    }


@by_link
def answer(request: HttpRequest, visit: Visit, answer: str) -> HttpResponse:
    """Ask what belongs to an answer, and record it once it is sent."""
    standing = ANSWERS.get(answer)
    if standing is None:
        return show_notice(visit, words.unknown())
    if notice := words.notice_for(visit.asked, timezone.now()):
        return show_notice(visit, notice)
    form = _form(visit, standing, request)
    heading, lead = words.heading_of(standing)
    status = HTTPStatus.OK
    if request.method == "POST":
        status = _sent(visit, form)
        if status == HTTPStatus.SEE_OTHER:
            return HttpResponse(status=status, headers={"Location": visit.url()})
    return show(
        visit,
        "reply/answer.html",
        status=status,
        form=form,
        answer=answer,
        heading=heading,
        lead=lead,
        day=event_words.day_and_time(visit.asked.event, visit.language),
        title=visit.asked.event.titles,
        needs_consent=visit.asked.needs_consent and standing == Standing.REPRESENTED,
    )


def _form(visit: Visit, standing: Standing, request: HttpRequest | None = None) -> AnswerForm:
    written = request.POST if request is not None and request.method == "POST" else None
    return AnswerForm(written, asked=visit.asked, standing=standing, speaker=visit.speaker)


def _sent(visit: Visit, form: AnswerForm) -> HTTPStatus:
    """Record an answer; return where that leads: on, or back to the form with what was written."""
    if not form.is_valid():
        return HTTPStatus.UNPROCESSABLE_ENTITY
    if form.seen_revision < visit.asked.invitation.answered_from:
        form.ask_again()
        return HTTPStatus.CONFLICT
    if not form.has_read_the_notice:
        form.read_again()
        return HTTPStatus.CONFLICT
    try:
        answering.answer_once(
            visit.asked,
            form.answer(),
            form_key=form.key,
            revision=form.seen_revision,
            speaker=visit.speaker,
            speaker_name=form.cleaned_data.get("speaker_name", ""),
            now=timezone.now(),
        )
    except ReplyRefused as refused:
        form.add_error(None, str(refused))
        return HTTPStatus.CONFLICT
    return HTTPStatus.SEE_OTHER


@by_link
def other(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Ask whoever is not the guest who they are, and lead them to the answers they may give."""
    return show(
        visit,
        "reply/other.html",
        guest=words.guest_name(visit.asked, visit.language),
        assistant_url=visit.as_speaker(Reply.Speaker.ASSISTANT),
        stranger_url=visit.as_speaker(Reply.Speaker.OTHER),
    )


@by_link
def privacy(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Say what is kept of a guest (R124)."""
    facts = notice_words.facts_of(visit.asked.event, visit.asked.terms)
    return show(
        visit,
        "reply/privacy.html",
        told=notice_words.told(facts, visit.language),
        kept=notices.version_of(facts),
        paper_url=visit.url("privacy_paper"),
    )


@by_link
def privacy_paper(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Print what is kept of a guest."""
    facts = notice_words.facts_of(visit.asked.event, visit.asked.terms)
    imprint = imprint_of(visit.asked.event, visit.language, now=timezone.now(), author="")
    try:
        content = documents.paper(facts, visit.language, imprint)
    except PaperFailed as failed:
        return show_notice(visit, words.not_printed(str(failed)))
    return downloads.opened(content, "privacy.pdf")


def card_of(visit: Visit, guest: str) -> dict[str, object]:
    """The invitation as a card: its own guest, and what stands on it for all."""
    asked, language = visit.asked, visit.language
    return {
        "guest": guest,
        "companions": words.companion_names(asked, language),
        "is_personal": asked.invitation.is_personal,
        "event": _written(visit),
    }


def _written(visit: Visit) -> SafeString:
    """What stands on the card for all guests, written once a language until anything of it changes."""
    plan, language = visit.asked.plan, visit.language
    if language not in plan.written:
        event = visit.asked.event
        plan.written[language] = render_to_string(
            "reply/_event.html",
            {
                "event": event,
                "terms": plan.terms,
                "places": plan.places,
                "when": event_words.day_and_time(event, language),
                "occasion": words.occasion_line(plan.occasion, language),
            },
        )
    return mark_safe(plan.written[language])  # rendered by the template above  # noqa: S308  # what stands in it was escaped on the way
