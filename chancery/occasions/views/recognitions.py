"""Recognitions: the list with the total its filters ask for, one text, adding, changing, deleting, steps."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts import undoing
from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import history, media
from chancery.base.frame import Link, framed
from chancery.occasions import change_rows, recognition_rows
from chancery.occasions import recognition_words as words
from chancery.occasions.access import campaign_for, own_recognition_for, recognition_for
from chancery.occasions.actions import recognitions as actions
from chancery.occasions.forms.recognitions import (
    FilterForm,
    FirstStepForm,
    RecognitionForm,
    StepForm,
    TakeBackForm,
)
from chancery.occasions.models import Campaign, Recognition, RecognitionStep
from chancery.occasions.queries import recognitions as queries
from chancery.occasions.queries.asked import asked_from
from chancery.rules.campaign.recognitions import Moment, standing


@office_page(Right.EVENTS_VIEW)
def recognitions(request: HttpRequest, office: Office, campaign: str) -> HttpResponse:
    """List the texts that the filters take in, under the total of them with every filter beside it."""
    chosen = campaign_for(office, campaign)
    now = timezone.localtime()
    asking = recognition_rows.ask(chosen, asked_from(dict(request.GET.lists()), now=now))
    page = recognition_rows.page_of(asking, request.GET.get("page"))
    listed = recognition_rows.listed_of(asking, list(page))
    return framed(
        request,
        "occasions/recognitions.html",
        campaign=chosen,
        form=FilterForm(request.GET, texts=asking.chosen, bodies=asking.bodies),
        asked=asking.asked,
        total=asking.in_words,
        others=recognition_rows.others_counted(asking, request.GET),
        page=page,
        rows=recognition_rows.rows_of(listed, office),
        columns=recognition_rows.columns(),
        is_empty=not asking.chosen and asking.asked.is_now,
        query=request.GET.urlencode(),
        since=change_rows.since(asking, request.GET, office, now=now),
    )


@office_page(Right.EVENTS_VIEW)
def recognition(request: HttpRequest, office: Office, campaign: str, recognition: str) -> HttpResponse:
    """Show one text: whose it is, what became of it, what proves it."""
    chosen = recognition_for(office, campaign, recognition)
    now = timezone.localtime()
    steps = list(queries.steps_in_order().filter(recognition=chosen))
    return framed(
        request,
        "occasions/recognition.html",
        crumbs=[_crumb(office, chosen.campaign)],
        recognition=chosen,
        campaign=chosen.campaign,
        name=words.body_name(chosen),
        title=words.title_of(chosen),
        state=recognition_rows.state_of(chosen),
        standing=words.standing_mark(standing(queries.text_of(chosen), Moment(now.date(), now))),
        votes=words.votes_in_words(chosen),
        steps=steps,
        is_own=chosen.organiser_id == office.organiser.pk,
        lines=history.of(chosen, *steps, language=get_language() or "en"),
    )


@office_page(Right.EVENTS_EDIT)
def add(request: HttpRequest, office: Office, campaign: str) -> HttpResponse:
    """Record a text, with what became of it where that is known."""
    chosen = campaign_for(office, campaign)
    return _form(request, office, Recognition(organiser=office.organiser, campaign=chosen))


@office_page(Right.EVENTS_EDIT)
def change(request: HttpRequest, office: Office, campaign: str, recognition: str) -> HttpResponse:
    """Change a text; what became of it is told by its steps."""
    return _form(request, office, own_recognition_for(office, campaign, recognition))


def _form(request: HttpRequest, office: Office, recognition: Recognition) -> HttpResponse:
    sent, campaign = request.POST or None, recognition.campaign
    form = RecognitionForm(
        sent,
        request.FILES or None,
        instance=recognition,
        office=office,
        document_url=_url(office, recognition, "recognition-document") if recognition.document_id else "",
    )
    step = FirstStepForm(sent, instance=RecognitionStep(), prefix="step") if recognition.pk is None else None
    # both are checked, so that all that is wrong is said at once
    is_step_valid = step is None or not sent or step.is_valid()
    if sent and form.is_valid() and is_step_valid and _is_saved(request, office, form, step):
        return redirect(_url(office, recognition))
    return framed(
        request,
        "occasions/recognition_form.html",
        crumbs=[_crumb(office, campaign)],
        form=form,
        step=step,
        recognition=recognition,
        campaign=campaign,
        back=_url(office, recognition) if recognition.pk else list_url(office, campaign),
    )


def _is_saved(
    request: HttpRequest, office: Office, form: RecognitionForm, step: FirstStepForm | None
) -> bool:
    def save() -> str:
        actions.save_recognition(
            form.instance, document=form.sent_document, step=step.step if step else None, by=office.actor
        )
        return _("The text is saved.")

    try:
        undoing.do_and_say(request, save, url=undo_url(office, form.instance.campaign))
    except media.MediaRefused as refused:
        form.add_error("document_file", forms.ValidationError(str(refused)))
        return False
    return True


@office_page(Right.EVENTS_EDIT)
def delete(request: HttpRequest, office: Office, campaign: str, recognition: str) -> HttpResponse:
    """Delete a text with its steps, after asking."""
    chosen = own_recognition_for(office, campaign, recognition)
    if request.method == "POST":

        def leave() -> str:
            actions.delete_recognition(chosen, by=office.actor)
            return _("The text is deleted with its steps.")

        url = undo_url(office, chosen.campaign)
        # the steps come back with their text
        undoing.do_and_say(request, leave, url=url, besides=[actions.STEP_DELETED])
        return redirect(list_url(office, chosen.campaign))
    return framed(
        request,
        "base/confirm.html",
        question=_("Delete the text of “%(body)s”?") % {"body": words.body_name(chosen)},
        sentences=[
            _("Totals that were stated with it can no longer be counted again to the same number."),
            _("A text that was repealed stays, with that step; only what never was should be deleted."),
            _("The history of the office can bring it back."),
        ],
        action_word=_("Delete"),
        cancel_url=_url(office, chosen),
        is_danger=True,
    )


@office_page(Right.EVENTS_VIEW)
def document(request: HttpRequest, office: Office, campaign: str, recognition: str) -> HttpResponseBase:
    """Send the document of a text."""
    found = recognition_for(office, campaign, recognition).document
    if found is None:
        raise Http404
    return media.file_response(request, found)


@office_page(Right.EVENTS_EDIT)
def add_step(request: HttpRequest, office: Office, campaign: str, recognition: str) -> HttpResponse:
    """Record what became of a text."""
    chosen = own_recognition_for(office, campaign, recognition)
    form = StepForm(request.POST or None, instance=RecognitionStep(recognition=chosen))
    if request.method == "POST" and form.is_valid():

        def record() -> str:
            actions.add_step(form.instance, by=office.actor)
            return _("The step is recorded; totals know of it from now on.")

        undoing.do_and_say(request, record, url=undo_url(office, chosen.campaign))
        return redirect(_url(office, chosen))
    return _step_page(request, office, chosen, form, title=_("Record a step"))


@office_page(Right.EVENTS_EDIT)
def take_back(
    request: HttpRequest, office: Office, campaign: str, recognition: str, step: str
) -> HttpResponse:
    """Take a wrong step back, with the reason."""
    chosen = own_recognition_for(office, campaign, recognition)
    row = get_object_or_404(RecognitionStep, recognition=chosen, code=step)
    form = TakeBackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def leave() -> str:
            actions.take_back(row, reason=form.cleaned_data["reason"], now=timezone.now(), by=office.actor)
            return _("The step is taken back.")

        try:
            undoing.do_and_say(request, leave, url=undo_url(office, chosen.campaign))
        except actions.StepTakenBackAlready as refused:
            messages.warning(request, str(refused))
        return redirect(_url(office, chosen))
    return _step_page(request, office, chosen, form, title=_("Take a step back"), step=row)


def _step_page(
    request: HttpRequest, office: Office, recognition: Recognition, form: forms.BaseForm, **context: Any
) -> HttpResponse:
    name, back = words.body_name(recognition), _url(office, recognition)
    return framed(
        request,
        "occasions/recognition_step.html",
        **{"crumbs": [Link(name, back)], "form": form, "name": name, "back": back, "step": None, **context},
    )


@require_POST
@office_page(Right.EVENTS_EDIT)
def undo(request: HttpRequest, office: Office, campaign: str) -> HttpResponse:
    """Undo what this reader just did to recognitions."""
    chosen = campaign_for(office, campaign)
    undoing.undo_last(request, office, done=_("Everything is as it was before."))
    return redirect(list_url(office, chosen))


def _crumb(office: Office, campaign: Campaign) -> Link:
    return Link(_("Recognitions"), list_url(office, campaign))


def list_url(office: Office, campaign: Campaign) -> str:
    """The address of the list."""
    return reverse("occasions:recognitions", args=[office.organiser.ref, campaign.code])


def undo_url(office: Office, campaign: Campaign) -> str:
    """The address that undoes what a reader just did to recognitions."""
    return reverse("occasions:undo-recognitions", args=[office.organiser.ref, campaign.code])


def _url(office: Office, recognition: Recognition, name: str = "recognition") -> str:
    return reverse(
        f"occasions:{name}", args=[office.organiser.ref, recognition.campaign.code, recognition.code]
    )
