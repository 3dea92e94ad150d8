"""Addresses of what an office does about the data it holds on people."""

from django.urls import path

from chancery.custody.views import certificates, keeping, subjects

app_name = "custody"
urlpatterns = [
    path("people/<slug:person>/privacy/", subjects.subject, name="subject"),
    path("people/<slug:person>/privacy/export/", subjects.export, name="export"),
    path("people/<slug:person>/privacy/erase/", subjects.erase, name="erase"),
    path("privacy/", keeping.keeping, name="keeping"),
    path("privacy/register/", keeping.register, name="register"),
    path("privacy/delete/", keeping.delete_due, name="delete-due"),
    path("privacy/holds/<slug:hold>/end/", keeping.end_hold, name="end-hold"),
    path("privacy/rule/", keeping.rule, name="rule"),
    path("privacy/kinds/<slug:kind>/<slug:event>/", keeping.rows, name="rows"),
    path("privacy/history/", keeping.lines, name="lines"),
    path("privacy/requests/", subjects.asked, name="requests"),
    path("privacy/requests/<slug:asked>/", subjects.answer, name="answer"),
    path("privacy/certificates/", certificates.certificates, name="certificates"),
    path("privacy/certificates/<slug:certificate>/", certificates.certificate, name="certificate"),
    path("privacy/certificates/<slug:certificate>/paper/", certificates.paper, name="certificate-paper"),
]
