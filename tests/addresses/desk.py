"""Who may open the pages of the desk."""

from chancery.accounts.models import Organiser
from chancery.accounts.roles import Right
from chancery.base.models import Job
from chancery.base.printed import ARCHIVE, BUNDLE, folder_of
from tests import make
from tests.access import Audience, Row, needs
from tests.addresses.shared import an_event
from tests.occasions import recognitions_built


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


ROWS: dict[str, Right | Audience | Row] = {
    "desk:settings": Right.OFFICE_MANAGE,
    "desk:test_mail": Right.OFFICE_MANAGE,
    "desk:office": Right.OFFICE_VIEW,
    "desk:find": Right.OFFICE_VIEW,
    "desk:bring": needs(Right.GUESTS_EDIT, code=an_event),
    "desk:bring-write": needs(Right.GUESTS_EDIT, code=an_event),
    "desk:bring-drop": needs(Right.GUESTS_EDIT, code=an_event),
    "desk:event": needs(Right.EVENTS_VIEW, code=an_event),
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
}
