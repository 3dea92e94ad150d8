"""The wordings of the office: those that ship, the own ones, and what is said of them when they are saved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import audit, history, undo
from chancery.base.frame import Link, framed, say_with_undo
from chancery.base.models import AuditLine
from chancery.guests import wordings as shipping
from chancery.guests.actions import wordings as actions
from chancery.guests.forms.wordings import WordingForm
from chancery.guests.models import Form, Kind, Template
from chancery.guests.queries import wordings as queries
from chancery.guests.wordings import Wording
from chancery.guests.wordings.fields import fields_of


@dataclass(frozen=True, slots=True)
class KindOfWording:
    """One kind of message: in which languages a wording ships, the office's own ones, those it is shown."""

    kind: Kind
    languages: Sequence[str]
    own: Sequence[Template]
    shown: Sequence[Template]


@office_page(Right.INVITATIONS_SEND)
def wordings(request: HttpRequest, office: Office) -> HttpResponse:
    """List the wordings of one form, by kind."""
    asked = request.GET.get("form", "")
    form = Form(asked) if asked in Form.values else Form.EMAIL
    own = list(queries.wordings_of(office.organiser).filter(form=form))
    taken = {each.source_id for each in own}
    shown = [
        each for each in queries.wordings_shown_to(office.organiser).filter(form=form) if each.pk not in taken
    ]
    kinds = [
        KindOfWording(
            kind,
            list(_shipped(form, kind)),
            [each for each in own if each.kind == kind],
            [each for each in shown if each.kind == kind],
        )
        for kind in Kind
    ]
    return framed(request, "guests/wordings.html", form=form, kinds=kinds, forms=_forms(office, form))


def _forms(office: Office, current: Form) -> list[Link]:
    address = reverse("guests:wordings", args=[office.organiser.ref])
    return [Link(str(form.label), f"{address}?form={form}", is_current=form == current) for form in Form]


@office_page(Right.INVITATIONS_SEND)
def shipped(request: HttpRequest, office: Office) -> HttpResponse:
    """Show what ships for one kind in one form; a POST makes an own wording from it."""
    kind, form = kind_and_form(request)
    if request.method == "POST":
        made = actions.copy_shipped(office.organiser, form, kind, by=office.actor)
        messages.success(request, _("“%(name)s” is yours to change.") % {"name": made.name})
        return redirect("guests:wording", ref=office.organiser.ref, wording=made.code)
    return framed(
        request,
        "guests/wording_shipped.html",
        kind=kind,
        form=form,
        texts=_shipped(form, kind),
        own=queries.wordings_for(office.organiser, form, kind),
        events=_events(office),
    )


def kind_and_form(request: HttpRequest) -> tuple[Kind, Form]:
    """The kind and the form that an address asks for, else an invitation by e-mail. Errors: Http404."""
    kind, form = request.GET.get("kind", Kind.INVITATION), request.GET.get("form", Form.EMAIL)
    if kind not in Kind.values or form not in Form.values:
        raise Http404
    return Kind(kind), Form(form)


def _shipped(form: Form, kind: Kind) -> Mapping[str, Wording]:
    """What ships for one kind in one form, by language."""
    texts = {language: shipping.shipped(language).get((kind, form)) for language in shipping.LANGUAGES}
    return {language: text for language, text in texts.items() if text}


def _events(office: Office) -> Sequence[Any]:
    return queries.events_to_preview(office.organiser, office.today)


@office_page(Right.INVITATIONS_SEND)
def wording(request: HttpRequest, office: Office, wording: str) -> HttpResponse:
    """Change an own wording."""
    chosen = _own(office, wording)
    form = WordingForm(
        request.POST or None, instance=chosen, office_languages=office.organiser.languages or ["en"]
    )
    if request.method == "POST" and "add" not in request.POST and form.is_valid():
        _save_and_say(request, office, form)
        return redirect("guests:wording", ref=office.organiser.ref, wording=wording)
    return framed(
        request,
        "guests/wording_form.html",
        form=form,
        wording=chosen,
        fields=fields_of(form.form),
        waves=queries.waves_using(chosen),
        events=_events(office),
        lines=history.of(chosen, language=get_language() or "en"),
    )


def _save_and_say(request: HttpRequest, office: Office, form: WordingForm) -> None:
    with audit.collected() as lines:
        actions.save_wording(form.instance, by=office.actor)
    _say(request, office, _("The wording is saved."), lines)
    for remark in form.remarks:
        messages.warning(request, remark.sentence)


def _say(request: HttpRequest, office: Office, sentence: str, lines: Sequence[AuditLine]) -> None:
    if not lines:
        messages.success(request, sentence)
        return
    address = reverse("guests:take-back-wording", args=[office.organiser.ref, lines[-1].pk])
    say_with_undo(request, sentence, address)


@office_page(Right.INVITATIONS_SEND)
def delete(request: HttpRequest, office: Office, wording: str) -> HttpResponse:
    """Delete an own wording, after asking; one that a wave takes stays."""
    chosen = _own(office, wording)
    back = reverse("guests:wording", args=[office.organiser.ref, wording])
    if request.method != "POST":
        return framed(
            request,
            "base/confirm.html",
            question=_("Delete “%(name)s”?") % {"name": chosen.name},
            sentences=[_("Messages that were sent keep their words, and the deletion can be undone.")],
            action_word=_("Delete"),
            cancel_url=back,
            is_danger=True,
        )
    try:
        with audit.collected() as lines:
            actions.delete_wording(chosen, by=office.actor)
    except actions.WordingInUse as refused:
        messages.error(request, str(refused))
        return redirect(back)
    _say(request, office, _("“%(name)s” was deleted.") % {"name": chosen.name}, lines)
    return redirect(f"{reverse('guests:wordings', args=[office.organiser.ref])}?form={chosen.form}")


@require_POST
@office_page(Right.INVITATIONS_SEND)
def take_back(request: HttpRequest, office: Office, line: int) -> HttpResponse:
    """Undo one change of a wording."""
    found = get_object_or_404(
        AuditLine, pk=line, organiser_id=office.organiser.pk, kind=audit.kind_of(Template)
    )
    try:
        undo.undo(found, by=office.actor)
    except undo.CannotUndo as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, _("The wording is as it was before."))
    row = Template.objects.filter(organiser=office.organiser, pk=found.object_id).first()
    if row is None:
        return redirect("guests:wordings", ref=office.organiser.ref)
    return redirect("guests:wording", ref=office.organiser.ref, wording=row.code)


def _own(office: Office, code: str) -> Template:
    return get_object_or_404(Template, organiser=office.organiser, code=code)
