"""Addresses of the guest list."""

from django.urls import path

from chancery.guests import urls_invitations
from chancery.guests.views import (
    adding,
    answers,
    as_sent,
    deciding,
    guest,
    histories,
    identities,
    incoming,
    listing,
    needs,
    notices,
    outgoing,
    projections,
    replies,
    shown_wordings,
    undoing,
    versions,
    wording_previews,
    wordings,
)

app_name = "guests"
urlpatterns = [
    path("people/<slug:person>/events/", histories.of_person, name="person_events"),
    path("bodies/<slug:body>/events/", histories.of_body, name="body_events"),
    path("mail/", outgoing.messages_out, name="outgoing"),
    path("mail/<slug:message>/again/", outgoing.again, name="outgoing_again"),
    path("mail/<slug:message>/stop/", outgoing.stop, name="outgoing_stop"),
    path("incoming/", incoming.messages_in, name="incoming"),
    path("incoming/<slug:message>/", incoming.message, name="incoming_message"),
    path("incoming/<slug:message>/aside/", incoming.set_aside, name="set_aside"),
    path("incoming/<slug:message>/again/", incoming.take_up, name="take_up"),
    path("wordings/", wordings.wordings, name="wordings"),
    path("wordings/own/<slug:wording>/", wordings.wording, name="wording"),
    path("wordings/own/<slug:wording>/delete/", wordings.delete, name="delete-wording"),
    path("wordings/own/<slug:wording>/show/", shown_wordings.pages.show, name="show-wording"),
    path("wordings/own/<slug:wording>/taken/", shown_wordings.pages.taken, name="taken-wording"),
    path("wordings/own/<slug:wording>/newer/", shown_wordings.pages.take_newer, name="take-newer-wording"),
    path("wordings/own/<slug:wording>/keep/", shown_wordings.pages.keep, name="keep-wording"),
    path("wordings/shown/<slug:wording>/take/", shown_wordings.pages.take, name="take-wording"),
    path("wordings/take-back/<int:line>/", wordings.take_back, name="take-back-wording"),
    path("wordings/shipped/", wordings.shipped, name="shipped-wording"),
    path(
        "events/<slug:code>/wordings/mail/<slug:guest>/", wording_previews.preview_mail, name="preview-mail"
    ),
    path("events/<slug:code>/wordings/", wording_previews.preview, name="preview"),
    path("events/<slug:code>/guests/", listing.guests, name="guests"),
    path("events/<slug:code>/guests/add/", adding.add, name="add"),
    path("events/<slug:code>/guests/inviters/", adding.inviters, name="inviters"),
    path("events/<slug:code>/guests/act/", listing.act, name="act"),
    path("events/<slug:code>/order/lists/", projections.projections, name="projections"),
    path("events/<slug:code>/guests/undo/", undoing.undo_change, name="undo"),
    path("events/<slug:code>/guests/find/", guest.find, name="find"),
    path("events/<slug:code>/guests/<slug:guest>/", guest.guest, name="guest"),
    path("events/<slug:code>/guests/sent/<slug:dispatch>/", as_sent.as_sent, name="as_sent"),
    path("events/<slug:code>/guests/sent/<slug:dispatch>/mail/", as_sent.as_mail, name="as_mail"),
    path(
        "events/<slug:code>/guests/sent/<slug:dispatch>/page-<int:number>.png",
        as_sent.picture,
        name="as_printed",
    ),
    path("events/<slug:code>/guests/<slug:guest>/replies/", answers.guest_replies, name="guest-replies"),
    path("events/<slug:code>/guests/<slug:guest>/replies/enter/", answers.enter_reply, name="enter-reply"),
    path("events/<slug:code>/guests/<slug:guest>/needs/", answers.show_needs, name="needs"),
    path("events/<slug:code>/replies/", replies.replies, name="replies"),
    path("events/<slug:code>/replies/enter/", replies.enter, name="enter-replies"),
    path("events/<slug:code>/replies/remind/", replies.remind, name="remind"),
    path("events/<slug:code>/replies/walk-in/", replies.walk_in, name="walk-in"),
    path("events/<slug:code>/replies/take-back/", replies.take_back, name="take-back"),
    path("events/<slug:code>/replies/needs/", needs.counted, name="needs-counted"),
    path("events/<slug:code>/replies/security/", identities.identities, name="identities"),
    path("events/<slug:code>/replies/security/paper/", identities.paper, name="identities-paper"),
    path("events/<slug:code>/guests/<slug:guest>/security/", identities.enter, name="enter-identity"),
    path(
        "events/<slug:code>/guests/<slug:guest>/security/read/", answers.show_identity, name="read-identity"
    ),
    path(
        "events/<slug:code>/guests/<slug:guest>/security/delete/", identities.forget, name="forget-identity"
    ),
    path("events/<slug:code>/replies/notice/", notices.notice, name="notice"),
    path("events/<slug:code>/replies/notice/paper/", notices.paper, name="notice-paper"),
    path("events/<slug:code>/replies/consents/<slug:consent>/", notices.withdraw, name="withdraw-consent"),
    path("events/<slug:code>/replies/versions/", versions.versions, name="versions"),
    path("events/<slug:code>/replies/versions/new/", versions.freeze, name="freeze"),
    path("events/<slug:code>/replies/versions/<slug:version>/", versions.version, name="version"),
    path(
        "events/<slug:code>/replies/versions/<slug:version>/export/", versions.export, name="export-version"
    ),
    path("events/<slug:code>/replies/versions/<slug:version>/wipe/", versions.wipe, name="wipe-version"),
    path("events/<slug:code>/replies/<slug:reply>/correct/", answers.correct, name="correct-reply"),
    path("events/<slug:code>/replies/<slug:reply>/decide/", deciding.decide, name="decide-reply"),
    path("events/<slug:code>/replies/<slug:reply>/who/", deciding.representative, name="representative"),
    # Last, because a wave is named by its code alone.
    *urls_invitations.urlpatterns,
]
