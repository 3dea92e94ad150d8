"""The lists that follow from the order of an event, on one page that can be printed."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.base.parts import Choice, Column
from chancery.events import ordering
from chancery.events import queries as events
from chancery.events.access import EventOffice
from chancery.events.documents import summary_of
from chancery.events.pages import event_page
from chancery.guests import contributors, projecting


@event_page(Right.GUESTS_VIEW)
def projections(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show every list with its direction and its rule; who greets is left out of the greeting."""
    event, language = office.event, get_language() or "en"
    order = ordering.order_of(event)
    speakers = contributors.speakers_of(event, order)
    asked = request.GET.get("speaker", "")
    greeter = next((ref for ref in speakers if order.by_ref[ref].who.code == asked), "")
    lists = [
        projecting.greeting(order, language, speaker=greeter),
        projecting.speeches(order, speakers, language),
        projecting.wreaths(order, contributors.layers_of(event, order), language),
        projecting.anthems(event, order, language),
        *projecting.flags(event, order, language),
        projecting.listing(order, list(events.categories_of(event)), language),
    ]
    chosen = [
        Choice(order.by_ref[ref].who.code, order.by_ref[ref].who.name, ref == greeter) for ref in speakers
    ]
    context = {
        "lists": lists,
        "speakers": chosen,
        "columns": [Column(_("Name and office")), Column(_("Reason"))],
        "summary": summary_of(event, order, language),
        "total": len(order.entries),
    }
    return framed(request, "guests/projections.html", **context)
