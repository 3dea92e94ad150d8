"""Addresses of what happened: the course of an event."""

from django.urls import path

from chancery.record.views import course, outcomes

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
]
