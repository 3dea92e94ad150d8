"""Addresses of what happened: the course of an event, who was there, figures and documents."""

from django.urls import path

from chancery.record.views import course, figures, outcomes, presence, proceedings

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
    path("events/<slug:code>/record/presence/", presence.presence, name="presence"),
    path("events/<slug:code>/record/presence/note/", presence.note, name="note-presence"),
    path("events/<slug:code>/record/presence/propose/", presence.propose, name="propose-presence"),
    path("events/<slug:code>/record/presence/doors/", presence.confirm_counted, name="confirm-counted"),
    path("events/<slug:code>/record/presence/add/", presence.add, name="add-present"),
    path("events/<slug:code>/record/presence/categories/", presence.categories, name="presence-categories"),
    path("events/<slug:code>/record/presence/undo/", presence.undo_change, name="undo-presence"),
    path("events/<slug:code>/record/presence/of/<slug:who>/", presence.one, name="presence-of"),
    path("events/<slug:code>/record/figures/", figures.figures, name="figures"),
    path("events/<slug:code>/record/figures/add/", figures.add, name="add-matter"),
    path("events/<slug:code>/record/figures/undo/", figures.undo_change, name="undo-figures"),
    path("events/<slug:code>/record/figures/of/<slug:matter>/", figures.change, name="change-matter"),
    path("events/<slug:code>/record/figures/of/<slug:matter>/decide/", figures.decide, name="decide-matter"),
    path("events/<slug:code>/record/figures/of/<slug:matter>/delete/", figures.delete, name="delete-matter"),
    path("events/<slug:code>/record/figures/of/<slug:matter>/why/", figures.why, name="why-matter"),
    path("events/<slug:code>/record/documents/", proceedings.documents, name="documents"),
    path("events/<slug:code>/record/documents/add/", proceedings.add_document, name="add-document"),
    path("events/<slug:code>/record/documents/undo/", proceedings.undo_change, name="undo-documents"),
    path(
        "events/<slug:code>/record/documents/of/<slug:document>/",
        proceedings.change_document,
        name="change-document",
    ),
    path(
        "events/<slug:code>/record/documents/of/<slug:document>/file/",
        proceedings.document_file,
        name="document-file",
    ),
    path(
        "events/<slug:code>/record/documents/of/<slug:document>/delete/",
        proceedings.delete_document,
        name="delete-document",
    ),
    path("events/<slug:code>/record/handovers/add/", proceedings.add_handover, name="add-handover"),
    path(
        "events/<slug:code>/record/handovers/<slug:handover>/",
        proceedings.change_handover,
        name="change-handover",
    ),
    path(
        "events/<slug:code>/record/handovers/<slug:handover>/delete/",
        proceedings.delete_handover,
        name="delete-handover",
    ),
]
