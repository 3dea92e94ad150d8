"""Addresses of the record."""

from django.urls import path

from chancery.record import urls_after, urls_communique, urls_course, urls_photos, urls_press, urls_said
from chancery.record.views import questions

app_name = "record"
urlpatterns = [
    *urls_course.urlpatterns,
    path("events/<slug:code>/record/questions/", questions.questions, name="questions"),
    *urls_said.urlpatterns,
    *urls_press.urlpatterns,
    *urls_photos.urlpatterns,
    *urls_after.urlpatterns,
    *urls_communique.urlpatterns,
]
