"""The way back to the running order."""

from django.http import HttpResponse
from django.shortcuts import redirect

from chancery.events.access import EventOffice


def back(office: EventOffice) -> HttpResponse:
    """Lead back to the running order."""
    return redirect("programme:programme", ref=office.organiser.ref, code=office.event.code)
