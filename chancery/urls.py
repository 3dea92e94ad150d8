"""All addresses."""

from django.urls import URLPattern, URLResolver, include, path

from chancery.api import urls as api
from chancery.base.watching import views as watching
from chancery.desk.views import pages, setup
from chancery.guests.views import mail_events

handler500 = "chancery.base.refusals.server_error"
handler400 = "chancery.base.refusals.bad_request"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", pages.home, name="home"),
    path("health/live", watching.live, name="health_live"),
    path("health/ready", watching.ready, name="health_ready"),
    path("metrics", watching.metrics, name="metrics"),
    path("setup/<str:key>/", setup.place, name="setup"),
    path("setup/<str:key>/office/", setup.name, name="setup_name"),
    path("setup/<str:key>/owner/", setup.owner, name="setup_owner"),
    path("mail-events/<slug:provider>/", mail_events.receive, name="mail_events"),
    path("api/", include("chancery.api.urls")),
    path("o/<slug:ref>/", include((api.of_office, "tokens"))),
    path("", include("chancery.accounts.urls")),
    path("r/<str:token>/", include("chancery.guests.urls_of_guests")),
    path("h/<str:token>/", include("chancery.programme.urls_hall")),
    path("s/<str:token>/", include("chancery.programme.urls_screens")),
    path("d/", include("chancery.door.urls_device")),
    path("calendar/", include("chancery.campaign.urls_calendar_public")),
    path("p/<slug:ref>/", include("chancery.exhibition.urls_public")),
    path("p/<slug:ref>/", include("chancery.record.urls_public")),
    path("p/<slug:ref>/", include("chancery.campaign.urls_public_reports")),
    path("c/<slug:slug>/", include("chancery.campaign.urls_public")),
    # Before the directory, whose people have one word behind their name.
    path("o/<slug:ref>/", include("chancery.custody.urls")),
    path("o/<slug:ref>/", include("chancery.privacy.urls")),
    path("o/<slug:ref>/", include("chancery.directory.urls")),
    path("o/<slug:ref>/", include("chancery.precedence.urls")),
    path("o/<slug:ref>/", include("chancery.occasions.urls")),
    path("o/<slug:ref>/", include("chancery.events.urls")),
    path("o/<slug:ref>/", include("chancery.exhibition.urls")),
    path("o/<slug:ref>/", include("chancery.programme.urls")),
    path("o/<slug:ref>/", include("chancery.guests.urls")),
    path("o/<slug:ref>/", include("chancery.seating.urls")),
    path("o/<slug:ref>/", include("chancery.door.urls")),
    path("o/<slug:ref>/", include("chancery.record.urls")),
    path("o/<slug:ref>/", include("chancery.campaign.urls")),
    path("o/<slug:ref>/", include("chancery.api.hooks.urls")),
    path("o/<slug:ref>/", include("chancery.desk.urls")),
]
