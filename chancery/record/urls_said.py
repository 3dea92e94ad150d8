"""Addresses of what was said."""

from django.urls import path

from chancery.record.views import notes, quotations, said

SAID = "events/<slug:code>/record/statements/"
QUICK = "events/<slug:code>/record/quick/"

urlpatterns = [
    path(QUICK, notes.quick, name="quick"),
    path(f"{QUICK}notes/", notes.keep, name="keep-note"),
    path(f"{QUICK}worker.js", notes.worker, name="notes-worker"),
    path(SAID, said.statements, name="statements"),
    path(f"{SAID}add/", said.add, name="add"),
    path(f"{SAID}undo/", said.take_back, name="take-back"),
    path(f"{SAID}drafts/", said.drafts, name="drafts"),
    path(f"{SAID}approval/", quotations.quotations, name="quotations"),
    path(f"{SAID}approval/sheets/", quotations.sheets, name="quotation-sheets"),
    path(f"{SAID}approval/<slug:who>/ask/", quotations.ask, name="ask-approval"),
    path(f"{SAID}approval/<slug:who>/sheet/", quotations.sheet, name="quotation-sheet"),
    path(f"{SAID}<slug:statement>/", said.change, name="change"),
    path(f"{SAID}<slug:statement>/recording/", said.recording, name="recording"),
    path(f"{SAID}<slug:statement>/answer/", quotations.answer, name="answer-approval"),
    path(f"{SAID}<slug:statement>/delete/", said.delete, name="delete"),
]
