"""Addresses of the pages that join everything."""

from django.urls import path

from chancery.desk import views, views_papers, views_setup

app_name = "desk"
urlpatterns = [
    path("", views.office, name="office"),
    path("find/", views.find, name="find"),
    path("settings/", views_setup.settings, name="settings"),
    path("settings/mail/", views_setup.test_mail, name="test_mail"),
    path("events/<slug:code>/", views.event, name="event"),
    path("events/<slug:code>/papers/", views_papers.papers, name="papers"),
    path("events/<slug:code>/papers/start/", views_papers.start, name="start"),
    path("events/<slug:code>/papers/<slug:key>/", views_papers.paper, name="paper"),
    path("events/<slug:code>/papers/dossier/<slug:job>/", views_papers.progress, name="progress"),
    path("events/<slug:code>/papers/dossier/<slug:job>/stop/", views_papers.stop, name="stop"),
    path("events/<slug:code>/papers/dossier/<slug:job>/file/", views_papers.download, name="download"),
]
