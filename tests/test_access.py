"""
Every address × every role: who opens it, who is refused in words, for whom it does not exist.

A new address needs a row: its name, the right it asks for (or an audience), and a builder for each
argument beside the office, which is given the office that shall own the object.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone
from django.utils.html import escape

from chancery.accounts.access import refusal
from chancery.accounts.models import ColleagueInvitation, Membership, Organiser, PostInvitation, Team
from chancery.accounts.roles import Right
from chancery.base import audit, outbox, taking
from chancery.base.models import Job
from chancery.campaign.actions import feeds
from chancery.campaign.models import CalendarFeed
from chancery.desk.printed import ARCHIVE, BUNDLE, folder_of
from chancery.directory.models import Visibility
from chancery.door.views import reader
from chancery.events.actions import take_place
from chancery.events.models import EventOccasion, Matter
from chancery.guests.actions import links, versions, wordings
from chancery.guests.models import Form, IncomingMessage, Invitation, Kind, Reply, Standing
from chancery.precedence import loader
from chancery.precedence.models import Move, Profile
from chancery.programme import following, screens
from chancery.programme.models import Screen
from chancery.record.actions import media
from chancery.record.models import Handover, MediaAddress, MediaList, Sentence
from chancery.seating.actions.rooms import take_room
from tests import films, make
from tests.access import Answer, Audience, Cast, Row, address, answer, ask, body_of, cast, needs, routes
from tests.campaign import figures_built, pages_built
from tests.directory import built
from tests.door import awaiting as door_awaiting
from tests.door import built as door_built
from tests.exhibition import shown_built
from tests.guests import waves_built
from tests.occasions import recognitions_built
from tests.precedence import given_built
from tests.record import communique_built, photos_built, press_built
from tests.seating import built as seating_built


def a_member(office: Organiser) -> str:
    return make.member(office).code


def a_team(office: Organiser) -> str:
    return Team.objects.create(organiser=office, name="Protocol").code


def an_invitation(office: Organiser) -> str:
    tomorrow = timezone.now() + timedelta(days=1)
    return ColleagueInvitation.objects.create(
        organiser=office, email="new@example.org", role="press", key_digest="x", expires_at=tomorrow
    ).code


def a_post(office: Organiser) -> str:
    """The short name of a post of an office, where nobody works yet."""
    return make.organiser(f"post{office.pk}", parent=office).ref


def an_office_of_its_owners(office: Organiser) -> str:
    """The short name of another office with the same owners."""
    other = make.organiser(f"other{office.pk}")
    for owner in Membership.objects.filter(organiser=office, role="owner").select_related("user"):
        make.member(other, "owner", owner.user)
    return other.ref


def an_invitation_of_a_post(office: Organiser) -> str:
    """The code of an invitation by which an office asks another one to become its post."""
    tomorrow = timezone.now() + timedelta(days=1)
    return PostInvitation.objects.create(organiser=office, asked="consulate", expires_at=tomorrow).code


def an_invitation_by_a_ministry(office: Organiser) -> str:
    """The code of an invitation by which a ministry asks an office to become its post."""
    ministry, tomorrow = make.organiser(f"asking{office.pk}"), timezone.now() + timedelta(days=1)
    return PostInvitation.objects.create(
        organiser=ministry, asked=office.ref, post=office, expires_at=tomorrow
    ).code


def a_table(office: Organiser) -> str:
    """A kind of file that holds a table."""
    return "csv"


def a_counted_chart(office: Organiser) -> str:
    """The key of a chart of the figures of an office."""
    figures_built.counted(office, 2025, figures_built.a_year(60))
    return "answers"


def a_counted_campaign(office: Organiser) -> str:
    """The code of a campaign that has figures."""
    campaign = make.campaign(office)
    figures_built.counted(office, 2025, figures_built.a_year(60), campaign=campaign)
    return campaign.code


def a_counting(office: Organiser) -> str:
    """The code of a counting of an office."""
    return Job.objects.create(organiser_id=office.pk, kind="campaign.count").code


def an_event(office: Organiser) -> str:
    """The code of the event of an office."""
    return make.event_of(office).code


def a_copied_event(office: Organiser) -> str:
    """The code of an event that was planned like another one."""
    return make.event(office, "Next year", copied_from=make.event_of(office)).code


def a_line(office: Organiser) -> int:
    """A line of the history about that event: it asks for the right to change what it undoes."""
    event = make.event_of(office)
    with transaction.atomic():
        audit.note(event, by=make.actor(office), code="events.event.changed", changes={"note": ["", "x"]})
    return audit.lines_of(event)[0].pk


def an_item(office: Organiser) -> str:
    """The code of an item of that event."""
    return make.item(make.event_of(office)).code


def a_matter(office: Organiser) -> str:
    """The code of a matter of that event on which sources speak."""
    return Matter.objects.create(event=make.event_of(office)).code


def a_document(office: Organiser) -> str:
    """The code of a document of that event with its file."""
    return make.document(make.event_of(office)).code


def a_handover(office: Organiser) -> str:
    """The code of something handed over at that event."""
    return Handover.objects.create(event=make.event_of(office), things={"en": "A flag"}).code


def an_item_that_came(office: Organiser) -> str:
    """The code of an item of that event that nobody had planned."""
    return make.item(make.event_of(office), is_planned=False).code


def a_statement(office: Organiser) -> str:
    """The code of a statement at that event."""
    event = make.event_of(office)
    return make.statement(make.participation(event, make.person(office), "speaker")).code


def a_quoted_speaker(office: Organiser) -> str:
    """The code of somebody who is quoted word for word at that event."""
    event = make.event_of(office)
    who = make.participation(event, make.person(office), "speaker")
    make.statement(who, mode="verbatim")
    return who.code


def a_recorded_statement(office: Organiser) -> str:
    """The code of a statement of which there is a recording."""
    who = make.participation(make.event_of(office), make.person(office), "speaker")
    return make.statement(who, recording=make.sound(office)).code


def a_published_exhibition(office: Organiser) -> str:
    """The code of an exhibition that anybody may see."""
    return make.exhibition(office, is_published=True, languages=["en"]).code


def the_film(office: Organiser) -> str:
    """The code of a film that has a file, a poster and subtitles."""
    return films.kept_film(office).code


def its_subtitles(office: Organiser) -> str:
    """The code of the subtitles of that film."""
    return films.kept_film(office).subtitles.get().code


def a_hall(office: Organiser) -> str:
    """The token of the link of the hall where a film is shown."""
    return screens.token_of(films.screened(make.event_of(office)))


def a_screen(office: Organiser) -> str:
    """The code of a screen of that event."""
    return Screen.objects.create(event=make.event_of(office), kind="stage").code


def a_screen_link(office: Organiser) -> str:
    """The token of the link of a screen."""
    return following.token_of(Screen.objects.create(event=make.event_of(office), kind="stage"))


def a_second_screen(office: Organiser) -> str:
    """The token of the link of a screen that shows the subtitles of that film."""
    event = films.screened(make.event_of(office)).event
    return following.token_of(Screen.objects.create(event=event, kind="subtitles", languages=["en"]))


def a_screened_item(office: Organiser) -> str:
    """The code of the item that shows it."""
    films.screened(make.event_of(office))
    return make.event_of(office).items.get(ref="screened").code


def a_showing(office: Organiser) -> int:
    """The key of its showing."""
    return make.event_of(office).items.get(ref="screened").showings.get().pk


def a_report(office: Organiser) -> str:
    """The code of a report of the press with a clipping."""
    return press_built.report(make.event_of(office), clipping=press_built.PDF).code


def a_packed_folder(office: Organiser) -> str:
    """The code of a run that packed the clippings of that event."""
    return press_built.packed(make.event_of(office)).code


def a_wording(office: Organiser) -> str:
    """The code of an own wording of an office."""
    return wordings.copy_shipped(office, Form.CARD, Kind.INVITATION, by=make.actor(office)).code


def a_taken_wording(office: Organiser) -> str:
    """The code of a wording that an office took over from another one."""
    source = wordings.copy_shipped(office, Form.CARD, Kind.INVITATION, by=make.actor(office))
    return wordings.take_wording(source, organiser=office, by=make.actor(office)).code


def a_shown_wording(office: Organiser) -> str:
    """The code of a wording that another post shows to an office."""
    office.parent = office.parent or make.organiser(f"above-{office.ref}")
    office.save()
    by = make.actor(office.parent)
    shown = wordings.copy_shipped(office.parent, Form.CARD, Kind.INVITATION, by=by)
    taking.show(shown, Visibility.TREE, by=by)
    return shown.code


def a_line_of_a_wording(office: Organiser) -> int:
    """The line of the history by which an own wording was made."""
    with audit.collected() as lines:
        a_wording(office)
    return lines[0].pk


def an_invited_party(office: Organiser) -> str:
    """The code of a party at that event."""
    guest = make.participation(make.event_of(office), make.person(office))
    return Invitation.objects.create(guest=guest).code


def an_occasion(office: Organiser) -> str:
    """The code of an occasion of an office."""
    return make.occasion(office).code


def a_campaign(office: Organiser) -> str:
    """The code of a campaign of an office."""
    return make.campaign(office).code


def a_feed(office: Organiser) -> str:
    """The code of a calendar that an office made for others."""
    feed = CalendarFeed(organiser=office, name="For the press", language="en")
    feeds.make_feed(feed, by=make.actor(office))
    return feed.code


def a_feed_token(office: Organiser) -> str:
    """What stands in the address of such a calendar."""
    feed = CalendarFeed(organiser=office, name="For the press", language="en")
    return feeds.make_feed(feed, by=make.actor(office))


def an_avoided_day(office: Organiser) -> str:
    """The code of a day to avoid of an office."""
    return make.avoided_day(office).code


def the_campaign_of_a_text(office: Organiser) -> str:
    """The code of the campaign of the text of an office."""
    campaign = make.text_of(office).campaign
    assert campaign
    return campaign.code


def a_series(office: Organiser) -> str:
    """The code of the series of an office."""
    return make.edition_of(office).series.code


def its_edition(office: Organiser) -> str:
    """The code of its edition."""
    return make.edition_of(office).code


def its_campaign(office: Organiser) -> str:
    """The code of the campaign that offers that film."""
    campaign = make.offered_film(office).campaign
    assert campaign
    return campaign.code


def an_offered_film(office: Organiser) -> str:
    """The code of a film that a campaign of an office offers."""
    return make.offered_film(office).code


def a_taken_film(office: Organiser) -> str:
    """The code of a film that an office took over."""
    return make.film(office, source=make.offered_film(office)).code


def a_text(office: Organiser) -> str:
    """The code of the text of an office."""
    return make.text_of(office).code


def an_occasion_served(office: Organiser) -> str:
    """The code of an occasion that the event of an office serves."""
    link = EventOccasion.objects.create(
        event=make.event_of(office), occasion=make.occasion(office), role=EventOccasion.Role.SECOND
    )
    return link.occasion.code


def a_speaker(office: Organiser) -> str:
    """The code of somebody who speaks at that event."""
    return make.participation(make.event_of(office), make.person(office), "speaker").code


def an_order(office: Organiser) -> int:
    """The key of a line about the order of the programme of that event."""
    return make.order_line(make.event_of(office)).pk


def a_guest(office: Organiser) -> str:
    """The code of somebody on the guest list of that event."""
    return make.participation(make.event_of(office), make.person(office)).code


def a_dispatch(office: Organiser) -> str:
    """The code of an e-mail that was sent to somebody on that list."""
    return make.dispatch(make.event_of(office), html="<p>Come.</p>").code


def a_letter_sent(office: Organiser) -> str:
    """The code of a letter that was sent to somebody on that list."""
    return make.dispatch(make.event_of(office), channel="post", printed=make.letter()).code


def a_reply(office: Organiser) -> str:
    """The code of an answer of a guest of that event."""
    guest = make.participation(make.event_of(office), make.person(office))
    invitation = Invitation.objects.create(guest=guest)
    return Reply.objects.create(invitation=invitation, standing="accepted", channel="page").code


def an_answered_link(office: Organiser) -> str:
    """The token of a guest of that event who has accepted."""
    event = make.event_of(office)
    if event.held_on is None:
        event.held_on = timezone.now().date() + timedelta(days=30)
        event.save(update_fields=["held_on"])
    party = Invitation.objects.create(
        guest=make.participation(event, make.person(office)), standing=Standing.ACCEPTED
    )
    return links.issue(party, None, now=timezone.now())[1]


def a_version(office: Organiser) -> str:
    """The code of a version of that guest list."""
    version = versions.freeze(
        make.event_of(office),
        fields=["name"],
        whom="all",
        recipient="Security",
        purpose="",
        delete_on=timezone.now().date() + timedelta(days=3),
        language="en",
        by=make.actor(office),
        now=timezone.now(),
    )
    return version.code


def a_move(office: Organiser) -> str:
    """The code of a place given by hand."""
    event = make.event_of(office)
    move = Move.objects.create(ordering=event.ordering, subject="a", neighbour="b", reason="Agreed.")
    return move.code


def a_profile(office: Organiser) -> str:
    """The key of a profile that the office wrote itself."""
    profile = replace(loader.profile("diplomatic-corps"), key=f"house-{office.pk}")
    text = loader.dump_profile(profile)
    Profile.objects.create(organiser=office, key=profile.key, text=text)
    return profile.key


def a_shown_place(office: Organiser) -> str:
    """The code of a place that the ministry above an office shows to its posts."""
    return make.place(given_built.ministry_of(office), visibility="tree").code


def a_taken_place(office: Organiser) -> str:
    """The code of a place that an office took over."""
    source = make.place(given_built.ministry_of(office), visibility="tree")
    return take_place(source, organiser=office, by=make.actor(office)).code


def a_shown_room(office: Organiser) -> str:
    """The code of a room that the ministry above an office shows to its posts."""
    return seating_built.room(given_built.ministry_of(office), visibility="tree").code


def a_taken_room(office: Organiser) -> str:
    """The code of a room that an office took over."""
    source = seating_built.room(given_built.ministry_of(office), visibility="tree")
    return take_room(source, organiser=office, by=make.actor(office)).code


def a_pattern(office: Organiser) -> str:
    """The code of an event that the ministry above an office gives down as a pattern."""
    return make.event(given_built.ministry_of(office), pattern_for="tree").code


def a_given_profile(office: Organiser) -> str:
    """The code of a profile that the ministry above an office gives down."""
    return given_built.given(office).code


def a_taken_profile(office: Organiser) -> str:
    """The key of a profile that an office took over; no other office has one of that key."""
    own = given_built.taken(office)
    own.key = f"taken-{office.pk}"
    own.save()
    return own.key


def a_campaign_folder(office: Organiser) -> str:
    """The code of a run that made the folder of the campaign of an office."""
    campaign = recognitions_built.campaign_of(office)
    job = Job.objects.create(
        organiser_id=office.pk, kind="desk.campaign", arguments={"campaign": campaign.pk}
    )
    folder_of(job.code).mkdir(parents=True, exist_ok=True)
    (folder_of(job.code) / ARCHIVE).write_bytes(b"")
    return job.code


def a_pack(office: Organiser) -> str:
    """The code of an archive pack of that event."""
    event = make.event_of(office)
    job = Job.objects.create(organiser_id=office.pk, kind="desk.pack", arguments={"event": event.pk})
    folder_of(job.code).mkdir(parents=True, exist_ok=True)
    (folder_of(job.code) / ARCHIVE).write_bytes(b"")
    return job.code


def a_dossier(office: Organiser) -> str:
    """The code of a dossier that was printed."""
    event = make.event_of(office)
    job = Job.objects.create(organiser_id=office.pk, kind="desk.dossier", arguments={"event": event.pk})
    (folder_of(job.code)).mkdir(parents=True)
    (folder_of(job.code) / BUNDLE).write_bytes(b"")
    return job.code


def a_message_out(office: Organiser) -> str:
    """The code of a message that an office posted."""
    mail = outbox.Mail("guest@example.org", "Invitation", "Text")
    return outbox.post(mail, key=f"{office.ref}-out", about=office, by=make.actor(office)).code


def a_message_in(office: Organiser) -> str:
    """The code of a message that came in for an office."""
    return IncomingMessage.objects.create(organiser=office, identity=f"{office.ref:x<64}", place="p").code


def in_english(office: Organiser) -> str:
    """A language in which communiqués are written."""
    return "en"


def a_drafted_event(office: Organiser) -> str:
    """The code of an event whose communiqué is drafted in English."""
    event = make.event_of(office)
    communique_built.an_edition(event)
    return event.code


def a_sentence(office: Organiser) -> str:
    """The code of a sentence of the communiqué of that event."""
    edition = communique_built.an_edition(make.event_of(office))
    return Sentence.objects.create(edition=edition, part="lead", text="The choir sang.").code


def a_release(office: Organiser) -> str:
    """The code of a release of that event."""
    return communique_built.a_release(make.event_of(office)).code


def a_media_list(office: Organiser) -> str:
    """The code of the media list of an office."""
    found = MediaList.objects.filter(organiser=office).first()
    return (found or communique_built.a_media_list(office)).code


def a_media_address(office: Organiser) -> int:
    """The key of an address on that list."""
    chosen = MediaList.objects.get(code=a_media_list(office))
    return MediaAddress.objects.create(media_list=chosen, email="press@example.org").pk


def a_line_of_a_media_list(office: Organiser) -> int:
    """The line of the history by which a media list was made."""
    made = MediaList(organiser=office, names={"en": "Embassies"})
    with audit.collected() as lines:
        media.save_list(made, by=make.actor(office))
    return lines[0].pk


ROWS: dict[str, Right | Audience | Row] = {
    # accounts
    "accounts:accent": Right.OFFICE_VIEW,
    "accounts:accent_of": needs(Audience.EVERYBODY, digits=lambda office: "1f3a6e"),
    "accounts:accept_ministry": needs(Right.OFFICE_MANAGE, code=an_invitation_by_a_ministry),
    "accounts:address": Audience.SIGNED_IN,
    "accounts:attach_post": needs(Right.OFFICE_MANAGE, post=an_office_of_its_owners),
    "accounts:confirm_address": needs(Audience.SIGNED_IN, token=lambda office: "unknown"),
    "accounts:decline_ministry": needs(Right.OFFICE_MANAGE, code=an_invitation_by_a_ministry),
    "accounts:density": Audience.SIGNED_IN,
    "accounts:dissolve_team": needs(Right.OFFICE_MANAGE, code=a_team),
    "accounts:edit_team": needs(Right.OFFICE_MANAGE, code=a_team),
    "accounts:first_owner": needs(Right.OFFICE_MANAGE, post=a_post),
    "accounts:found_post": Right.OFFICE_MANAGE,
    "accounts:history": Right.OFFICE_VIEW,
    "accounts:invitation": needs(Audience.EVERYBODY, key=lambda office: "unknown"),
    "accounts:invite": Right.OFFICE_MANAGE,
    "accounts:keep": Audience.SIGNED_IN,
    "accounts:leave_ministry": Right.OFFICE_MANAGE,
    "accounts:link": needs(Audience.EVERYBODY, key=lambda office: "unknown"),
    "accounts:member": needs(Right.OFFICE_MANAGE, code=a_member),
    "accounts:mine": Audience.SIGNED_IN,
    "accounts:ministry": Right.OFFICE_MANAGE,
    "accounts:new_team": Right.OFFICE_MANAGE,
    "accounts:posts": Right.OFFICE_MANAGE,
    "accounts:release_post": needs(Right.OFFICE_MANAGE, post=a_post),
    "accounts:remove_member": needs(Right.OFFICE_MANAGE, code=a_member),
    "accounts:send_again": needs(Right.OFFICE_MANAGE, code=an_invitation),
    "accounts:sign_out_everywhere": Audience.SIGNED_IN,
    "accounts:team": Right.OFFICE_MANAGE,
    "accounts:undo": needs(Right.EVENTS_EDIT, number=a_line),
    "accounts:withdraw": needs(Right.OFFICE_MANAGE, code=an_invitation),
    "accounts:withdraw_post": needs(Right.OFFICE_MANAGE, code=an_invitation_of_a_post),
    "account_change_password": Audience.SIGNED_IN,
    "account_inactive": Audience.EVERYBODY,
    "account_login": Audience.EVERYBODY,
    "account_logout": Audience.SIGNED_IN,
    "account_reauthenticate": Audience.SIGNED_IN,
    "account_reset_password": Audience.EVERYBODY,
    "account_reset_password_done": Audience.EVERYBODY,
    "account_reset_password_from_key": needs(
        Audience.EVERYBODY, uidb36=lambda office: "1", key=lambda office: "unknown"
    ),
    "account_reset_password_from_key_done": Audience.EVERYBODY,
    "account_set_password": Audience.SIGNED_IN,
    "account_signup": Audience.EVERYBODY,
    "mfa_activate_totp": Audience.SIGNED_IN,
    "mfa_add_webauthn": Audience.SIGNED_IN,
    "mfa_authenticate": Audience.STEP,
    "mfa_deactivate_totp": Audience.HOLDER,
    "mfa_download_recovery_codes": Audience.HOLDER,
    "mfa_edit_webauthn": needs(Audience.SIGNED_IN, pk=lambda office: 1),
    "mfa_generate_recovery_codes": Audience.SIGNED_IN,
    "mfa_index": Audience.EVERYBODY,
    "mfa_list_webauthn": Audience.EVERYBODY,
    "mfa_login_webauthn": Audience.STEP,
    "mfa_reauthenticate": Audience.SIGNED_IN,
    "mfa_reauthenticate_webauthn": Audience.SIGNED_IN,
    "mfa_remove_webauthn": needs(Audience.SIGNED_IN, pk=lambda office: 1),
    "mfa_view_recovery_codes": Audience.HOLDER,
    "openid_connect_callback": needs(Audience.UNKNOWN, provider_id=lambda office: "unknown"),
    "openid_connect_login": needs(Audience.UNKNOWN, provider_id=lambda office: "unknown"),
    "socialaccount_connections": Audience.SIGNED_IN,
    "socialaccount_login_cancelled": Audience.EVERYBODY,
    "socialaccount_login_error": Audience.EVERYBODY,
    "set_language": Audience.EVERYBODY,
    "socialaccount_signup": Audience.RESTART,
    # the pages of guests, which belong to whoever holds the link
    "public-exhibition:exhibition": needs(Audience.EVERYBODY, code=a_published_exhibition),
    "public-exhibition:manifest": needs(Audience.EVERYBODY, code=a_published_exhibition),
    "public-exhibition:caption": needs(
        Audience.EVERYBODY, code=shown_built.a_public_exhibition, exhibit=shown_built.its_public_exhibit
    ),
    "public-exhibition:picture": needs(
        Audience.EVERYBODY,
        code=shown_built.a_public_exhibition,
        exhibit=shown_built.its_public_exhibit,
        size=shown_built.a_size,
    ),
    "reply:page": needs(Audience.EVERYBODY, token=an_answered_link),
    "reply:answer": needs(Audience.EVERYBODY, token=an_answered_link, answer=lambda office: "regret"),
    "reply:other": needs(Audience.EVERYBODY, token=an_answered_link),
    "reply:privacy": needs(Audience.EVERYBODY, token=an_answered_link),
    "reply:calendar": needs(Audience.EVERYBODY, token=an_answered_link),
    "reply:pass": needs(Audience.EVERYBODY, token=an_answered_link),
    "reply:pass_picture": needs(Audience.EVERYBODY, token=an_answered_link),
    "reply:pass_paper": needs(Audience.EVERYBODY, token=an_answered_link),
    # there where the operator has certificates (tests/guests/test_wallet_passes.py)
    "reply:pass_apple": needs(Audience.UNKNOWN, token=an_answered_link),
    "reply:pass_google": needs(Audience.UNKNOWN, token=an_answered_link),
    # desk
    "home": Audience.SIGNED_IN,
    "setup": needs(Audience.UNKNOWN, key=lambda office: "unknown"),
    "setup_name": needs(Audience.UNKNOWN, key=lambda office: "unknown"),
    "setup_owner": needs(Audience.UNKNOWN, key=lambda office: "unknown"),
    "desk:settings": Right.OFFICE_MANAGE,
    "desk:test_mail": Right.OFFICE_MANAGE,
    "desk:office": Right.OFFICE_VIEW,
    "desk:find": Right.OFFICE_VIEW,
    # directory
    "directory:people": Right.DIRECTORY_VIEW,
    "directory:person_new": Right.DIRECTORY_EDIT,
    "directory:export_csv": Right.DIRECTORY_VIEW,
    "directory:export_xlsx": Right.DIRECTORY_VIEW,
    "directory:export_vcard": Right.DIRECTORY_VIEW,
    "directory:imports": Right.DIRECTORY_EDIT,
    "directory:import_columns": needs(Right.DIRECTORY_EDIT, batch=built.an_import),
    "directory:import_preview": needs(Right.DIRECTORY_EDIT, batch=built.an_import),
    "directory:import_pairs": needs(Right.DIRECTORY_EDIT, batch=built.an_import),
    "directory:import_write": needs(Right.DIRECTORY_EDIT, batch=built.an_import),
    "directory:import_progress": needs(Right.DIRECTORY_EDIT, batch=built.an_import),
    "directory:import_drop": needs(Right.DIRECTORY_EDIT, batch=built.an_import),
    "directory:import_undo": needs(Right.DIRECTORY_EDIT, batch=built.an_import),
    "directory:person": needs(Right.DIRECTORY_VIEW, person=built.a_person),
    "directory:person_change": needs(Right.DIRECTORY_EDIT, person=built.a_person),
    "directory:person_delete": needs(Right.DIRECTORY_EDIT, person=built.a_person),
    "directory:person_vcard": needs(Right.DIRECTORY_VIEW, person=built.a_person),
    "directory:address_why": needs(
        Right.DIRECTORY_VIEW,
        person=built.a_person,
        language=lambda office: "en",
        purpose=lambda office: "card",
    ),
    "directory:merge_choose": needs(Right.DIRECTORY_EDIT, person=built.a_person),
    "directory:merge": needs(Right.DIRECTORY_EDIT, person=built.a_person, other=built.a_person),
    "directory:part": needs(Right.DIRECTORY_EDIT, merge=built.a_merge),
    "directory:bodies": Right.DIRECTORY_VIEW,
    "directory:body_new": Right.DIRECTORY_EDIT,
    "directory:body": needs(Right.DIRECTORY_VIEW, body=built.a_body),
    "directory:body_change": needs(Right.DIRECTORY_EDIT, body=built.a_body),
    "directory:body_delete": needs(Right.DIRECTORY_EDIT, body=built.a_body),
    "directory:office_new": needs(Right.DIRECTORY_EDIT, body=built.a_body),
    "directory:office": needs(Right.DIRECTORY_VIEW, office_code=built.an_office),
    "directory:office_change": needs(Right.DIRECTORY_EDIT, office_code=built.an_office),
    "directory:office_delete": needs(Right.DIRECTORY_EDIT, office_code=built.an_office),
    "directory:hand_over": needs(Right.DIRECTORY_EDIT, office_code=built.an_office),
    "directory:groups": Right.DIRECTORY_VIEW,
    "directory:group_new": Right.DIRECTORY_EDIT,
    "directory:group": needs(Right.DIRECTORY_VIEW, group=built.a_group),
    "directory:group_change": needs(Right.DIRECTORY_EDIT, group=built.a_group),
    "directory:group_delete": needs(Right.DIRECTORY_EDIT, group=built.a_group),
    "directory:households": Right.DIRECTORY_VIEW,
    "directory:household_new": Right.DIRECTORY_EDIT,
    "directory:household": needs(Right.DIRECTORY_VIEW, household=built.a_household),
    "directory:household_change": needs(Right.DIRECTORY_EDIT, household=built.a_household),
    "directory:household_delete": needs(Right.DIRECTORY_EDIT, household=built.a_household),
    "directory:search": Right.DIRECTORY_VIEW,
    "directory:undo": needs(Right.DIRECTORY_EDIT, line=built.a_line),
    "desk:event": needs(Right.EVENTS_VIEW, code=an_event),
    # events
    "events:events": Right.EVENTS_VIEW,
    "events:plan": Right.EVENTS_EDIT,
    "events:change": needs(Right.EVENTS_EDIT, code=an_event),
    "events:section": needs(Right.EVENTS_EDIT, code=an_event, section=lambda office: "places"),
    "events:copy": needs(Right.EVENTS_EDIT, code=an_event),
    "events:tasks": needs(Right.EVENTS_VIEW, code=an_event),
    "events:set-task": needs(
        Right.EVENTS_EDIT, code=an_event, task=lambda office: make.task(make.event_of(office)).code
    ),
    "events:places": Right.EVENTS_VIEW,
    "events:add-place": Right.EVENTS_EDIT,
    "events:change-place": needs(Right.EVENTS_EDIT, place=lambda office: make.place(office).code),
    "events:show-place": needs(Right.EVENTS_EDIT, place=lambda office: make.place(office).code),
    "events:take-place": needs(Right.EVENTS_EDIT, place=a_shown_place),
    "events:taken-place": needs(Right.EVENTS_EDIT, place=a_taken_place),
    "events:take-newer-place": needs(Right.EVENTS_EDIT, place=a_taken_place),
    "events:keep-place": needs(Right.EVENTS_EDIT, place=a_taken_place),
    "events:history": needs(Right.EVENTS_VIEW, code=an_event),
    "events:history-of-people": needs(Right.GUESTS_VIEW, code=an_event),
    "events:keep": needs(Right.EVENTS_EDIT, code=a_copied_event),
    "events:undo-keeping": needs(Right.EVENTS_EDIT, code=a_copied_event),
    "events:undo-line": needs(Right.EVENTS_EDIT, code=an_event, line=a_line),
    "events:undo-section": needs(Right.EVENTS_EDIT, code=an_event, section=lambda office: "tasks"),
    "events:why-ordinal": needs(Right.EVENTS_VIEW, code=an_event, occasion=an_occasion_served),
    "events:take-anniversary": needs(Right.EVENTS_EDIT, code=an_event, occasion=an_occasion_served),
    "events:campaign-terms": needs(Right.EVENTS_EDIT, campaign=a_campaign),
    "events:wording": Right.EVENTS_EDIT,
    "events:people": needs(Right.EVENTS_VIEW, code=an_event),
    "events:take-part": needs(Right.EVENTS_EDIT, code=an_event),
    "events:find-who": needs(Right.PROGRAMME_EDIT, code=an_event),
    "events:person": needs(Right.EVENTS_EDIT, code=an_event, who=a_speaker),
    "events:withdraw": needs(Right.EVENTS_EDIT, code=an_event, who=a_speaker),
    # occasions
    "occasions:occasions": Right.EVENTS_VIEW,
    "occasions:add-occasion": Right.EVENTS_EDIT,
    "occasions:occasion": needs(Right.EVENTS_VIEW, occasion=an_occasion),
    "occasions:rule": needs(Right.EVENTS_EDIT, occasion=an_occasion),
    "occasions:delete-occasion": needs(Right.EVENTS_EDIT, occasion=an_occasion),
    "occasions:every-series": Right.EVENTS_VIEW,
    "occasions:add-series": Right.EVENTS_EDIT,
    "occasions:series": needs(Right.EVENTS_VIEW, series=a_series),
    "occasions:change-series": needs(Right.EVENTS_EDIT, series=a_series),
    "occasions:delete-series": needs(Right.EVENTS_EDIT, series=a_series),
    "occasions:edition": needs(Right.EVENTS_VIEW, series=a_series, edition=its_edition),
    "occasions:add-text": needs(Right.EVENTS_EDIT, campaign=a_campaign),
    "occasions:text": needs(Right.EVENTS_VIEW, campaign=the_campaign_of_a_text, text=a_text),
    "occasions:change-text": needs(Right.EVENTS_EDIT, campaign=the_campaign_of_a_text, text=a_text),
    "occasions:take-text": needs(Right.EVENTS_EDIT, campaign=the_campaign_of_a_text, text=a_text),
    "occasions:take-newer-text": needs(Right.EVENTS_EDIT, campaign=the_campaign_of_a_text, text=a_text),
    "occasions:keep-text": needs(Right.EVENTS_EDIT, campaign=the_campaign_of_a_text, text=a_text),
    "occasions:delete-text": needs(Right.EVENTS_EDIT, campaign=the_campaign_of_a_text, text=a_text),
    "occasions:delete-campaign": needs(Right.EVENTS_EDIT, campaign=a_campaign),
    "occasions:change-occasion": needs(Right.EVENTS_EDIT, occasion=an_occasion),
    "campaign:calendar": Right.EVENTS_VIEW,
    "campaign:calendar-paper": Right.EVENTS_VIEW,
    "campaign:feeds": Right.EVENTS_VIEW,
    "campaign:add-feed": Right.RELEASE,
    "campaign:revoke-feed": needs(Right.RELEASE, feed=a_feed),
    "public-calendar:calendar": needs(Audience.EVERYBODY, token=a_feed_token),
    "occasions:avoided": Right.EVENTS_VIEW,
    "occasions:add-avoided": Right.EVENTS_EDIT,
    "occasions:change-avoided": needs(Right.EVENTS_EDIT, day=an_avoided_day),
    "occasions:delete-avoided": needs(Right.EVENTS_EDIT, day=an_avoided_day),
    "occasions:campaigns": Right.EVENTS_VIEW,
    "occasions:add-campaign": Right.EVENTS_EDIT,
    "occasions:campaign": needs(Right.EVENTS_VIEW, campaign=a_campaign),
    "occasions:change-campaign": needs(Right.EVENTS_EDIT, campaign=a_campaign),
    "occasions:recognitions": needs(Right.EVENTS_VIEW, campaign=a_campaign),
    "occasions:add-recognition": needs(Right.EVENTS_EDIT, campaign=a_campaign),
    "occasions:undo-recognitions": needs(Right.EVENTS_EDIT, campaign=a_campaign),
    "occasions:import-recognitions": needs(Right.EVENTS_EDIT, campaign=a_campaign),
    "occasions:recognitions-sample": needs(Right.EVENTS_EDIT, campaign=a_campaign),
    "occasions:recognitions-csv": needs(Right.EVENTS_VIEW, campaign=a_campaign),
    "occasions:recognitions-xlsx": needs(Right.EVENTS_VIEW, campaign=a_campaign),
    "occasions:recognitions-pdf": needs(Right.EVENTS_VIEW, campaign=a_campaign),
    "occasions:recognition": needs(Right.EVENTS_VIEW, **recognitions_built.ONE),
    "occasions:change-recognition": needs(Right.EVENTS_EDIT, **recognitions_built.ONE),
    "occasions:delete-recognition": needs(Right.EVENTS_EDIT, **recognitions_built.ONE),
    "occasions:recognition-document": needs(Right.EVENTS_VIEW, **recognitions_built.ONE),
    "occasions:add-recognition-step": needs(Right.EVENTS_EDIT, **recognitions_built.ONE),
    "occasions:take-back-step": needs(
        Right.EVENTS_EDIT, **recognitions_built.ONE, step=recognitions_built.a_step
    ),
    # campaign
    "campaign:claims": needs(Right.EVENTS_VIEW, campaign=a_campaign),
    "campaign:add-claim": needs(Right.EVENTS_EDIT, campaign=a_campaign),
    "campaign:change-claim": needs(Right.EVENTS_EDIT, **recognitions_built.CLAIM),
    "campaign:follow-claim": needs(Right.EVENTS_EDIT, **recognitions_built.CLAIM),
    "campaign:delete-claim": needs(Right.EVENTS_EDIT, **recognitions_built.CLAIM),
    "campaign:totals": needs(Right.EVENTS_VIEW, campaign=a_campaign),
    "campaign:state-total": needs(Right.EVENTS_EDIT, campaign=a_campaign),
    "campaign:total": needs(
        Right.EVENTS_VIEW, campaign=recognitions_built.a_campaign, total=recognitions_built.a_total
    ),
    "campaign:delete-total": needs(
        Right.EVENTS_EDIT, campaign=recognitions_built.a_campaign, total=recognitions_built.a_total
    ),
    "campaign:office": Right.EVENTS_VIEW,
    "campaign:office-compare": Right.EVENTS_VIEW,
    "campaign:office-csv": Right.EVENTS_VIEW,
    "campaign:office-xlsx": Right.EVENTS_VIEW,
    "campaign:office-paper": Right.EVENTS_VIEW,
    "campaign:office-file": needs(Right.EVENTS_VIEW, chart=a_counted_chart, kind=a_table),
    "campaign:dashboard": needs(Right.EVENTS_VIEW, campaign=a_counted_campaign),
    "campaign:dashboard-compare": needs(Right.EVENTS_VIEW, campaign=a_counted_campaign),
    "campaign:dashboard-csv": needs(Right.EVENTS_VIEW, campaign=a_counted_campaign),
    "campaign:dashboard-xlsx": needs(Right.EVENTS_VIEW, campaign=a_counted_campaign),
    "campaign:dashboard-paper": needs(Right.EVENTS_VIEW, campaign=a_counted_campaign),
    "campaign:dashboard-file": needs(
        Right.EVENTS_VIEW, campaign=a_counted_campaign, chart=lambda office: "answers", kind=a_table
    ),
    "campaign:count-progress": needs(Right.EVENTS_VIEW, job=a_counting),
    "campaign:count": Right.EVENTS_EDIT,
    "campaign:office-missions": Right.EVENTS_VIEW,
    "campaign:office-missions-csv": Right.EVENTS_VIEW,
    "campaign:office-missions-xlsx": Right.EVENTS_VIEW,
    "campaign:dashboard-missions": needs(Right.EVENTS_VIEW, campaign=a_counted_campaign),
    "campaign:dashboard-missions-csv": needs(Right.EVENTS_VIEW, campaign=a_counted_campaign),
    "campaign:dashboard-missions-xlsx": needs(Right.EVENTS_VIEW, campaign=a_counted_campaign),
    "campaign:figure": Right.EVENTS_VIEW,
    "campaign:posts": Right.EVENTS_VIEW,
    "campaign:page": needs(Right.EVENTS_VIEW, campaign=a_campaign),
    "campaign:change-page": needs(Right.EVENTS_EDIT, campaign=a_campaign),
    "campaign:preview-page": needs(Right.EVENTS_VIEW, campaign=pages_built.a_campaign_with_a_page),
    "campaign:publish-page": needs(Right.RELEASE, campaign=pages_built.a_campaign_with_a_page),
    "campaign:take-page-down": needs(Right.RELEASE, campaign=pages_built.a_campaign_with_a_page),
    "campaign:reports": needs(Right.RECORD_VIEW, campaign=a_campaign),
    "campaign:office-reports": Right.RECORD_VIEW,
    "campaign:report": needs(Right.RECORD_VIEW, report=pages_built.a_draft_report),
    "campaign:report-progress": needs(Right.RECORD_VIEW, report=pages_built.a_draft_report),
    "campaign:stop-report": needs(Right.EVENTS_EDIT, report=pages_built.a_draft_report),
    "campaign:release-report": needs(Right.RELEASE, report=pages_built.a_draft_report),
    "campaign:withdraw-report": needs(Right.RELEASE, report=pages_built.a_draft_report),
    "campaign:report-file": needs(
        Right.RECORD_VIEW, report=pages_built.a_draft_report, suffix=lambda office: "docx"
    ),
    "public-campaign:report": needs(
        Audience.EVERYBODY, slug=pages_built.a_page_with_a_report, year=lambda office: 2025
    ),
    "public-campaign:report-in": needs(
        Audience.EVERYBODY,
        slug=pages_built.a_page_with_a_report,
        year=lambda office: 2025,
        language=lambda office: "en",
    ),
    "public-campaign:report-file": needs(
        Audience.EVERYBODY,
        slug=pages_built.a_page_with_a_report,
        year=lambda office: 2025,
        language=lambda office: "en",
        suffix=lambda office: "docx",
    ),
    "public-report:reports": Audience.EVERYBODY,
    "public-report:feed": Audience.EVERYBODY,
    "public-report:report": needs(Audience.EVERYBODY, year=pages_built.a_year_with_a_report),
    "public-report:report-in": needs(
        Audience.EVERYBODY, year=pages_built.a_year_with_a_report, language=lambda office: "en"
    ),
    "public-report:report-file": needs(
        Audience.EVERYBODY,
        year=pages_built.a_year_with_a_report,
        language=lambda office: "en",
        suffix=lambda office: "docx",
    ),
    "public-campaign:page": needs(Audience.EVERYBODY, slug=pages_built.a_public_page),
    "public-campaign:page-in": needs(
        Audience.EVERYBODY, slug=pages_built.a_public_page, language=lambda office: "en"
    ),
    "public-campaign:events": needs(
        Audience.EVERYBODY, slug=pages_built.a_public_page, language=lambda office: "en"
    ),
    "public-campaign:feed": needs(
        Audience.EVERYBODY,
        slug=pages_built.a_public_page,
        language=lambda office: "en",
        kind=lambda office: "atom",
    ),
    # programme
    "exhibition:offered": needs(Right.EVENTS_VIEW, campaign=a_campaign),
    "exhibition:offer": needs(Right.PROGRAMME_EDIT, campaign=a_campaign),
    "exhibition:take": needs(
        Right.PROGRAMME_EDIT, campaign=its_campaign, kind=lambda _office: "film", code=an_offered_film
    ),
    "exhibition:taken": needs(Right.PROGRAMME_VIEW, kind=lambda _office: "film", code=a_taken_film),
    "exhibition:take-newer": needs(Right.PROGRAMME_EDIT, kind=lambda _office: "film", code=a_taken_film),
    "exhibition:keep-own": needs(Right.PROGRAMME_EDIT, kind=lambda _office: "film", code=a_taken_film),
    "exhibition:works": Right.PROGRAMME_VIEW,
    "exhibition:add-film": Right.PROGRAMME_EDIT,
    "exhibition:change-film": needs(Right.PROGRAMME_EDIT, film=lambda office: make.film(office).code),
    "exhibition:delete-film": needs(Right.PROGRAMME_EDIT, film=lambda office: make.film(office).code),
    "exhibition:film-file": needs(Right.PROGRAMME_VIEW, film=the_film),
    "exhibition:film-poster": needs(Right.PROGRAMME_VIEW, film=the_film),
    "exhibition:film-tried": needs(Right.PROGRAMME_EDIT, film=lambda office: make.film(office).code),
    "exhibition:film-uploads": needs(Right.PROGRAMME_EDIT, film=the_film),
    "exhibition:film-upload": needs(Right.PROGRAMME_EDIT, film=the_film, upload=films.an_upload),
    "exhibition:add-subtitles": needs(Right.PROGRAMME_EDIT, film=lambda office: make.film(office).code),
    "exhibition:change-subtitles": needs(Right.PROGRAMME_EDIT, film=the_film, subtitles=its_subtitles),
    "exhibition:delete-subtitles": needs(Right.PROGRAMME_EDIT, film=the_film, subtitles=its_subtitles),
    "exhibition:subtitles-file": needs(Right.PROGRAMME_VIEW, film=the_film, subtitles=its_subtitles),
    "exhibition:add-exhibition": Right.PROGRAMME_EDIT,
    "exhibition:exhibition": needs(Right.PROGRAMME_VIEW, exhibition=shown_built.an_exhibition),
    "exhibition:change-exhibition": needs(Right.PROGRAMME_EDIT, exhibition=shown_built.an_exhibition),
    "exhibition:delete-exhibition": needs(Right.PROGRAMME_EDIT, exhibition=shown_built.an_exhibition),
    "exhibition:arrange-works": needs(Right.PROGRAMME_EDIT, exhibition=shown_built.an_exhibition),
    "exhibition:add-works": needs(Right.PROGRAMME_EDIT, exhibition=shown_built.an_exhibition),
    "exhibition:take-out": needs(
        Right.PROGRAMME_EDIT, exhibition=shown_built.its_exhibition, exhibit=shown_built.an_exhibit
    ),
    "exhibition:publication": needs(Right.PROGRAMME_VIEW, exhibition=shown_built.an_exhibition),
    "exhibition:leave-out": needs(Right.PROGRAMME_EDIT, exhibition=shown_built.an_exhibition),
    "exhibition:publish": needs(Right.RELEASE, exhibition=shown_built.an_exhibition),
    "exhibition:take-back": needs(Right.RELEASE, exhibition=shown_built.an_exhibition),
    "exhibition:collection": Right.PROGRAMME_VIEW,
    "exhibition:add-work": Right.PROGRAMME_EDIT,
    "exhibition:add-by-pictures": Right.PROGRAMME_EDIT,
    "exhibition:work": needs(Right.PROGRAMME_VIEW, work=shown_built.a_work),
    "exhibition:change-work": needs(Right.PROGRAMME_EDIT, work=shown_built.a_work),
    "exhibition:delete-work": needs(Right.PROGRAMME_EDIT, work=shown_built.a_work),
    "exhibition:take-picture-away": needs(Right.PROGRAMME_EDIT, work=shown_built.a_work),
    "exhibition:work-picture": needs(
        Right.PROGRAMME_VIEW, work=shown_built.a_work_with_picture, size=shown_built.a_size
    ),
    "exhibition:labels": needs(Right.PROGRAMME_VIEW, exhibition=shown_built.an_exhibition),
    "exhibition:loan-list": Right.PROGRAMME_VIEW,
    "exhibition:condition-paper": needs(
        Right.PROGRAMME_VIEW, loan=shown_built.a_loan, report=shown_built.a_report
    ),
    "exhibition:loans": Right.PROGRAMME_VIEW,
    "exhibition:add-loan": Right.PROGRAMME_EDIT,
    "exhibition:loan": needs(Right.PROGRAMME_VIEW, loan=shown_built.a_loan),
    "exhibition:change-loan": needs(Right.PROGRAMME_EDIT, loan=shown_built.a_loan),
    "exhibition:delete-loan": needs(Right.PROGRAMME_EDIT, loan=shown_built.a_loan),
    "exhibition:add-report": needs(Right.PROGRAMME_EDIT, loan=shown_built.a_loan),
    "exhibition:change-report": needs(
        Right.PROGRAMME_EDIT, loan=shown_built.a_loan, report=shown_built.a_report
    ),
    "exhibition:delete-report": needs(
        Right.PROGRAMME_EDIT, loan=shown_built.a_loan, report=shown_built.a_report
    ),
    "exhibition:report-picture": needs(
        Right.PROGRAMME_VIEW,
        loan=shown_built.a_loan,
        report=shown_built.a_report,
        size=shown_built.a_size,
    ),
    "programme:programme": needs(Right.PROGRAMME_VIEW, code=an_event),
    "programme:arrange": needs(Right.PROGRAMME_EDIT, code=an_event),
    "programme:undo-order": needs(Right.PROGRAMME_EDIT, code=an_event, line=an_order),
    "programme:add-line": needs(Right.PROGRAMME_EDIT, code=an_event),
    "programme:take-over": needs(Right.PROGRAMME_EDIT, code=an_event),
    "programme:history": needs(Right.PROGRAMME_VIEW, code=an_event),
    "programme:why": needs(Right.PROGRAMME_VIEW, code=an_event, item=an_item),
    "programme:add": needs(Right.PROGRAMME_EDIT, code=an_event),
    "programme:change": needs(Right.PROGRAMME_EDIT, code=an_event, item=an_item),
    "programme:happened": needs(Right.PROGRAMME_EDIT, code=an_event, item=an_item),
    "programme:screening": needs(Right.PROGRAMME_VIEW, code=an_event, item=a_screened_item),
    "programme:hall-state": needs(Right.PROGRAMME_VIEW, code=an_event, item=a_screened_item),
    "programme:put-on": needs(Right.PROGRAMME_EDIT, code=an_event, item=a_screened_item, showing=a_showing),
    "programme:command": needs(
        Right.PROGRAMME_EDIT, code=an_event, item=a_screened_item, verb=lambda office: "pause"
    ),
    "programme:screening-subtitles": needs(Right.PROGRAMME_EDIT, code=an_event, item=a_screened_item),
    "programme:rehearsal": needs(Right.PROGRAMME_EDIT, code=an_event, item=a_screened_item),
    "programme:cues": needs(Right.PROGRAMME_VIEW, code=an_event),
    "programme:screens": needs(Right.RUN_CALL, code=an_event),
    "programme:screen": needs(Right.RUN_CALL, code=an_event, screen=a_screen),
    "programme:withdraw-screen": needs(Right.RUN_CALL, code=an_event, screen=a_screen),
    "screen:screen": needs(Audience.EVERYBODY, token=a_screen_link),
    "screen:state": needs(Audience.EVERYBODY, token=a_screen_link),
    "screen:stream": needs(Audience.EVERYBODY, token=a_screen_link),
    "screen:subtitles": needs(
        Audience.EVERYBODY, token=a_second_screen, film=the_film, subtitles=its_subtitles
    ),
    "programme:make-link": needs(Right.PROGRAMME_EDIT, code=an_event, item=a_screened_item),
    "programme:withdraw-link": needs(Right.PROGRAMME_EDIT, code=an_event, item=a_screened_item),
    "programme:desk": needs(Right.RUN_CALL, code=an_event),
    "programme:step": needs(Right.RUN_CALL, code=an_event),
    "programme:run_state": needs(Right.RUN_CALL, code=an_event),
    "programme:run_sheet": needs(Right.RUN_CALL, code=an_event),
    "programme:run_stream": needs(Right.RUN_CALL, code=an_event),
    "programme:run_rehearsal": needs(Right.RUN_CALL, code=an_event),
    "hall:hall": needs(Audience.EVERYBODY, token=a_hall),
    "hall:state": needs(Audience.EVERYBODY, token=a_hall),
    "hall:film": needs(Audience.EVERYBODY, token=a_hall, film=the_film),
    "hall:poster": needs(Audience.EVERYBODY, token=a_hall, film=the_film),
    "hall:subtitles": needs(Audience.EVERYBODY, token=a_hall, film=the_film, subtitles=its_subtitles),
    "programme:delete": needs(Right.PROGRAMME_EDIT, code=an_event, item=an_item),
    # guests
    "health_live": Audience.EVERYBODY,
    "health_ready": Audience.EVERYBODY,
    # To whoever asks from this machine itself, as the table does; tests/base/watching has the others.
    "metrics": Audience.EVERYBODY,
    "mail_events": needs(Audience.UNKNOWN, provider=lambda office: "mailgun"),
    "guests:outgoing": Right.INVITATIONS_SEND,
    "guests:outgoing_again": needs(Right.INVITATIONS_SEND, message=a_message_out),
    "guests:outgoing_stop": needs(Right.INVITATIONS_SEND, message=a_message_out),
    "guests:incoming": Right.GUESTS_EDIT,
    "guests:incoming_message": needs(Right.GUESTS_EDIT, message=a_message_in),
    "guests:set_aside": needs(Right.GUESTS_EDIT, message=a_message_in),
    "guests:take_up": needs(Right.GUESTS_EDIT, message=a_message_in),
    "guests:person_events": needs(Right.GUESTS_VIEW, person=built.a_person),
    "guests:body_events": needs(Right.GUESTS_VIEW, body=built.a_body),
    "guests:wordings": needs(Right.INVITATIONS_SEND),
    "guests:wording": needs(Right.INVITATIONS_SEND, wording=a_wording),
    "guests:show-wording": needs(Right.INVITATIONS_SEND, wording=a_wording),
    "guests:taken-wording": needs(Right.INVITATIONS_SEND, wording=a_taken_wording),
    "guests:take-newer-wording": needs(Right.INVITATIONS_SEND, wording=a_taken_wording),
    "guests:keep-wording": needs(Right.INVITATIONS_SEND, wording=a_taken_wording),
    "guests:take-wording": needs(Right.INVITATIONS_SEND, wording=a_shown_wording),
    "guests:delete-wording": needs(Right.INVITATIONS_SEND, wording=a_wording),
    "guests:take-back-wording": needs(Right.INVITATIONS_SEND, line=a_line_of_a_wording),
    "guests:shipped-wording": needs(Right.INVITATIONS_SEND),
    "guests:preview": needs(Right.GUESTS_VIEW, code=an_event),
    "guests:preview-mail": needs(Right.GUESTS_VIEW, code=an_event, guest=an_invited_party),
    "guests:guests": needs(Right.GUESTS_VIEW, code=an_event),
    "guests:add": needs(Right.GUESTS_EDIT, code=an_event),
    "guests:inviters": needs(Right.GUESTS_EDIT, code=an_event),
    "guests:act": needs(Right.GUESTS_EDIT, code=an_event),
    "guests:undo": needs(Right.GUESTS_EDIT, code=an_event),
    "guests:find": needs(Right.GUESTS_EDIT, code=an_event),
    "guests:guest": needs(Right.GUESTS_EDIT, code=an_event, guest=a_guest),
    "guests:replies": needs(Right.GUESTS_VIEW, code=an_event),
    "guests:enter-replies": needs(Right.GUESTS_EDIT, code=an_event),
    "guests:remind": needs(Right.INVITATIONS_SEND, code=an_event),
    "guests:walk-in": needs(Right.GUESTS_EDIT, code=an_event),
    "guests:take-back": needs(Right.GUESTS_EDIT, code=an_event),
    "guests:guest-replies": needs(Right.GUESTS_VIEW, code=an_event, guest=a_guest),
    "guests:enter-reply": needs(Right.GUESTS_EDIT, code=an_event, guest=a_guest),
    "guests:needs": needs(Right.GUESTS_VIEW, code=an_event, guest=a_guest),
    "guests:correct-reply": needs(Right.GUESTS_EDIT, code=an_event, reply=a_reply),
    "guests:decide-reply": needs(Right.GUESTS_EDIT, code=an_event, reply=a_reply),
    "guests:needs-counted": needs(Right.GUESTS_VIEW, code=an_event),
    "guests:versions": needs(Right.GUESTS_VIEW, code=an_event),
    "guests:freeze": needs(Right.GUESTS_EDIT, code=an_event),
    "guests:version": needs(Right.GUESTS_VIEW, code=an_event, version=a_version),
    "guests:export-version": needs(Right.GUESTS_VIEW, code=an_event, version=a_version),
    "guests:wipe-version": needs(Right.GUESTS_EDIT, code=an_event, version=a_version),
    "guests:representative": needs(Right.GUESTS_EDIT, code=an_event, reply=a_reply),
    # invitations
    "guests:invitations": needs(Right.GUESTS_VIEW, code=an_event),
    "guests:terms": needs(Right.INVITATIONS_SEND, code=an_event),
    "guests:questions": needs(Right.INVITATIONS_SEND, code=an_event),
    "guests:new-wave": needs(Right.INVITATIONS_SEND, code=an_event),
    "guests:wave": needs(Right.GUESTS_VIEW, code=an_event, wave=waves_built.a_wave),
    "guests:change-wave": needs(Right.INVITATIONS_SEND, code=an_event, wave=waves_built.a_wave),
    "guests:take-out": needs(Right.INVITATIONS_SEND, code=an_event, wave=waves_built.a_wave),
    "guests:drop-wave": needs(Right.INVITATIONS_SEND, code=an_event, wave=waves_built.a_wave),
    "guests:before": needs(Right.GUESTS_VIEW, code=an_event, wave=waves_built.a_wave),
    "guests:send-wave": needs(Right.INVITATIONS_SEND, code=an_event, wave=waves_built.a_wave),
    "guests:stop-wave": needs(Right.INVITATIONS_SEND, code=an_event, wave=waves_built.a_wave),
    "guests:go-on-wave": needs(Right.INVITATIONS_SEND, code=an_event, wave=waves_built.a_wave),
    "guests:wave-progress": needs(Right.GUESTS_VIEW, code=an_event, wave=waves_built.a_wave_under_way),
    "guests:ask-approval": needs(Right.INVITATIONS_SEND, code=an_event, wave=waves_built.a_wave),
    "guests:decide-wave": needs(Right.INVITATIONS_APPROVE, code=an_event, wave=waves_built.a_wave),
    "guests:wave-preview": needs(
        Right.GUESTS_VIEW, code=an_event, wave=waves_built.a_wave_on_paper, guest=waves_built.its_guest
    ),
    "guests:register": needs(Right.GUESTS_VIEW, code=an_event),
    "guests:enter": needs(Right.GUESTS_EDIT, code=an_event),
    "guests:print-register": needs(Right.GUESTS_EDIT, code=an_event),
    "guests:print-sent": needs(Right.GUESTS_EDIT, code=an_event, paper=lambda office: "cards"),
    "guests:dispatch": needs(Right.GUESTS_VIEW, code=an_event, dispatch=waves_built.a_dispatch),
    "guests:withdraw-link": needs(
        Right.INVITATIONS_SEND, code=an_event, dispatch=waves_built.a_dispatch_with_a_link
    ),
    "guests:calls": needs(Right.GUESTS_EDIT, code=an_event),
    "guests:print-round": needs(Right.GUESTS_EDIT, code=an_event),
    "guests:share-calls": needs(Right.INVITATIONS_SEND, code=an_event),
    "guests:call": needs(Right.GUESTS_EDIT, code=an_event, dispatch=waves_built.a_call),
    "guests:office-register": Right.GUESTS_VIEW,
    "guests:notes-verbales": Right.GUESTS_VIEW,
    "guests:print-notes": Right.GUESTS_VIEW,
    "guests:note-verbale": needs(Right.INVITATIONS_SEND, note=waves_built.a_note),
    # order
    "events:order": needs(Right.GUESTS_VIEW, code=an_event),
    "events:compare": needs(Right.GUESTS_VIEW, code=an_event),
    "events:undo-order": needs(Right.ORDER_EDIT, code=an_event),
    "guests:as_sent": needs(Right.GUESTS_VIEW, code=an_event, dispatch=a_dispatch),
    "guests:as_mail": needs(Right.GUESTS_VIEW, code=an_event, dispatch=a_dispatch),
    "guests:as_printed": needs(
        Right.GUESTS_VIEW, code=an_event, dispatch=a_letter_sent, number=lambda office: 1
    ),
    "guests:projections": needs(Right.GUESTS_VIEW, code=an_event),
    "events:order-settings": needs(Right.ORDER_EDIT, code=an_event),
    "events:offer-pattern": needs(Right.EVENTS_EDIT, code=an_event),
    "events:begin": needs(Right.EVENTS_EDIT, pattern=a_pattern),
    "events:follow-newer": needs(Right.ORDER_EDIT, code=an_event),
    "events:move": needs(Right.ORDER_EDIT, code=an_event, who=a_guest),
    "events:withdraw-move": needs(Right.ORDER_EDIT, code=an_event, move=a_move),
    "events:why": needs(Right.GUESTS_VIEW, code=an_event, who=a_guest),
    # profiles
    "precedence:profiles": Right.EVENTS_VIEW,
    "precedence:profile": needs(Right.EVENTS_VIEW, key=a_profile),
    "precedence:table": needs(Right.PROFILES_EDIT, key=a_profile),
    "precedence:settings": needs(Right.PROFILES_EDIT, key=a_profile),
    "precedence:text": needs(Right.PROFILES_EDIT, key=a_profile),
    "precedence:about": needs(Right.PROFILES_EDIT, key=a_profile),
    "precedence:copy": needs(Right.PROFILES_EDIT, key=a_profile),
    "precedence:version": needs(Right.EVENTS_VIEW, key=a_profile, number=lambda office: 1),
    "precedence:restore": needs(Right.PROFILES_EDIT, key=a_profile, number=lambda office: 1),
    "precedence:show": needs(Right.PROFILES_EDIT, key=a_profile),
    "precedence:taken": needs(Right.EVENTS_VIEW, key=a_taken_profile),
    "precedence:take-newer": needs(Right.PROFILES_EDIT, key=a_taken_profile),
    "precedence:keep": needs(Right.PROFILES_EDIT, key=a_taken_profile),
    "precedence:given": needs(Right.EVENTS_VIEW, given=a_given_profile),
    "precedence:since": needs(Right.EVENTS_VIEW, given=a_given_profile, number=lambda office: 1),
    "precedence:take": needs(Right.PROFILES_EDIT, given=a_given_profile),
    # door
    "door:doors": needs(Right.DOOR_VIEW, code=an_event),
    "door:arrivals": needs(Right.DOOR_VIEW, code=an_event),
    "door:arrivals-stream": needs(Right.DOOR_VIEW, code=an_event),
    "door:undo-arrival": needs(Right.DOOR_WORK, code=an_event),
    "door:host": needs(Right.DOOR_VIEW, code=an_event),
    "door:arrival": needs(Right.DOOR_VIEW, code=an_event, guest=a_guest),
    "door:plan-arrival": needs(Right.DOOR_EDIT, code=an_event, guest=a_guest),
    "door:arrival-paper": needs(Right.DOOR_VIEW, code=an_event, name=lambda office: "slots"),
    "door:assign-arrivals": needs(Right.DOOR_EDIT, code=an_event),
    "door:slots": needs(Right.DOOR_VIEW, code=an_event),
    "door:new-slot": needs(Right.DOOR_EDIT, code=an_event),
    "door:propose-slots": needs(Right.DOOR_EDIT, code=an_event),
    "door:take-slots": needs(Right.DOOR_EDIT, code=an_event),
    "door:undo-slots": needs(Right.DOOR_EDIT, code=an_event),
    "door:change-slot": needs(Right.DOOR_EDIT, code=an_event, slot=door_awaiting.a_slot),
    "door:delete-slot": needs(Right.DOOR_EDIT, code=an_event, slot=door_awaiting.a_slot),
    "door:steward": needs(Right.DOOR_WORK, code=an_event),
    "door:scan-by-account": needs(Right.DOOR_WORK, code=an_event, guest=a_guest),
    "door:say-of-arrival": needs(Right.DOOR_WORK, code=an_event, guest=a_guest),
    "door:badges": needs(Right.DOOR_WORK, code=an_event),
    "door:print-badges": needs(Right.DOOR_WORK, code=an_event),
    "door:undo-badges": needs(Right.DOOR_WORK, code=an_event),
    "door:printed-badges": needs(Right.DOOR_WORK, code=an_event, number=door_built.a_printing),
    "door:guest-papers": needs(Right.DOOR_WORK, code=an_event, guest=a_guest),
    "door:print-badge": needs(Right.DOOR_WORK, code=an_event, guest=a_guest),
    "door:print-place-card": needs(Right.DOOR_WORK, code=an_event, guest=a_guest),
    "door:new-door": needs(Right.DOOR_EDIT, code=an_event),
    "door:order-doors": needs(Right.DOOR_EDIT, code=an_event),
    "door:undo": needs(Right.DOOR_EDIT, code=an_event),
    "door:change-door": needs(Right.DOOR_EDIT, code=an_event, door=door_built.a_door),
    "door:new-device": needs(Right.DOOR_EDIT, code=an_event, door=door_built.a_door),
    "door:device": needs(Right.DOOR_VIEW, code=an_event, device=door_built.a_device),
    "door:change-device": needs(Right.DOOR_EDIT, code=an_event, device=door_built.a_device),
    "door:pair-device": needs(Right.DOOR_EDIT, code=an_event, device=door_built.a_device),
    "door:revoke-device": needs(Right.DOOR_EDIT, code=an_event, device=door_built.a_device),
    "phone:shell": Audience.EVERYBODY,
    "phone:worker": Audience.EVERYBODY,
    "phone:reader": needs(
        Audience.EVERYBODY,
        release=lambda office: reader.address_of().split("/")[3],
        name=lambda office: reader.STARTED_BY,
    ),
    "phone:pair": Audience.EVERYBODY,
    "phone:snapshot": Audience.EVERYBODY,
    "phone:scans": Audience.EVERYBODY,
    "phone:clock": Audience.EVERYBODY,
    "phone:stream": Audience.EVERYBODY,
    "phone:guests": Audience.EVERYBODY,
    "phone:wiped": Audience.EVERYBODY,
    "door:notes": needs(Right.DOOR_VIEW, code=an_event),
    "door:new-note": needs(Right.DOOR_EDIT, code=an_event),
    "door:undo-notes": needs(Right.DOOR_EDIT, code=an_event),
    "door:change-note": needs(Right.DOOR_EDIT, code=an_event, note=door_built.a_note),
    "door:delete-note": needs(Right.DOOR_EDIT, code=an_event, note=door_built.a_note),
    "door:answers": needs(Right.DOOR_VIEW, code=an_event),
    "door:doubts": needs(Right.DOOR_VIEW, code=an_event),
    "door:settle": needs(Right.DOOR_WORK, code=an_event, scan=door_built.a_scan),
    "door:settle-uninvited": needs(Right.DOOR_WORK, code=an_event, scan=door_built.a_scan),
    "door:guest": needs(Right.DOOR_VIEW, code=an_event, guest=a_guest),
    "door:by-hand": needs(Right.DOOR_WORK, code=an_event, guest=a_guest, deed=lambda office: "admit"),
    "door:take-back-scan": needs(
        Right.DOOR_WORK, code=an_event, guest=door_built.a_guest_let_in, scan=door_built.its_scan
    ),
    "door:delete-door": needs(Right.DOOR_EDIT, code=an_event, door=door_built.a_door),
    # papers
    "desk:shown": needs(Right.PROGRAMME_VIEW, code=an_event),
    "desk:papers": needs(Right.PAPERS_PRINT, code=an_event),
    "desk:paper": needs(Right.PAPERS_PRINT, code=an_event, name=lambda office: "cue-sheet.pdf"),
    "desk:start": needs(Right.PAPERS_PRINT, code=an_event),
    "desk:progress": needs(Right.PAPERS_PRINT, code=an_event, job=a_dossier),
    "desk:stop": needs(Right.PAPERS_PRINT, code=an_event, job=a_dossier),
    "desk:download": needs(
        Right.PAPERS_PRINT, code=an_event, job=a_dossier, name=lambda office: "dossier.zip"
    ),
    "desk:load-campaign": needs(Right.EVENTS_EDIT),
    "desk:campaign-folder": needs(Right.EVENTS_EDIT, campaign=recognitions_built.a_campaign),
    "desk:start-campaign-folder": needs(Right.EVENTS_EDIT, campaign=recognitions_built.a_campaign),
    "desk:campaign-folder-progress": needs(
        Right.EVENTS_EDIT, campaign=recognitions_built.a_campaign, job=a_campaign_folder
    ),
    "desk:stop-campaign-folder": needs(
        Right.EVENTS_EDIT, campaign=recognitions_built.a_campaign, job=a_campaign_folder
    ),
    "desk:download-campaign-folder": needs(
        Right.EVENTS_EDIT, campaign=recognitions_built.a_campaign, job=a_campaign_folder
    ),
    "desk:pack": needs(Right.COSTS_EDIT, code=an_event),
    "desk:start-pack": needs(Right.COSTS_EDIT, code=an_event),
    "desk:pack-progress": needs(Right.COSTS_EDIT, code=an_event, job=a_pack),
    "desk:stop-pack": needs(Right.COSTS_EDIT, code=an_event, job=a_pack),
    "desk:download-pack": needs(Right.COSTS_EDIT, code=an_event, job=a_pack),
    # seating
    "seating:plans": needs(Right.SEATING_VIEW, code=an_event),
    "seating:new-plan": needs(Right.SEATING_EDIT, code=an_event),
    "seating:undo": needs(Right.SEATING_EDIT, code=an_event),
    "seating:compare-plans": needs(Right.SEATING_VIEW, code=an_event),
    "seating:edit-room": needs(Right.SEATING_EDIT, room=seating_built.a_room),
    "seating:draw-pieces": needs(Right.SEATING_EDIT, room=seating_built.a_room),
    "seating:plan": needs(Right.SEATING_VIEW, code=an_event, plan=seating_built.a_plan),
    "seating:change-plan": needs(Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan),
    "seating:copy-plan": needs(Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan),
    "seating:choose-plan": needs(Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan),
    "seating:take-room": needs(Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan),
    "seating:delete-plan": needs(Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan),
    "seating:plan-history": needs(Right.SEATING_VIEW, code=an_event, plan=seating_built.a_plan),
    "seating:undo-line": needs(
        Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan, line=seating_built.a_step
    ),
    "seating:move": needs(Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan),
    "seating:unseat": needs(Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan),
    "seating:lock": needs(Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan),
    "seating:clear": needs(Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan),
    "seating:note-seat": needs(Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan),
    "seating:undo-step": needs(Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan),
    "seating:propose": needs(
        Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan, deed=lambda office: "formed"
    ),
    "seating:take-note": needs(Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan),
    "seating:solve": needs(Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan),
    "seating:search": needs(Right.SEATING_VIEW, code=an_event, plan=seating_built.a_searched_plan),
    "seating:stop-search": needs(Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan),
    "seating:wishes": needs(Right.SEATING_VIEW, code=an_event),
    "seating:add-wish": needs(Right.SEATING_EDIT, code=an_event),
    "seating:undo-wish": needs(Right.SEATING_EDIT, code=an_event),
    "seating:change-wish": needs(Right.SEATING_EDIT, code=an_event, wish=seating_built.a_wish),
    "seating:delete-wish": needs(Right.SEATING_EDIT, code=an_event, wish=seating_built.a_wish),
    "seating:importance": needs(Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan),
    "seating:why": needs(
        Right.SEATING_VIEW,
        code=an_event,
        plan=seating_built.a_plan,
        who=seating_built.a_guest,
        member=lambda _office: 0,
    ),
    "seating:reasons": needs(Right.SEATING_VIEW, code=an_event, plan=seating_built.a_plan),
    "seating:compare": needs(Right.SEATING_VIEW, code=an_event, plan=seating_built.a_plan),
    "seating:apart": Right.SEATING_VIEW,
    "seating:add-apart": Right.SEATING_EDIT,
    "seating:change-apart": needs(Right.SEATING_EDIT, pair=seating_built.a_pair),
    "seating:delete-apart": needs(Right.SEATING_EDIT, pair=seating_built.a_pair),
    "seating:papers": needs(Right.SEATING_VIEW, code=an_event),
    "seating:find-seat": needs(Right.SEATING_VIEW, code=an_event),
    "seating:tell-seats": needs(Right.SEATING_EDIT, code=an_event, plan=seating_built.a_plan),
    "seating:paper": needs(
        Right.SEATING_VIEW, code=an_event, plan=seating_built.a_plan, name=lambda office: "arrivals"
    ),
    "seating:changed-cards": needs(Right.SEATING_VIEW, code=an_event, **seating_built.CARDS_OF_A_PLAN),
    "seating:print-cards": needs(Right.GUESTS_EDIT, code=an_event, **seating_built.CARDS_OF_A_PLAN),
    "seating:printed-cards": needs(
        Right.SEATING_VIEW, code=an_event, number=lambda office: 1, **seating_built.CARDS_OF_A_PLAN
    ),
    "seating:undo-printing": needs(Right.GUESTS_EDIT, code=an_event),
    "seating:rooms": Right.SEATING_VIEW,
    "seating:new-room": Right.SEATING_EDIT,
    "seating:import-room": Right.SEATING_EDIT,
    "seating:room": needs(Right.SEATING_VIEW, room=seating_built.a_room),
    "seating:name-room": needs(Right.SEATING_EDIT, room=seating_built.a_room),
    "seating:copy-room": needs(Right.SEATING_EDIT, room=seating_built.a_room),
    "seating:show-room": needs(Right.SEATING_EDIT, room=seating_built.a_room),
    "seating:take-given-room": needs(Right.SEATING_EDIT, room=a_shown_room),
    "seating:taken-room": needs(Right.SEATING_VIEW, room=a_taken_room),
    "seating:take-newer-room": needs(Right.SEATING_EDIT, room=a_taken_room),
    "seating:keep-room": needs(Right.SEATING_EDIT, room=a_taken_room),
    "seating:delete-room": needs(Right.SEATING_EDIT, room=seating_built.a_room),
    "seating:undo-room": needs(
        Right.SEATING_EDIT, room=seating_built.a_room, line=seating_built.a_line_of_a_room
    ),
    "seating:size-room": needs(Right.SEATING_EDIT, room=seating_built.a_room),
    "seating:note-seats": needs(Right.SEATING_EDIT, room=seating_built.a_room),
    "seating:add-furniture": needs(Right.SEATING_EDIT, room=seating_built.a_room),
    "seating:change-furniture": needs(
        Right.SEATING_EDIT, room=seating_built.a_room, piece=lambda office: "A"
    ),
    "seating:delete-furniture": needs(
        Right.SEATING_EDIT, room=seating_built.a_room, piece=lambda office: "A"
    ),
    "seating:room-svg": needs(Right.SEATING_VIEW, room=seating_built.a_room),
    "seating:room-pdf": needs(Right.SEATING_VIEW, room=seating_built.a_room),
    "seating:export-room": needs(Right.SEATING_VIEW, room=seating_built.a_room),
    # record
    "record:course": needs(Right.RECORD_VIEW, code=an_event),
    "record:after": needs(Right.RECORD_VIEW, code=an_event),
    "record:ministry-report": needs(Right.RECORD_VIEW, code=an_event),
    "record:review": needs(Right.RECORD_EDIT, code=an_event),
    "record:costs": needs(Right.COSTS_EDIT, code=an_event),
    "record:undo-costs": needs(Right.COSTS_EDIT, code=an_event),
    "record:take-over-costs": needs(Right.COSTS_EDIT, code=an_event),
    "record:photos": needs(Right.RECORD_VIEW, code=an_event),
    "record:photos-add": needs(Right.RECORD_EDIT, code=an_event),
    "record:photos-act": needs(Right.RECORD_EDIT, code=an_event),
    "record:photos-undo": needs(Right.RECORD_EDIT, code=an_event),
    "record:photos-preparation": needs(Right.RECORD_VIEW, code=an_event),
    "record:photos-uploads": needs(Right.RECORD_EDIT, code=an_event),
    "record:photos-upload": needs(Right.RECORD_EDIT, code=an_event, upload=photos_built.an_upload),
    "record:photos-find": needs(Right.RECORD_EDIT, code=an_event),
    "record:photo-wishes": needs(Right.RECORD_VIEW, code=an_event),
    "record:photos-pack": needs(Right.RELEASE, code=an_event),
    "record:photo-pack": needs(Right.RELEASE, code=an_event, job=photos_built.a_pack),
    "record:photo-pack-file": needs(Right.RELEASE, code=an_event, job=photos_built.a_pack),
    "record:photo": needs(Right.RECORD_VIEW, code=an_event, photo=photos_built.a_photo),
    "record:photo-people": needs(Right.RECORD_EDIT, code=an_event, photo=photos_built.a_photo),
    "record:photo-places": needs(Right.RECORD_EDIT, code=an_event, photo=photos_built.a_photo),
    "record:photo-seated": needs(Right.RECORD_EDIT, code=an_event, photo=photos_built.a_photo),
    "record:photo-picture": needs(
        Right.RECORD_VIEW, code=an_event, photo=photos_built.a_photo, size=photos_built.a_size
    ),
    "public-record:photos": needs(Audience.EVERYBODY, code=photos_built.an_event_with_a_gallery),
    "public-record:photo": needs(
        Audience.EVERYBODY,
        code=photos_built.an_event_with_a_gallery,
        photo=photos_built.a_photo,
        size=photos_built.a_size,
    ),
    "record:questions": needs(Right.RECORD_VIEW, code=an_event),
    "record:write-course": needs(Right.RECORD_EDIT, code=an_event),
    "record:undo-course": needs(Right.RECORD_EDIT, code=an_event),
    "record:add-came": needs(Right.RECORD_EDIT, code=an_event),
    "record:course-order": needs(Right.RECORD_EDIT, code=an_event),
    "record:outcome": needs(Right.RECORD_EDIT, code=an_event, item=an_item),
    "record:order-of-acts": needs(Right.RECORD_EDIT, code=an_event, item=an_item),
    "record:take-out-came": needs(Right.RECORD_EDIT, code=an_event, item=an_item_that_came),
    "record:find-who": needs(Right.RECORD_EDIT, code=an_event),
    "record:figures": needs(Right.RECORD_VIEW, code=an_event),
    "record:add-matter": needs(Right.RECORD_EDIT, code=an_event),
    "record:undo-figures": needs(Right.RECORD_EDIT, code=an_event),
    "record:change-matter": needs(Right.RECORD_EDIT, code=an_event, matter=a_matter),
    "record:decide-matter": needs(Right.RECORD_EDIT, code=an_event, matter=a_matter),
    "record:delete-matter": needs(Right.RECORD_EDIT, code=an_event, matter=a_matter),
    "record:why-matter": needs(Right.RECORD_VIEW, code=an_event, matter=a_matter),
    "record:documents": needs(Right.RECORD_VIEW, code=an_event),
    "record:add-document": needs(Right.RECORD_EDIT, code=an_event),
    "record:undo-documents": needs(Right.RECORD_EDIT, code=an_event),
    "record:change-document": needs(Right.RECORD_EDIT, code=an_event, document=a_document),
    "record:document-file": needs(Right.RECORD_VIEW, code=an_event, document=a_document),
    "record:delete-document": needs(Right.RECORD_EDIT, code=an_event, document=a_document),
    "record:add-handover": needs(Right.RECORD_EDIT, code=an_event),
    "record:change-handover": needs(Right.RECORD_EDIT, code=an_event, handover=a_handover),
    "record:delete-handover": needs(Right.RECORD_EDIT, code=an_event, handover=a_handover),
    "record:presence": needs(Right.RECORD_VIEW, code=an_event),
    "record:note-presence": needs(Right.RECORD_EDIT, code=an_event),
    "record:propose-presence": needs(Right.RECORD_EDIT, code=an_event),
    "record:confirm-counted": needs(Right.RECORD_EDIT, code=an_event),
    "record:add-present": needs(Right.RECORD_EDIT, code=an_event),
    "record:presence-categories": needs(Right.RECORD_EDIT, code=an_event),
    "record:undo-presence": needs(Right.RECORD_EDIT, code=an_event),
    "record:presence-of": needs(Right.RECORD_EDIT, code=an_event, who=a_guest),
    "record:statements": needs(Right.RECORD_VIEW, code=an_event),
    "record:add": needs(Right.RECORD_EDIT, code=an_event),
    "record:change": needs(Right.RECORD_EDIT, code=an_event, statement=a_statement),
    "record:delete": needs(Right.RECORD_EDIT, code=an_event, statement=a_statement),
    "record:take-back": needs(Right.RECORD_EDIT, code=an_event),
    "record:drafts": needs(Right.RECORD_EDIT, code=an_event),
    "record:recording": needs(Right.RECORD_VIEW, code=an_event, statement=a_recorded_statement),
    "record:quotations": needs(Right.RECORD_VIEW, code=an_event),
    "record:quotation-sheets": needs(Right.RECORD_VIEW, code=an_event),
    "record:quotation-sheet": needs(Right.RECORD_VIEW, code=an_event, who=a_quoted_speaker),
    "record:ask-approval": needs(Right.RECORD_EDIT, code=an_event, who=a_quoted_speaker),
    "record:answer-approval": needs(Right.RECORD_EDIT, code=an_event, statement=a_statement),
    "record:quick": needs(Right.RECORD_EDIT, code=an_event),
    "record:keep-note": needs(Right.RECORD_EDIT, code=an_event),
    "record:notes-worker": needs(Right.RECORD_EDIT, code=an_event),
    # communiqués
    "record:communique": needs(Right.RECORD_VIEW, code=an_event),
    "record:communique-frame": needs(Right.RECORD_EDIT, code=an_event),
    "record:communique-undo": needs(Right.RECORD_EDIT, code=an_event),
    "record:communique-draft": needs(Right.RECORD_EDIT, code=an_event, language=in_english),
    "record:communique-review": needs(Right.RECORD_EDIT, code=a_drafted_event, language=in_english),
    "record:communique-add": needs(Right.RECORD_EDIT, code=a_drafted_event, language=in_english),
    "record:communique-paper": needs(
        Right.RECORD_VIEW, code=a_drafted_event, language=in_english, suffix=lambda office: "txt"
    ),
    "record:sentence": needs(Right.RECORD_EDIT, code=an_event, sentence=a_sentence),
    "record:sentence-act": needs(
        Right.RECORD_EDIT, code=an_event, sentence=a_sentence, deed=lambda office: "up"
    ),
    "record:release": needs(Right.RELEASE, code=a_drafted_event),
    "record:release-picture": needs(Right.RELEASE, code=a_drafted_event, language=in_english),
    "record:releases": needs(Right.RECORD_VIEW, code=an_event),
    "record:release-made": needs(Right.RECORD_VIEW, code=an_event, release=a_release),
    "record:release-withdraw": needs(Right.RELEASE, code=an_event, release=a_release),
    "record:media-lists": Right.RECORD_VIEW,
    "record:media-list-new": Right.RECORD_EDIT,
    "record:media-list": needs(Right.RECORD_VIEW, chosen=a_media_list),
    "record:media-list-change": needs(Right.RECORD_EDIT, chosen=a_media_list),
    "record:media-list-delete": needs(Right.RECORD_EDIT, chosen=a_media_list),
    "record:media-list-paste": needs(Right.RECORD_EDIT, chosen=a_media_list),
    "record:media-address-new": needs(Right.RECORD_EDIT, chosen=a_media_list),
    "record:media-address": needs(Right.RECORD_EDIT, chosen=a_media_list, address=a_media_address),
    "record:media-address-delete": needs(Right.RECORD_EDIT, chosen=a_media_list, address=a_media_address),
    "record:media-undo": needs(Right.RECORD_EDIT, number=a_line_of_a_media_list),
    "public-record:communiques": Audience.EVERYBODY,
    "public-record:feed": Audience.EVERYBODY,
    "public-record:communique": needs(Audience.EVERYBODY, code=a_release),
    "public-record:paper": needs(Audience.EVERYBODY, code=a_release, suffix=lambda office: "txt"),
    "record:press": needs(Right.RECORD_VIEW, code=an_event),
    "record:add-report": needs(Right.RECORD_EDIT, code=an_event),
    "record:press-paste": needs(Right.RECORD_EDIT, code=an_event),
    "record:press-paper": needs(Right.RECORD_VIEW, code=an_event),
    "record:press-pack": needs(Right.RECORD_VIEW, code=an_event),
    "record:press-progress": needs(Right.RECORD_VIEW, code=an_event, job=a_packed_folder),
    "record:press-folder": needs(Right.RECORD_VIEW, code=an_event, job=a_packed_folder),
    "record:report": needs(Right.RECORD_EDIT, code=an_event, report=a_report),
    "record:delete-report": needs(Right.RECORD_EDIT, code=an_event, report=a_report),
    "record:clipping": needs(Right.RECORD_VIEW, code=an_event, report=a_report),
}

ROUTES = {route.name: route for route in routes()}


def row_of(name: str) -> Row:
    row = ROWS[name]
    return row if isinstance(row, Row) else Row(row)


@pytest.fixture(scope="module")
def table(django_db_setup: None, django_db_blocker: Any) -> Iterator[Cast]:
    """The people of the table, once for all its rows: what a test adds goes with the test."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield cast()
        transaction.set_rollback(True)


@pytest.fixture
def everybody(table: Cast, db: Any) -> Cast:
    """The people of the table, and offices that no other test has written into."""
    office, elsewhere = (Organiser.objects.get(pk=kept.pk) for kept in (table.office, table.elsewhere))
    return replace(table, office=office, elsewhere=elsewhere)


def test_every_address_has_a_row() -> None:
    assert {"without a row": set(ROUTES) - set(ROWS), "without an address": set(ROWS) - set(ROUTES)} == {
        "without a row": set(),
        "without an address": set(),
    }


def test_every_row_builds_the_arguments_of_its_address() -> None:
    lacking = {
        name: ROUTES[name].arguments - {"ref"} - set(row_of(name).arguments)
        for name in ROWS
        if name in ROUTES
    }

    assert {name: sorted(arguments) for name, arguments in lacking.items() if arguments} == {}


@pytest.mark.parametrize("name", sorted(ROWS))
def test_each_role_gets_the_answer_of_the_table(everybody: Cast, name: str) -> None:
    route, row = ROUTES[name], row_of(name)
    path = address(route, row, everybody, objects_of=everybody.office)
    responses = {who: ask(session, path) for who, session in everybody.people.items()}

    answers = {who: answer(response) for who, response in responses.items()}

    assert answers == {who: row.expected(who) for who in everybody.people}
    for who, response in responses.items():
        assert "UNKNOWN VARIABLE" not in body_of(response), who
        if answers[who] is Answer.REFUSED:
            assert isinstance(row.needs, Right)
            assert escape(refusal(row.needs)) in body_of(response), who


@pytest.mark.parametrize(
    "name", sorted(name for name in ROWS if isinstance(row_of(name).needs, Right) and row_of(name).arguments)
)
def test_an_object_of_another_office_does_not_exist(everybody: Cast, name: str) -> None:
    path = address(ROUTES[name], row_of(name), everybody, objects_of=everybody.elsewhere)

    response = ask(everybody.people["owner"], path)

    assert answer(response) is Answer.UNKNOWN
    assert everybody.elsewhere.ref not in body_of(response)
