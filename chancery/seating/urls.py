"""Addresses of the seating; the plans of an event stand at its stage, the rooms with the office."""

from django.urls import include, path

from chancery.seating import urls_rooms
from chancery.seating.views import comparing, placing, plan, plans, proposing, searching, settling

app_name = "seating"
STAGE = "events/<slug:code>/seating/"
PLAN = f"{STAGE}plan/<slug:plan>/"
urlpatterns = [
    *urls_rooms.urlpatterns,
    path(STAGE, plans.plans, name="plans"),
    path(f"{STAGE}new/", plans.new, name="new-plan"),
    path(f"{STAGE}undo/", plans.undo_change, name="undo"),
    path(f"{STAGE}compare/", comparing.compare, name="compare-plans"),
    path(PLAN, plan.plan, name="plan"),
    path(f"{PLAN}settings/", settling.change, name="change-plan"),
    path(f"{PLAN}copy/", settling.copy, name="copy-plan"),
    path(f"{PLAN}choose/", settling.choose, name="choose-plan"),
    path(f"{PLAN}room/", settling.take_room, name="take-room"),
    path(f"{PLAN}delete/", settling.delete, name="delete-plan"),
    path(f"{PLAN}history/", settling.history, name="plan-history"),
    path(f"{PLAN}history/<int:line>/undo/", settling.undo_line, name="undo-line"),
    path(f"{PLAN}move/", placing.move, name="move"),
    path(f"{PLAN}unseat/", placing.unseat, name="unseat"),
    path(f"{PLAN}lock/", placing.locks, name="lock"),
    path(f"{PLAN}clear/", placing.clear, name="clear"),
    path(f"{PLAN}seat/", placing.note_seat, name="note-seat"),
    path(f"{PLAN}undo/", placing.undo_step, name="undo-step"),
    path(f"{PLAN}propose/<slug:deed>/", proposing.propose, name="propose"),
    path(f"{PLAN}noted/", proposing.take_note, name="take-note"),
    path(f"{PLAN}solve/", searching.solve, name="solve"),
    path(f"{PLAN}search/", searching.search, name="search"),
    path(f"{PLAN}search/stop/", searching.stop, name="stop-search"),
    path("", include("chancery.seating.urls_wishes")),
    path("", include("chancery.seating.urls_editor")),
    path("", include("chancery.seating.urls_papers")),
]
