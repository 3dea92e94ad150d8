"""Who may open the pages of the record and what it shows to everybody."""

from chancery.accounts.models import Organiser
from chancery.accounts.roles import Right
from chancery.base import audit
from chancery.events.models import Matter
from chancery.record.actions import media
from chancery.record.models import Handover, MediaAddress, MediaList, Sentence
from tests import make
from tests.access import Audience, Row, needs
from tests.addresses.shared import a_guest, an_event, an_item
from tests.record import communique_built, photos_built, press_built


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


def a_report(office: Organiser) -> str:
    """The code of a report of the press with a clipping."""
    return press_built.report(make.event_of(office), clipping=press_built.PDF).code


def a_packed_folder(office: Organiser) -> str:
    """The code of a run that packed the clippings of that event."""
    return press_built.packed(make.event_of(office)).code


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
    "record:media-find": needs(Right.RECORD_EDIT),
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
