"""A whole campaign as a folder: the same bytes after a journey, nothing twice, nothing half."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import typer
from django.core.files.uploadedfile import SimpleUploadedFile
from typer.testing import CliRunner

from chancery.accounts.models import Organiser
from chancery.base import media
from chancery.base.audit import Actor
from chancery.base.models import AuditLine, StoredFile
from chancery.campaign.models import CampaignClaim, StatedTotal
from chancery.campaign.queries.totals import recounted
from chancery.desk import commands
from chancery.desk.archive.campaigns import write_campaign
from chancery.desk.archive.columns import UnreadableFolder
from chancery.desk.archive.office import office_for
from chancery.desk.archive.reading import LoadedFolder, load_folder
from chancery.directory.models import Body, Person
from chancery.events.models import GlossaryTerm
from chancery.exhibition.models import Film
from chancery.occasions.models import Campaign, CampaignPartner, Recognition, RecognitionStep, SharedText
from tests import films, make

THEN = datetime(2020, 1, 1, 12, tzinfo=UTC)
NOW = datetime(2024, 5, 2, 9, tzinfo=UTC)
HEAD = 'campaign = "letters"\n\n'


@pytest.fixture(autouse=True)
def own_media_folder(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def office(db: Any) -> Organiser:
    return make.organiser("ministry")


@pytest.fixture
def campaign(office: Organiser) -> Campaign:
    """A campaign with everything that hangs on one."""
    campaign = make.campaign(
        office,
        ref="letters",
        aims={"en": "Letters are read.", "ro": "Scrisorile se citesc."},
        initiator=make.person(office, ref="ana"),
    )
    CampaignPartner.objects.create(campaign=campaign, printed={"en": "A sample partner"}, role="media")
    GlossaryTerm.objects.create(
        organiser=office, ref="night", campaign=campaign, meaning="that night", texts={"en": "that night"}
    )
    make.shared_text(campaign, ref="words")
    make.edition(office, ref="candles", campaign=campaign)
    senate = make.body(office, ref="senate")
    make.recognition(
        campaign,
        "",
        body=senate,
        ref="r1",
        votes_for=12,
        word="letter",
        word_language="en",
        document=document(office),
        recorded_at=datetime(2019, 1, 1, tzinfo=UTC),
    )
    step("r1", "adopted", "2010-03-04", datetime(2019, 1, 1, tzinfo=UTC))
    step(
        "r1",
        "repealed",
        "2012",
        datetime(2019, 2, 1, tzinfo=UTC),
        taken_back_at=datetime(2019, 3, 1, 8, 0, 0, 250, tzinfo=UTC),
        taken_back_because="another text",
    )
    CampaignClaim.objects.create(
        organiser=office,
        ref="signed",
        campaign=campaign,
        about="signatures",
        value=120_000,
        body=senate,
        followed_by_name="Ana Sample",
        followed_because="The list was seen.",
        followed_at=NOW,
    )
    StatedTotal.objects.create(
        organiser=office,
        ref="stated",
        campaign=campaign,
        question={"counted": ["texts"], "status": ["adopted"], "body": [senate.code, "~sample senate"]},
        day="2020-01-01",
        known_at=THEN,
        value=1,
        at_most=1,
        texts=["r1", "gone"],
        said_in="Report 2019",
    )
    return campaign


def document(office: Organiser) -> StoredFile:
    sent = SimpleUploadedFile("text.txt", b"Said in the hall: letters.")
    return media.receive(sent, kind=StoredFile.Kind.DOCUMENT, by=Actor(office.pk))


def step(ref: str, status: str, on: str, recorded_at: datetime, **fields: Any) -> RecognitionStep:
    return RecognitionStep.objects.create(
        recognition=Recognition.objects.get(ref=ref), status=status, on=on, recorded_at=recorded_at, **fields
    )


def load(folder: Path, office: Organiser) -> LoadedFolder:
    return load_folder(folder, organiser=office, by=Actor(office.pk))


def contents(folder: Path) -> dict[str, bytes]:
    """The bytes of all files but the office's own description, by their names."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != "office.toml")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_a_campaign_comes_out_of_another_office_as_it_went_in(campaign: Campaign, tmp_path: Path) -> None:
    write_campaign(campaign, tmp_path / "one")
    alone = make.organiser("alone")

    loaded = load(tmp_path / "one", alone)
    assert isinstance(loaded.subject, Campaign)
    write_campaign(loaded.subject, tmp_path / "two")

    assert set(contents(tmp_path / "one")) >= {
        "campaign.toml",
        "occasions.toml",
        "directory.toml",
        "files.toml",
    }
    assert "event.toml" not in contents(tmp_path / "one")
    assert contents(tmp_path / "two") == contents(tmp_path / "one")
    assert loaded.subject.organiser == alone
    assert {term.meaning for term in GlossaryTerm.objects.filter(organiser=alone)} == {"that night"}
    assert SharedText.objects.get(organiser=alone).ref == "words"


def test_figures_that_came_along_still_rest_on_their_texts(campaign: Campaign, tmp_path: Path) -> None:
    write_campaign(campaign, tmp_path)
    alone = make.organiser("alone")

    load(tmp_path, alone)

    stated = StatedTotal.objects.get(organiser=alone)
    body = Body.objects.get(organiser=alone, ref="senate")
    assert stated.question["body"] == [body.code, "~sample senate"]
    again = recounted(stated, NOW)
    assert (again.then.value, again.gone, list(again.come)) == (1, ["gone"], [])
    claim = CampaignClaim.objects.get(organiser=alone)
    assert (claim.body, claim.followed_by, claim.followed_by_name) == (body, None, "Ana Sample")
    text = Recognition.objects.get(organiser=alone)
    assert text.document
    assert media.path_of(text.document).read_bytes() == b"Said in the hall: letters."


def test_a_folder_loaded_where_it_came_from_changes_nothing(campaign: Campaign, tmp_path: Path) -> None:
    write_campaign(campaign, tmp_path)
    steps = set(RecognitionStep.objects.values_list("code", flat=True))
    lines = AuditLine.objects.count()

    again = load(tmp_path, campaign.organiser)

    assert (again.subject, again.created, again.changed) == (campaign, 0, 0)
    assert AuditLine.objects.count() == lines
    assert set(RecognitionStep.objects.values_list("code", flat=True)) == steps


def test_a_load_adds_steps_and_takes_none_away(campaign: Campaign, tmp_path: Path) -> None:
    write_campaign(campaign, tmp_path)
    text = Recognition.objects.get(ref="r1")
    kept = step("r1", "rejected", "2015", NOW)
    written = (tmp_path / "campaign.toml").read_text()
    told = 'status = "proposed"\non = "2009"\nrecorded_at = 2021-01-01T00:00:00Z\n'
    (tmp_path / "campaign.toml").write_text(
        written.replace("[[recognition.steps]]", f"[[recognition.steps]]\n{told}\n[[recognition.steps]]", 1)
    )

    loaded = load(tmp_path, campaign.organiser)

    assert loaded.changed == 1
    assert kept in text.steps.all()
    assert sorted(text.steps.values_list("status", flat=True)) == [
        "adopted",
        "proposed",
        "rejected",
        "repealed",
    ]


def test_texts_of_posts_go_along_and_whom_only_a_post_knows_as_printed(
    office: Organiser, campaign: Campaign, tmp_path: Path
) -> None:
    Campaign.objects.filter(pk=campaign.pk).update(visibility="tree")
    post = make.organiser("post", parent=office)
    own = make.body(post, "Town hall", ref="town")
    make.recognition(campaign, "", organiser=post, body=own, ref="r2")
    StatedTotal.objects.filter(ref="stated").update(texts=["r1", "post/r2"])
    write_campaign(campaign, tmp_path / "one")
    alone = make.organiser("alone")

    again = load(tmp_path / "one", office)
    load(tmp_path / "one", alone)

    assert (again.created, again.changed) == (0, 0)
    assert "town" not in (tmp_path / "one" / "directory.toml").read_text()
    came = Recognition.objects.get(organiser=alone, ref="r2")
    assert (came.body, came.printed_body) == (None, {"en": "Town hall"})
    assert StatedTotal.objects.get(organiser=alone).texts == ["r1", "r2"]
    write_campaign(came.campaign, tmp_path / "two")
    assert contents(tmp_path / "two") == contents(tmp_path / "one")


def test_films_that_the_campaign_offers_go_along(
    office: Organiser, campaign: Campaign, tmp_path: Path
) -> None:
    film = films.kept_film(office)
    Film.objects.filter(organiser=office).update(campaign=None, poster=None)
    Film.objects.filter(pk=film.pk).update(campaign=campaign)
    write_campaign(campaign, tmp_path)
    alone = make.organiser("alone")

    load(tmp_path, alone)

    assert [made.ref for made in Film.objects.filter(organiser=alone)] == [film.ref]


REFUSED = {
    "no campaign at the head": (
        '[[recognition]]\nref = "r1"\n',
        "campaign.toml, recognition 1 (r1) has no field “campaign”; add it.",
    ),
    "a campaign that is not there": (
        'campaign = "other"\n',
        "campaign.toml, its head: there is no campaign “other”; add it or correct the ref.",
    ),
    "no moment of the record": (
        HEAD + '[[recognition]]\nref = "r1"\nlevel = "city"\nkind = "law"\nprinted_body = { en = "A" }\n',
        "campaign.toml, recognition 1 (r1) has no field “recorded_at”; add it.",
    ),
    "a text of nobody": (
        HEAD
        + '[[recognition]]\nref = "r1"\nlevel = "city"\nkind = "law"\nrecorded_at = 2020-01-01T00:00:00Z\n',
        "campaign.toml, recognition 1 (r1): name the body, or write it as printed.",
    ),
    "a step of no kind": (
        HEAD + '[[recognition]]\nref = "r1"\nlevel = "city"\nkind = "law"\nprinted_body = { en = "A" }\n'
        "recorded_at = 2020-01-01T00:00:00Z\n"
        'steps = [ { status = "lost", recorded_at = 2020-01-01T00:00:00Z } ]\n',
        (
            "campaign.toml, recognition 1 (r1), steps 1, field “status”: “lost” does not fit; write one of "
            "proposed, submitted, adopted, rejected, repealed."
        ),
    ),
    "a question that is none": (
        HEAD + '[[stated_total]]\nref = "t"\nquestion = { counted = "texts" }\nday = 2020-01-01\n'
        "known_at = 2020-01-01T00:00:00Z\nvalue = 1\nat_most = 1\n",
        (
            "campaign.toml, stated_total 1 (t), field “question”: “{'counted': 'texts'}” does not fit; "
            'write lists of texts, as { counted = ["texts"], status = ["adopted"] }.'
        ),
    ),
    "two claims that are followed": (
        HEAD
        + "".join(
            f'[[claim]]\nref = "{ref}"\nabout = "reach"\nvalue = 1\nclaimant = "A"\nfollowed_by_name = "B"\n'
            'followed_because = "C"\nfollowed_at = 2020-01-01T00:00:00Z\n'
            for ref in ("one", "two")
        ),
        (
            "campaign.toml, claims one and two: they are about one matter and both are followed; "
            "follow one of them."
        ),
    ),
    "a claim of nobody": (
        HEAD + '[[claim]]\nref = "one"\nvalue = 1\n',
        "campaign.toml, claim 1 (one): name who says so.",
    ),
}


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_what_cannot_be_loaded_is_told_in_one_sentence_and_leaves_nothing(
    office: Organiser, tmp_path: Path, case: str
) -> None:
    text, sentence = REFUSED[case]
    (tmp_path / "occasions.toml").write_text('[[campaign]]\nref = "letters"\nnames = { en = "Letters" }\n')
    (tmp_path / "campaign.toml").write_text(text)

    with pytest.raises(UnreadableFolder) as refused:
        load(tmp_path, office)

    assert str(refused.value) == sentence
    assert not Campaign.objects.exists()
    assert not AuditLine.objects.filter(code="desk.archive.loaded").exists()


def test_a_total_on_record_stays_as_it_was_stated(campaign: Campaign, tmp_path: Path) -> None:
    write_campaign(campaign, tmp_path)
    path = tmp_path / "campaign.toml"
    path.write_text(path.read_text().replace("value = 1\n", "value = 2\n"))

    with pytest.raises(
        UnreadableFolder, match=r"stated_total 1 \(stated\), field “value”: it is on record as “1”"
    ):
        load(path.parent, campaign.organiser)


def test_the_command_writes_a_folder_or_one_file_that_loads_elsewhere(
    campaign: Campaign, tmp_path: Path
) -> None:
    folder, packed = str(tmp_path / "one"), str(tmp_path / "letters.zip")
    runs = [run("export-campaign", "letters", "--out", out) for out in (folder, packed)]
    make.organiser("alone")

    loaded = run("load", packed, "--office", "alone")
    again = run("load", folder, "--office", "alone")

    assert [each.exit_code for each in (*runs, loaded, again)] == [0, 0, 0, 0]
    assert loaded.output.startswith("letters: ")
    assert again.output == "letters: 0 rows made, 0 changed.\n"
    assert Campaign.objects.filter(organiser__ref="alone").exists()


def test_the_campaign_of_the_manual_can_be_loaded(db: Any, tmp_path: Path) -> None:
    manual = (Path(__file__).parents[2] / "docs" / "user" / "event-folder.md").read_text()
    section = manual.partition("## campaign.toml")[2]
    (tmp_path / "campaign.toml").write_text(section.partition("```toml\n")[2].partition("```")[0])
    (tmp_path / "occasions.toml").write_text('[[campaign]]\nref = "letters"\nnames = { en = "Letters" }\n')
    (tmp_path / "office.toml").write_text('ref = "new"\nnames = { en = "New" }\ncity = "Bucharest"\n')
    office = office_for(tmp_path)

    load(tmp_path, office)

    assert Recognition.objects.get(organiser=office).steps.get().status == "adopted"
    assert not Person.objects.exists()


def run(*arguments: str) -> Any:
    app = typer.Typer()
    commands.register(app)
    return CliRunner().invoke(app, arguments)
