"""What people ask about their own data: entered with its day, answered within a month."""

from calendar import monthrange
from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from chancery.accounts.models import Organiser
from chancery.base import audit
from chancery.base.audit import Actor
from chancery.custody.models import Certificate, SubjectRequest
from chancery.directory.models import Person


class RequestClosed(Exception):
    """The request was answered before; the message is one sentence."""


def month_after(day: date) -> date:
    """The same day of the next month, or the last one where that month is shorter."""
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


@transaction.atomic
def enter(person: Person, *, kind: str, received_on: date, by: Actor) -> SubjectRequest:
    """Enter a request under the next number of the office; the answer is due one month after it came."""
    Organiser.objects.select_for_update().get(pk=person.organiser_id)
    asked = SubjectRequest.objects.filter(organiser=person.organiser_id)
    made = SubjectRequest(
        organiser=person.organiser,
        number=(asked.aggregate(last=Max("number"))["last"] or 0) + 1,
        person=person,
        kind=kind,
        received_on=received_on,
        due_on=month_after(received_on),
    )
    return audit.create(made, by=by, code="custody.request.entered")


@transaction.atomic
def close(
    request: SubjectRequest,
    *,
    answer: str,
    by: Actor,
    today: date,
    is_refused: bool = False,
    certificate: Certificate | None = None,
) -> None:
    """Close a request with what was answered. Errors: RequestClosed."""
    held = SubjectRequest.objects.select_for_update().get(pk=request.pk)
    if held.state != SubjectRequest.State.OPEN:
        raise RequestClosed(_("This request was answered before; enter another one."))
    held.state = SubjectRequest.State.REFUSED if is_refused else SubjectRequest.State.ANSWERED
    held.answer, held.closed_on, held.certificate = answer, today, certificate
    audit.update(held, by=by, code="custody.request.closed")


@transaction.atomic
def note_export(person: Person, *, by: Actor) -> None:
    """Say in the history that somebody took along everything about a person."""
    audit.note(person, by=by, code="custody.person.exported", changes={"exported": ["", "ZIP"]})
