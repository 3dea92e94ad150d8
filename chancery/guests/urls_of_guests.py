"""Addresses that guests open by their links; there is nothing to sign in to."""

from django.urls import path

from chancery.guests.views import answering, photographs, taking

app_name = "reply"
urlpatterns = [
    path("", answering.page, name="page"),
    path("other/", answering.other, name="other"),
    path("privacy/", answering.privacy, name="privacy"),
    path("privacy.pdf", answering.privacy_paper, name="privacy_paper"),
    path("calendar.ics", taking.calendar, name="calendar"),
    path("pass/", taking.entry_pass, name="pass"),
    path("pass.png", taking.pass_picture, name="pass_picture"),
    path("pass.pdf", taking.pass_paper, name="pass_paper"),
    path("pass.pkpass", taking.apple_pass, name="pass_apple"),
    path("pass/google/", taking.google_pass, name="pass_google"),
    path("photographs/", photographs.photographs, name="photographs"),
    path("<slug:answer>/", answering.answer, name="answer"),
]
