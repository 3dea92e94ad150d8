"""What every page of the running order has: its layout, and the way back to the order."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from chancery.base.frame import layout_for
from chancery.events.access import EventOffice


def page(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    """Render a page of the running order."""
    return render(request, template, {"layout": layout_for(request), **context})


def back(office: EventOffice) -> HttpResponse:
    """Lead back to the running order."""
    return redirect("programme:programme", ref=office.organiser.ref, code=office.event.code)
