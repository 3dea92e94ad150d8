"""Addresses of protocol profiles."""

from django.urls import path

from chancery.precedence.views import editing, given, reading, versions

app_name = "precedence"
urlpatterns = [
    path("profiles/", reading.profiles, name="profiles"),
    path("profiles/<slug:key>/", reading.profile, name="profile"),
    path("profiles/<slug:key>/about/", editing.about, name="about"),
    path("profiles/<slug:key>/table/", editing.table, name="table"),
    path("profiles/<slug:key>/settings/", editing.settings, name="settings"),
    path("profiles/<slug:key>/text/", editing.text, name="text"),
    path("profiles/<slug:key>/copy/", versions.copy, name="copy"),
    path("profiles/<slug:key>/versions/<int:number>/", reading.version, name="version"),
    path("profiles/<slug:key>/versions/<int:number>/restore/", versions.restore, name="restore"),
    path("profiles/<slug:key>/show/", given.show, name="show"),
    path("profiles/<slug:key>/taken/", given.taken, name="taken"),
    path("profiles/<slug:key>/newer/", given.take_newer, name="take-newer"),
    path("profiles/<slug:key>/keep/", given.keep, name="keep"),
    path("profiles/given/<slug:given>/", given.given, name="given"),
    path("profiles/given/<slug:given>/since/<int:number>/", given.since, name="since"),
    path("profiles/given/<slug:given>/take/", given.take, name="take"),
]
