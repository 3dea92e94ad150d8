"""Work that somebody does at a browser or a telephone."""

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from html import unescape
from typing import Any
from uuid import UUID, uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from chancery.accounts.models import Organiser
from chancery.base.models import Job
from chancery.directory.models import Import, Person
from chancery.door.models import Device, Presence, Scan
from chancery.door.routes import SCANS
from chancery.events.models import Event
from chancery.guests.models import Reply, Wave
from chancery.record.models import Photo, Release
from chancery.seating.models import Placement, Plan
from support.faults.client import Answer, Client
from support.faults.works import Work, a_day, is_over, is_true
from support.tickets import Tickets, tickets
from tests import make, pictures
from tests.guests import reply_built, waves_built
from tests.record import communique_built
from tests.seating import built as seating_built
from tests.seating import dinner
from tests.seating.paged import coming

DONE = {200, 302, 303}
PART_BYTES = 20_000


def hidden(page: str, name: str) -> str:
    """The value of a hidden field of a page."""
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    return unescape(found[1]) if found else ""


@dataclass
class Invitations(Work):
    """A wave is looked at and sent; its messages are written by a job and carried by postmen."""

    name: str = "invitations"
    event: Event = field(init=False)
    wave: Wave = field(init=False)

    def build(self, office: Organiser) -> None:
        self.event = waves_built.planned_event(office, held_on=a_day())
        guests = [waves_built.reachable(self.event, f"Guest Number{number}") for number in range(10)]
        self.wave = waves_built.wave(self.event, *guests)

    def do(self, client: Client) -> None:
        route = {"ref": self.event.organiser.ref, "code": self.event.code, "wave": self.wave.code}
        before = client.get(reverse("guests:before", kwargs=route))
        sent = {"shown": hidden(before.text, "shown")}
        client.post(reverse("guests:send-wave", kwargs=route), sent, takes=DONE)
        self.confirmed.append("sent")
        client.wait_until(is_true(lambda: Wave.objects.get(pk=self.wave.pk).state == Wave.State.SENT))

    def faults(self) -> Iterator[str]:
        wave = Wave.objects.get(pk=self.wave.pk)
        if self.confirmed and wave.state != Wave.State.SENT:
            yield f"the wave was begun and is {wave.state}"


@dataclass
class Replies(Work):
    """Guests answer by their links, each form with its key, sent again where no answer came."""

    name: str = "replies"
    parties: list[reply_built.Party] = field(default_factory=list)

    def build(self, office: Organiser) -> None:
        event = reply_built.coming_event()
        self.parties = [reply_built.invited(event, f"Guest Number{number}") for number in range(6)]

    def do(self, client: Client) -> None:
        for place, party in enumerate(self.parties):
            form = client.get(party.address())
            sent = {"form_key": hidden(form.text, "form_key")}
            answer = "accept" if place % 2 else "regret"
            client.post(party.address(f"{answer}/"), sent, takes=DONE)
            self.confirmed.append(f"{party.invitation.pk} {answer}")

    def faults(self) -> Iterator[str]:
        said = {"accept": "accepted", "regret": "regretted"}
        for told in self.confirmed:
            party, _space, answer = told.partition(" ")
            stored = list(Reply.objects.filter(invitation=int(party)).values_list("standing", flat=True))
            if stored != [said[answer]]:
                yield f"party {party} was told {answer} is taken, kept is {stored}"


@dataclass
class DoorScans(Work):
    """Two telephones hand in scans, one by one and many after a while without network."""

    name: str = "door"
    made: Tickets = field(init=False)

    def build(self, office: Organiser) -> None:
        self.made = tickets(30, devices=2)
        Device.objects.filter(door__event=self.made.event).update(expires_at=timezone.now() + timedelta(400))

    def do(self, client: Client) -> None:
        codes, turn = list(self.made.codes), 0
        while codes:
            number = (1, 1, 3, 7)[turn % 4]
            batch, codes, turn = codes[:number], codes[number:], turn + 1
            scans = [(str(uuid4()), code) for code in batch]
            told = self._told(scans, was_offline=number == 7)
            sent = client.post_json(SCANS, told, authorization=f"Device {self.made.token}{turn % 2}")
            assert b"taken" in sent.body
            self.confirmed += [uid for uid, _code in scans]

    def _told(self, scans: list[tuple[str, str]], *, was_offline: bool) -> dict[str, Any]:
        now = int(timezone.now().timestamp() * 1000)
        shown = {"kind": "admit", "how": "pass", "people": 1, "device_at": now, "at": now, "undoes": None}
        each = [
            shown | {"uid": uid, "party": code, "words": "", "was_offline": was_offline}
            for uid, code in scans
        ]
        return {"scans": each, "waiting": 0, "device_at": now}

    def faults(self) -> Iterator[str]:
        kept = {str(uid) for uid in Scan.objects.filter(event=self.made.event).values_list("uid", flat=True)}
        yield from (f"scan {uid} was taken and is lost" for uid in self.confirmed if uid not in kept)
        yield from (
            f"party {row.participation_id} came {row.came} times"
            for row in Presence.objects.filter(event=self.made.event).exclude(came__in=(0, 1)).order_by("pk")
        )
        confirmed = [UUID(uid) for uid in self.confirmed]
        for scan in Scan.objects.filter(uid__in=confirmed).order_by("pk"):
            if not Presence.objects.filter(participation=scan.participation_id, came=1).exists():
                yield f"the party of scan {scan.uid} is not counted as here"


@dataclass
class Seating(Work):
    """A search for the best plan runs; its proposal is looked at and taken as one step."""

    name: str = "seating"
    plan: Plan = field(init=False)

    def build(self, office: Organiser) -> None:
        event = make.event(office, "Dinner", held_on=a_day(), languages=["en"])
        for number in range(6):
            coming(event, f"Guest Number{number}")
        self.plan = seating_built.plan(event, room=seating_built.room(office, layout=dinner.TABLES))

    def do(self, client: Client) -> None:
        event = self.plan.event
        route = {"ref": event.organiser.ref, "code": event.code, "plan": self.plan.code}
        client.post(reverse("seating:solve", kwargs=route), {"moves": 20_000, "seed": 1}, takes=DONE)
        client.wait_until(is_true(self._is_found), seconds=8)
        if not is_true(self._is_found)():
            return
        address = reverse("seating:propose", kwargs=route | {"deed": "solved"})
        shown = client.get(address)
        if key := hidden(shown.text, "key"):
            client.post(address, {"key": key, "revision": hidden(shown.text, "revision")}, takes=DONE)
            self.confirmed.append("taken")

    def _is_found(self) -> bool:
        plan = Plan.objects.select_related("job").get(pk=self.plan.pk)
        return plan.job is not None and is_over(plan.job)

    def faults(self) -> Iterator[str]:
        number = Placement.objects.filter(plan=self.plan).count()
        if number not in ((6,) if self.confirmed else (0, 6)):
            yield f"{number} of 6 have a seat"


@dataclass
class Photographs(Work):
    """A photograph comes in parts; after each break the sender asks how far it came."""

    name: str = "photographs"
    event: Event = field(init=False)
    content: bytes = b""

    def build(self, office: Organiser) -> None:
        self.event = make.event(office, "Reception", held_on=a_day(-3))
        self.content = pictures.picture(1600, 1200)
        self.content += bytes(max(0, 6 * PART_BYTES - len(self.content)))

    def do(self, client: Client) -> None:
        where = self._begin(client)
        offset = 0
        while offset < len(self.content):
            offset = self._send_part(client, where, offset)
        self.confirmed.append("whole")
        client.wait_until(is_true(lambda: not Photo.objects.filter(file__state="waiting").exists()))

    def _begin(self, client: Client) -> str:
        address = reverse("record:photos-uploads", args=[self.event.organiser.ref, self.event.code])
        told = {
            "Tus-Resumable": "1.0.0",
            "Upload-Length": str(len(self.content)),
            "Upload-Metadata": f"filename {base64.b64encode(b'DSC_1.jpg').decode()}",
        }
        begun = client.until(address, lambda: client.ask("POST", address, headers=told), {201})
        return begun.headers["location"]

    def _send_part(self, client: Client, where: str, offset: int) -> int:
        """Send the next part; where that fails, ask how far the file came."""
        told = {"Tus-Resumable": "1.0.0", "Upload-Offset": str(offset)}
        told["Content-Type"] = "application/offset+octet-stream"
        part = self.content[offset : offset + PART_BYTES]
        sent = client.ask("PATCH", where, body=part, headers=told)
        if sent.status == 204:
            return int(sent.headers["upload-offset"])

        def ask() -> Answer:
            return client.ask("HEAD", where, headers={"Tus-Resumable": "1.0.0"})

        return int(client.until(f"HEAD {where}", ask, {200}).headers["upload-offset"])

    def faults(self) -> Iterator[str]:
        number = Photo.objects.filter(event=self.event).count()
        if self.confirmed and number != 1:
            yield f"the photograph came whole and there are {number}"


@dataclass
class Communique(Work):
    """A text is released in one step: frozen, published, and sent to its media list."""

    name: str = "communique"
    event: Event = field(init=False)
    media_list: str = ""

    def build(self, office: Organiser) -> None:
        self.event = communique_built.an_evening(office)
        communique_built.a_reviewed_edition(self.event)
        emails = [f"press{number}@media{number}.example" for number in range(5)]
        self.media_list = communique_built.a_media_list(office, "Local", *emails).code

    def do(self, client: Client) -> None:
        address = reverse("record:release", args=[self.event.organiser.ref, self.event.code])
        asked = [("languages", "en"), ("lists", self.media_list)]
        shown = client.post_list(address, [*asked, ("do", "look")], takes={200})
        sent = [*asked, ("do", "release"), ("shown", hidden(shown.text, "shown"))]
        client.post_list(address, sent, takes=DONE)
        self.confirmed.append("released")

    def faults(self) -> Iterator[str]:
        number = Release.objects.filter(edition__communique__event=self.event).count()
        if number != 1:
            yield f"released {number} times"


@dataclass
class ListImport(Work):
    """A list is brought, its columns told, and written into the directory by a job."""

    name: str = "import"
    before: int = 0
    office: Organiser = field(init=False)

    def build(self, office: Organiser) -> None:
        self.office = office

    def do(self, client: Client) -> None:
        people = Person.objects.filter(organiser=self.office, sort_name__startswith="Imported")
        brought = self._bring(client)
        route = {"ref": self.office.ref, "batch": brought}
        columns = reverse("directory:import_columns", kwargs=route)
        client.post(columns, {"column_0": "name", "column_1": "email"}, takes=DONE)
        client.wait_until(is_true(lambda: self._state() not in ("uploaded", "checking")))
        client.post(reverse("directory:import_write", kwargs=route), {}, takes=DONE)
        client.wait_until(is_true(lambda: self._state() == Import.State.DONE))
        if is_true(lambda: people.count() == 30)():
            self.confirmed.append("written")

    def _bring(self, client: Client) -> str:
        """Bring the file; where no answer came, look among the lists before it is brought again."""
        address = reverse("directory:imports", args=[self.office.ref])
        rows = "".join(f"Person{n} Imported;p{n}@example.org\r\n" for n in range(30))
        text = f"Name;E-mail\r\n{rows}".encode()

        def ask() -> Answer:
            listed = client.ask("GET", address)
            found = re.search(rf"{address}(\w{{12}})/", listed.text)
            if found and self.is_brought:
                return Answer(address, 302, {"location": f"{address}{found[1]}/"}, b"")
            self.is_brought = True
            return client.send_file(address, {"file": SimpleUploadedFile("list.csv", text)})

        self.is_brought = False
        answer = client.until(address, ask, {302})
        return answer.headers["location"].rstrip("/").rpartition("/")[2]

    def _state(self) -> str:
        return Import.objects.filter(organiser=self.office).latest("pk").state

    def faults(self) -> Iterator[str]:
        number = Person.objects.filter(organiser=self.office, sort_name__startswith="Imported").count()
        lost = Job.objects.filter(kind__startswith="directory.", state=Job.State.FAILED).exists()
        if number not in ((30,) if self.confirmed else (0, 30)):
            yield f"{number} of 30 rows are in the directory"
        if lost:
            yield "the job of the list failed"


def all_served() -> list[Work]:
    """Every kind of work that is done over HTTP."""
    return [Invitations(), Replies(), DoorScans(), Seating(), Photographs(), Communique(), ListImport()]
