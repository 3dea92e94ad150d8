"""On what terms guests are invited, and what they are asked."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from chancery.accounts.roles import Right
from chancery.base.forms import rows_of
from chancery.base.frame import framed
from chancery.events.access import EventOffice
from chancery.events.models import Event
from chancery.events.pages import event_page
from chancery.guests import lead_times
from chancery.guests.actions import terms as actions
from chancery.guests.forms.terms import QuestionForm, TermsForm
from chancery.guests.models import Question
from chancery.guests.queries.terms import questions_of, terms_to_write
from chancery.guests.views.undoing import do_and_say


@event_page(Right.INVITATIONS_SEND)
def terms(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Write on what terms guests are invited; before the first time the event says what is proposed."""
    form = TermsForm(request.POST or None, instance=terms_to_write(office.event))
    if request.method == "POST" and form.is_valid():

        def save() -> str:
            actions.save_terms(form.instance, by=office.actor)
            return _("The terms are saved.")

        do_and_say(request, office, save)
        return redirect("guests:invitations", ref=office.organiser.ref, code=office.event.code)
    context = {
        "form": form,
        "hints": lead_times.hints(office.event.held_on),
        "questions": questions_of(office.event),
    }
    return framed(request, "guests/terms.html", **context)


@event_page(Right.INVITATIONS_SEND)
def questions(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Write what guests are asked beside yes or no."""
    known = questions_of(office.event)
    made = rows_of(Event, Question, QuestionForm, can_order=True, fk_name="event")
    formset = made(
        request.POST or None,
        instance=office.event,
        queryset=known,
        prefix="questions",
        form_kwargs={"asked": list(known), "languages": office.organiser.languages},
    )
    if request.method == "POST" and formset.is_valid():

        def save() -> str:
            actions.save_questions(formset.kept, formset.dropped, by=office.actor)
            return _("The questions are saved.")

        try:
            do_and_say(request, office, save)
        except actions.QuestionsRefused as refused:
            messages.error(request, str(refused))
        else:
            return redirect("guests:terms", ref=office.organiser.ref, code=office.event.code)
    return framed(request, "guests/questions.html", formset=formset)
