"""Addresses of the pages that join everything."""

from django.urls import path

from chancery.desk.views import bringing, campaign_folders, packs, pages, papers, setup, shown

app_name = "desk"
urlpatterns = [
    path("", pages.office, name="office"),
    path("find/", pages.find, name="find"),
    path("settings/", setup.settings, name="settings"),
    path("settings/mail/", setup.test_mail, name="test_mail"),
    path("load-campaign/", campaign_folders.load, name="load-campaign"),
    path("campaigns/<slug:campaign>/folder/", campaign_folders.folder, name="campaign-folder"),
    path("campaigns/<slug:campaign>/folder/start/", campaign_folders.start, name="start-campaign-folder"),
    path(
        "campaigns/<slug:campaign>/folder/<slug:job>/",
        campaign_folders.progress,
        name="campaign-folder-progress",
    ),
    path(
        "campaigns/<slug:campaign>/folder/<slug:job>/stop/",
        campaign_folders.stop,
        name="stop-campaign-folder",
    ),
    path(
        "campaigns/<slug:campaign>/folder/<slug:job>/download/",
        campaign_folders.download,
        name="download-campaign-folder",
    ),
    path("events/<slug:code>/", pages.event, name="event"),
    # Below the guests, so that the event shows where it stands.
    path("events/<slug:code>/guests/add/attendees/", bringing.bringing, name="bring"),
    path("events/<slug:code>/guests/add/attendees/write/", bringing.write, name="bring-write"),
    path("events/<slug:code>/guests/add/attendees/drop/", bringing.drop, name="bring-drop"),
    path("events/<slug:code>/exhibition/", shown.shown, name="shown"),
    path("events/<slug:code>/record/after/archive/", packs.pack, name="pack"),
    path("events/<slug:code>/record/after/archive/start/", packs.start, name="start-pack"),
    path("events/<slug:code>/record/after/archive/<slug:job>/", packs.progress, name="pack-progress"),
    path("events/<slug:code>/record/after/archive/<slug:job>/stop/", packs.stop, name="stop-pack"),
    path(
        "events/<slug:code>/record/after/archive/<slug:job>/download/", packs.download, name="download-pack"
    ),
    path("events/<slug:code>/papers/", papers.papers, name="papers"),
    path("events/<slug:code>/papers/start/", papers.start, name="start"),
    path("events/<slug:code>/papers/<str:name>", papers.paper, name="paper"),
    path("events/<slug:code>/papers/dossier/<slug:job>/", papers.progress, name="progress"),
    path("events/<slug:code>/papers/dossier/<slug:job>/stop/", papers.stop, name="stop"),
    path("events/<slug:code>/papers/dossier/<slug:job>/<str:name>", papers.download, name="download"),
]
