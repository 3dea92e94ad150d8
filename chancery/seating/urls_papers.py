"""Addresses of what is printed of a seating, and of the page on which the door finds seats."""

from django.urls import path

from chancery.seating.views import finding, papers, printing

urlpatterns = [
    path("events/<slug:code>/seating/papers/", papers.papers, name="papers"),
    path("events/<slug:code>/seating/find/", finding.find, name="find-seat"),
    path("events/<slug:code>/seating/plan/<slug:plan>/tell/", papers.tell, name="tell-seats"),
    path("events/<slug:code>/seating/plan/<slug:plan>/paper/<slug:name>.pdf", papers.paper, name="paper"),
    path(
        "events/<slug:code>/seating/plan/<slug:plan>/cards/<slug:paper>/",
        printing.changed,
        name="changed-cards",
    ),
    path(
        "events/<slug:code>/seating/plan/<slug:plan>/cards/<slug:paper>/print/",
        printing.print_cards,
        name="print-cards",
    ),
    path(
        "events/<slug:code>/seating/plan/<slug:plan>/cards/<slug:paper>/<int:number>.pdf",
        printing.printed,
        name="printed-cards",
    ),
    path("events/<slug:code>/seating/printing/undo/", printing.undo_printing, name="undo-printing"),
]
