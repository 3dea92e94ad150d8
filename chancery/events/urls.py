"""Addresses of planning an event."""

from django.urls import path

from chancery.events.views import (
    campaigns,
    copying,
    history,
    order,
    patterns,
    people,
    places,
    planning,
    sections,
)

app_name = "events"
urlpatterns = [
    path("events/", planning.events, name="events"),
    path("events/new/", planning.plan, name="plan"),
    path("events/new/from/<slug:pattern>/", patterns.begin, name="begin"),
    path("events/<slug:code>/pattern/", patterns.offer, name="offer-pattern"),
    path("events/<slug:code>/edit/", planning.change, name="change"),
    path("events/<slug:code>/edit/<slug:section>/", sections.change, name="section"),
    path("events/<slug:code>/edit/<slug:section>/undo/", sections.undo_change, name="undo-section"),
    path("events/<slug:code>/occasions/<slug:occasion>/why/", sections.why_ordinal, name="why-ordinal"),
    path(
        "events/<slug:code>/occasions/<slug:occasion>/take/",
        sections.take_anniversary,
        name="take-anniversary",
    ),
    path("events/<slug:code>/history/", history.lines, name="history"),
    path("events/<slug:code>/history/people/", history.people, name="history-of-people"),
    path("events/<slug:code>/history/<int:line>/undo/", history.undo_line, name="undo-line"),
    path("events/<slug:code>/copy/", copying.copy, name="copy"),
    path("events/<slug:code>/keep/", copying.keep, name="keep"),
    path("events/<slug:code>/keep/undo/", copying.undo_keeping, name="undo-keeping"),
    path("events/<slug:code>/tasks/", planning.tasks, name="tasks"),
    path("events/<slug:code>/tasks/<slug:task>/", planning.set_task, name="set-task"),
    path("events/<slug:code>/people/", people.people, name="people"),
    path("events/<slug:code>/people/add/", people.take_part, name="take-part"),
    path("events/<slug:code>/people/find/", people.find, name="find-who"),
    path("events/<slug:code>/people/<slug:who>/", people.person, name="person"),
    path("events/<slug:code>/people/<slug:who>/withdraw/", people.withdraw, name="withdraw"),
    path("events/<slug:code>/order/", order.order, name="order"),
    path("events/<slug:code>/order/settings/", order.settings, name="order-settings"),
    path("events/<slug:code>/order/follow-newer/", order.follow_newer, name="follow-newer"),
    path("events/<slug:code>/order/compare/", order.compare, name="compare"),
    path("events/<slug:code>/order/undo/", order.undo_change, name="undo-order"),
    path("events/<slug:code>/order/move/<slug:who>/", order.move, name="move"),
    path("events/<slug:code>/order/moves/<slug:move>/withdraw/", order.withdraw, name="withdraw-move"),
    path("events/<slug:code>/order/why/<slug:who>/", order.why, name="why"),
    path("places/", places.places, name="places"),
    path("places/new/", places.add_place, name="add-place"),
    path("places/<slug:place>/", places.change_place, name="change-place"),
    path("wording/", places.wording, name="wording"),
    path("campaigns/<slug:campaign>/terms/", campaigns.terms, name="campaign-terms"),
]
