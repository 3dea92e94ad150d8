"""Addresses of the seating; the plans of an event stand at its stage, the rooms with the office."""

from django.urls import path

from chancery.seating.views import plans

app_name = "seating"
urlpatterns = [
    path("events/<slug:code>/seating/", plans.plans, name="plans"),
    path("events/<slug:code>/seating/new/", plans.new, name="new-plan"),
    path("events/<slug:code>/seating/undo/", plans.undo_change, name="undo"),
    path("events/<slug:code>/seating/plan/<slug:plan>/", plans.plan, name="plan"),
]
