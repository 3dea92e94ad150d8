"""Addresses of what happened: the course of an event, and who was there."""

from django.urls import path

from chancery.record.views import course, outcomes, presence

urlpatterns = [
    path("events/<slug:code>/record/", course.course, name="course"),
    path("events/<slug:code>/record/course/write/", course.write, name="write-course"),
    path("events/<slug:code>/record/course/undo/", course.undo_change, name="undo-course"),
    path("events/<slug:code>/record/course/add/", course.add, name="add-came"),
    path("events/<slug:code>/record/course/order/", outcomes.order, name="course-order"),
    path("events/<slug:code>/record/course/<slug:item>/", outcomes.outcome, name="outcome"),
    path("events/<slug:code>/record/course/<slug:item>/order/", outcomes.order_of_acts, name="order-of-acts"),
    path("events/<slug:code>/record/course/<slug:item>/take-out/", course.take_out, name="take-out-came"),
    path("events/<slug:code>/record/find-who/", outcomes.find_who, name="find-who"),
    path("events/<slug:code>/record/presence/", presence.presence, name="presence"),
    path("events/<slug:code>/record/presence/note/", presence.note, name="note-presence"),
    path("events/<slug:code>/record/presence/propose/", presence.propose, name="propose-presence"),
    path("events/<slug:code>/record/presence/add/", presence.add, name="add-present"),
    path("events/<slug:code>/record/presence/categories/", presence.categories, name="presence-categories"),
    path("events/<slug:code>/record/presence/undo/", presence.undo_change, name="undo-presence"),
    path("events/<slug:code>/record/presence/of/<slug:who>/", presence.one, name="presence-of"),
]
