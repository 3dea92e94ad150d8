"""Addresses of the record."""

from django.urls import path

from chancery.record import urls_after, urls_communique, urls_course
from chancery.record.views import questions, said

app_name = "record"
urlpatterns = [
    *urls_course.urlpatterns,
    path("events/<slug:code>/record/statements/", said.statements, name="statements"),
    path("events/<slug:code>/record/questions/", questions.questions, name="questions"),
    path("events/<slug:code>/record/add/", said.add, name="add"),
    path("events/<slug:code>/record/statements/<slug:statement>/", said.change, name="change"),
    path("events/<slug:code>/record/statements/<slug:statement>/delete/", said.delete, name="delete"),
    *urls_after.urlpatterns,
    *urls_communique.urlpatterns,
]
