"""Addresses of what comes after an event."""

from django.urls import path

from chancery.record.views import after

urlpatterns = [
    path("events/<slug:code>/record/after/", after.after, name="after"),
    path("events/<slug:code>/record/after/report/", after.report, name="ministry-report"),
    path("events/<slug:code>/record/after/review/", after.review, name="review"),
    path("events/<slug:code>/record/after/costs/", after.costs, name="costs"),
    path("events/<slug:code>/record/after/costs/undo/", after.undo_costs, name="undo-costs"),
    path("events/<slug:code>/record/after/costs/take-over/", after.take_over_costs, name="take-over-costs"),
]
