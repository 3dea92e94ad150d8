"""Addresses of invitations: terms, waves, what leaves, and the registers."""

from django.urls import path

from chancery.guests.views import approvals, calls, printing, registers, sending, terms, waves, withdrawing

urlpatterns = [
    path("events/<slug:code>/invitations/", waves.invitations, name="invitations"),
    path("events/<slug:code>/invitations/terms/", terms.terms, name="terms"),
    path("events/<slug:code>/invitations/questions/", terms.questions, name="questions"),
    path("events/<slug:code>/invitations/new/", waves.new_wave, name="new-wave"),
    path("events/<slug:code>/invitations/register/", registers.register, name="register"),
    path("events/<slug:code>/invitations/register/enter/", registers.enter, name="enter"),
    path("events/<slug:code>/invitations/register/print/", printing.print_register, name="print-register"),
    path("events/<slug:code>/invitations/print/<slug:paper>/", printing.print_sent, name="print-sent"),
    path("events/<slug:code>/invitations/calls/", calls.calls, name="calls"),
    path("events/<slug:code>/invitations/calls/print/", printing.print_round, name="print-round"),
    path("events/<slug:code>/invitations/calls/share/", calls.share_out, name="share-calls"),
    path("events/<slug:code>/invitations/calls/<slug:dispatch>/", calls.call, name="call"),
    path("events/<slug:code>/invitations/sent/<slug:dispatch>/", registers.dispatch, name="dispatch"),
    path(
        "events/<slug:code>/invitations/sent/<slug:dispatch>/withdraw/",
        withdrawing.withdraw_link,
        name="withdraw-link",
    ),
    path("events/<slug:code>/invitations/<slug:wave>/", waves.wave, name="wave"),
    path("events/<slug:code>/invitations/<slug:wave>/change/", waves.change_wave, name="change-wave"),
    path("events/<slug:code>/invitations/<slug:wave>/take-out/", waves.take_out, name="take-out"),
    path("events/<slug:code>/invitations/<slug:wave>/drop/", waves.drop_wave, name="drop-wave"),
    path("events/<slug:code>/invitations/<slug:wave>/before/", sending.before, name="before"),
    path("events/<slug:code>/invitations/<slug:wave>/send/", sending.send, name="send-wave"),
    path("events/<slug:code>/invitations/<slug:wave>/stop/", sending.stop, name="stop-wave"),
    path("events/<slug:code>/invitations/<slug:wave>/go-on/", sending.go_on, name="go-on-wave"),
    path("events/<slug:code>/invitations/<slug:wave>/progress/", sending.progress, name="wave-progress"),
    path("events/<slug:code>/invitations/<slug:wave>/ask/", approvals.ask, name="ask-approval"),
    path("events/<slug:code>/invitations/<slug:wave>/decide/", approvals.decide, name="decide-wave"),
    path(
        "events/<slug:code>/invitations/<slug:wave>/preview/<slug:guest>/",
        sending.preview,
        name="wave-preview",
    ),
    path("dispatch-register/", registers.office_register, name="office-register"),
    path("notes-verbales/", registers.notes_verbales, name="notes-verbales"),
    path("notes-verbales/print/", printing.print_notes, name="print-notes"),
    path("notes-verbales/<slug:note>/", registers.note_verbale, name="note-verbale"),
]
