"""Saving a campaign as one file and loading one: all or nothing, and for its owner alone."""

import hashlib
import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from chancery.base import jobs
from chancery.base.models import Job
from chancery.desk.archive.writing import write_event
from chancery.desk.packs import write_campaign_pack
from chancery.occasions.models import Campaign, Recognition
from tests import make
from tests.conftest import People

NOW = datetime(2024, 5, 2, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def own_media_folder(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def elsewhere(people: People) -> Campaign:
    """A campaign of an office that has nothing to do with the reader's."""
    campaign = make.campaign(make.organiser("far"), "Letters", ref="letters")
    make.recognition(campaign, "Sample Senate", ("adopted", "2012-02-01"))
    return campaign


def packed(campaign: Campaign, folder: Path) -> bytes:
    write_campaign_pack(campaign, folder / "letters.zip", NOW)
    return (folder / "letters.zip").read_bytes()


def send(client: Client, content: bytes) -> Any:
    sent = SimpleUploadedFile("letters.zip", content)
    return client.post("/o/mission/load-campaign/", {"folder": sent}, follow=True)


def test_a_campaign_is_saved_in_the_background_and_handed_over(signed_in: Client, people: People) -> None:
    campaign = make.campaign(people.office, "Letters", ref="letters")
    make.recognition(campaign, "Sample Senate", ("adopted", "2012-02-01"))
    page = f"/o/mission/campaigns/{campaign.code}/folder/"

    signed_in.post(page + "start/")
    job = Job.objects.get(kind="desk.campaign")
    jobs.run_job.func(job.pk)
    shown = signed_in.get(page).content.decode()
    given = signed_in.get(f"{page}{job.code}/download/")

    assert "Folder of the campaign (ZIP)" in shown
    assert given.headers["Content-Disposition"] == 'attachment; filename="letters-campaign.zip"'
    with zipfile.ZipFile(io.BytesIO(b"".join(given.streaming_content))) as pack:  # type: ignore[attr-defined]
        assert {"data/campaign.toml", "data/occasions.toml", "SHA256SUMS"} <= set(pack.namelist())


def test_a_post_that_is_shown_a_campaign_is_told_whose_it_is(signed_in: Client, people: People) -> None:
    ministry = make.organiser("ministry")
    people.office.parent = ministry
    people.office.save()
    campaign = make.campaign(ministry, "Letters", visibility="tree")

    refused = signed_in.post(f"/o/mission/campaigns/{campaign.code}/folder/start/")

    assert refused.status_code == 403
    assert "belongs to Ministry" in refused.content.decode()
    assert not Job.objects.filter(kind="desk.campaign").exists()


def test_a_file_is_loaded_once_and_then_changes_nothing(
    signed_in: Client, people: People, elsewhere: Campaign, tmp_path: Path
) -> None:
    content = packed(elsewhere, tmp_path)

    first = send(signed_in, content)
    again = send(signed_in, content)

    campaign = Campaign.objects.get(organiser=people.office)
    assert first.redirect_chain == [
        (reverse("occasions:campaign", args=["mission", campaign.code]), 302),
    ]
    assert "2 rows were made, 0 changed." in first.content.decode()
    assert "The campaign is in this office already; nothing was changed." in again.content.decode()
    assert Recognition.objects.filter(organiser=people.office).count() == 1
    assert Recognition.objects.filter(campaign=elsewhere).count() == 1


def test_what_is_no_campaign_is_refused_in_a_sentence(
    signed_in: Client, people: People, elsewhere: Campaign, tmp_path: Path
) -> None:
    event = make.event(elsewhere.organiser, ref="evening")
    write_event(event, tmp_path / "event")
    names = {
        "letters.zip is no whole ZIP file; copy it once more.": b"PK",
        "holds no campaign.toml; choose the file of a campaign.": zipped({"event.toml": b"[[event]]"}),
        "event.toml belongs to an event and not to a campaign": zipped(
            {
                "campaign.toml": b'campaign = "letters"',
                "event.toml": (tmp_path / "event/event.toml").read_bytes(),
            }
        ),
        "campaign.toml cannot be read:": zipped({"campaign.toml": b"campaign = letters"}),
        "there is no campaign “letters”; add it or correct the ref.": zipped(
            {"campaign.toml": b'campaign = "letters"'}
        ),
    }

    for sentence, sent in names.items():
        assert sentence in send(signed_in, sent).content.decode()

    assert not Campaign.objects.filter(organiser=people.office).exists()


def zipped(files: dict[str, bytes]) -> bytes:
    """A pack whose sums agree."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as pack:
        for name, content in files.items():
            pack.writestr(f"data/{name}", content)
        lines = (f"{hashlib.sha256(content).hexdigest()}  data/{name}\n" for name, content in files.items())
        pack.writestr("SHA256SUMS", "".join(lines))
    return kept.getvalue()
