"""The page of the forty questions."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.events.access import EventOffice
from chancery.events.pages import event_page
from chancery.record.questions.forty import QUESTIONS
from chancery.record.questions.known import Known, Side


@event_page(Right.RECORD_VIEW)
def questions(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Answer the forty questions of the record, or with `?side=plan` of the plan."""
    side = Side.PLAN if request.GET.get("side") == Side.PLAN else Side.RECORD
    wanted = {name: request.GET.get(name, "").strip()[:200] for name in ("speaker", "topic")}
    known = Known(office.event, side=side, language=get_language() or "en", **wanted)
    asked = [one for one in QUESTIONS.values() if side not in one.of_guests or office.may(Right.GUESTS_VIEW)]
    answers = [one.answer(known) for one in asked]
    return framed(
        request,
        "record/questions.html",
        answers=answers,
        known=sum(answer.is_known for answer in answers),
        hidden=len(QUESTIONS) - len(asked),
        is_plan=side is Side.PLAN,
        **wanted,
    )
