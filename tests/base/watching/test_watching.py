"""What those who run the program see of it: numbers, lines, readiness and figures, and no guest in any."""

import asyncio
import json
import logging
import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.utils import timezone

from chancery.base import logs
from chancery.base.models import Job, OutboxMessage
from chancery.base.watching import beats, readiness
from chancery.base.watching.thin import watched
from chancery.directory.models import Person
from tests import make
from tests.conftest import People

HOSTILE = "Robert'); DROP TABLE guests;-- <script>x</script>"
ADDRESS = "ambassador.hostile@example.org"
TOKEN = "a token that nobody can guess"


class Lines(logging.Handler):
    """Keeps what an installation would have written, in both forms."""

    def __init__(self) -> None:
        super().__init__()
        self.plain: list[str] = []
        self.json: list[dict[str, Any]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.plain.append(logs.Plain().format(record))
        self.json.append(json.loads(logs.AsJson().format(record)))


@pytest.fixture
def lines() -> Iterator[Lines]:
    kept, root = Lines(), logging.getLogger()
    requests = logging.getLogger("chancery.requests")
    before = requests.level
    requests.setLevel(logging.INFO)
    root.addHandler(kept)
    yield kept
    root.removeHandler(kept)
    requests.setLevel(before)


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first page fails with a fault that names a guest."""

    def fail(*_given: object) -> None:
        try:
            raise ValueError(f"{HOSTILE} <{ADDRESS}>")
        except ValueError as fault:
            raise LookupError(f"no guest {HOSTILE}") from fault

    monkeypatch.setattr("chancery.accounts.middleware.LanguageOfTheReader.__call__", fail)


def faulty() -> Client:
    return Client(raise_request_exception=False)


@pytest.mark.django_db
def test_each_answer_has_a_number_and_keeps_that_of_a_server_in_front() -> None:
    first, second = Client().get("/account/sign-in/"), Client().get("/nowhere/")
    given = Client().get("/health/live", headers={"x-request-id": "5f0c2a7e-proxy"})
    refused = Client().get("/health/live", headers={"x-request-id": f'x" {HOSTILE}'})

    numbers = [response.headers["X-Request-ID"] for response in (first, second, refused)]
    assert given.headers["X-Request-ID"] == "5f0c2a7e-proxy"
    assert len({*numbers}) == 3
    assert all(len(number) == 32 and number.isalnum() for number in numbers)


@pytest.mark.django_db
def test_a_fault_has_one_number_on_its_page_in_its_answer_and_in_the_log(lines: Lines, failing: None) -> None:
    response = faulty().get("/")

    number = response.headers["X-Request-ID"]
    assert response.status_code == 500
    assert number in response.content.decode()
    assert any(f"[{number}]" in line for line in lines.plain)
    assert {line["request"] for line in lines.json} == {number}


@pytest.mark.django_db
def test_no_line_holds_a_name_or_an_address_of_a_guest(lines: Lines, failing: None) -> None:
    faulty().get("/", {"q": HOSTILE})
    faulty().post(f"/o/mission/people/{ADDRESS}/", {"name": HOSTILE, "email": ADDRESS})
    faulty().get("/health/live", {"q": HOSTILE}, headers={"user-agent": HOSTILE, "referer": f"/?q={ADDRESS}"})

    written = "\n".join(lines.plain) + json.dumps(lines.json)
    assert len(lines.json) >= 4
    assert not any(word in written for word in (HOSTILE, "DROP TABLE", ADDRESS, "hostile"))


@pytest.mark.django_db
def test_a_fault_tells_where_it_was_and_of_what_kind(lines: Lines, failing: None) -> None:
    faulty().get("/")

    fault = next(line["fault"] for line in lines.json if "fault" in line)
    assert fault.index("ValueError") < fault.index("LookupError")
    assert 'test_watching.py", line' in fault
    assert [line["message"] for line in lines.json if "fault" in line] == ["Internal Server Error: (no page)"]


@pytest.mark.django_db
def test_a_broken_constraint_is_named_without_its_values(lines: Lines) -> None:
    office = make.organiser("twice")
    try:
        make.organiser(office.ref)
    except Exception:
        logging.getLogger("chancery.test").exception("It stands there twice.")

    assert lines.json[0]["message"] == "It stands there twice."
    assert "IntegrityError" in lines.json[0]["fault"]
    assert "twice" not in lines.json[0]["fault"]
    if connection.vendor == "postgresql":
        assert "23505 " in lines.json[0]["fault"]


@pytest.mark.django_db
def test_a_line_about_a_request_holds_its_route_and_no_more(people: People, lines: Lines) -> None:
    client = Client()
    client.force_login(people.owner)

    client.get(f"/o/{people.office.ref}/people/", {"q": HOSTILE})

    line = next(line for line in lines.json if line["logger"] == "chancery.requests")
    assert {*line} == {
        "at",
        "level",
        "logger",
        "message",
        "request",
        "method",
        "route",
        "status",
        "milliseconds",
    }
    assert (line["method"], line["route"], line["status"]) == ("GET", "/o/<slug:ref>/people/", 200)


def test_the_process_says_that_it_lives_under_any_name() -> None:
    alive = Client().get("/health/live", headers={"host": "10.1.2.3:8000"})
    page = Client().get("/account/sign-in/", headers={"host": "10.1.2.3:8000"})

    assert (alive.status_code, alive.content) == (200, b"alive\n")
    assert alive.headers["Cache-Control"] == "no-store"
    assert page.status_code == 400


@pytest.fixture
def home(tmp_path: Path, settings: Any) -> Path:
    settings.HOME = tmp_path
    readiness._compare.cache_clear()
    return tmp_path


def ready(question: str = "") -> tuple[int, dict[str, object]]:
    response = Client().get(f"/health/ready{question}")
    return response.status_code, response.json()


WELL = {"ready": True, "database": "ok", "tables": "ok", "home": "ok", "worker": "ok"}


@pytest.mark.django_db
def test_an_office_is_ready_with_its_database_tables_home_and_worker(home: Path) -> None:
    beats.beat(home)

    assert ready() == ready("?with=worker") == (200, WELL)


@pytest.mark.django_db
def test_an_office_without_its_worker_answers_and_says_so(home: Path) -> None:
    told = WELL | {"worker": "failed"}

    assert ready() == (200, told)
    assert ready("?with=worker") == (503, told | {"ready": False})


@pytest.mark.django_db
def test_tables_older_than_the_program_are_not_ready(home: Path) -> None:
    beats.beat(home)
    newest = max(name for app, name in MigrationRecorder(connection).applied_migrations() if app == "base")
    MigrationRecorder(connection).record_unapplied("base", newest)

    behind = ready()
    MigrationRecorder(connection).record_applied("base", newest)

    assert behind == (503, WELL | {"ready": False, "tables": "failed"})
    assert ready() == (200, WELL)


@pytest.mark.django_db
def test_a_home_that_cannot_be_written_is_not_ready(home: Path, settings: Any) -> None:
    settings.HOME = home / "gone"

    assert ready() == (503, WELL | {"ready": False, "home": "failed", "worker": "failed"})


@pytest.fixture
def unreachable(transactional_db: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The database does not answer."""
    connection.close()
    with monkeypatch.context() as patched:
        patched.setitem(connection.settings_dict, "NAME", "/nowhere/at/all")
        yield
        connection.close()


def test_a_database_that_does_not_answer_is_not_ready(home: Path, unreachable: None) -> None:
    beats.beat(home)

    assert ready() == (503, WELL | {"ready": False, "database": "failed", "tables": "failed"})


def test_figures_say_that_the_database_does_not_answer(home: Path, unreachable: None) -> None:
    response = Client().get("/metrics")

    assert response.status_code == 200
    assert "\nchancery_database_up 0.0\n" in response.content.decode()
    assert "chancery_outbox_messages{" not in response.content.decode()


@pytest.mark.parametrize(
    ("chosen", "headers", "address", "status"),
    [
        ("loopback", {}, "127.0.0.1", 200),
        ("loopback", {}, "::1", 200),
        ("loopback", {}, "192.0.2.7", 404),
        ("loopback", {}, "", 404),
        ("loopback", {"x-forwarded-for": "127.0.0.1"}, "127.0.0.1", 404),
        ("loopback", {"x-forwarded-proto": "https"}, "127.0.0.1", 404),
        ("loopback", {"authorization": f"Bearer {TOKEN}"}, "192.0.2.7", 404),
        ("off", {}, "127.0.0.1", 404),
        ("off", {"authorization": "Bearer off"}, "127.0.0.1", 404),
        (TOKEN, {"authorization": f"Bearer {TOKEN}"}, "192.0.2.7", 200),
        (TOKEN, {"authorization": f"Bearer {TOKEN}x"}, "192.0.2.7", 404),
        (TOKEN, {"authorization": "Bearer é"}, "192.0.2.7", 404),
        (TOKEN, {}, "127.0.0.1", 404),
    ],
)
@pytest.mark.django_db
def test_figures_are_for_whom_the_settings_say(
    settings: Any, chosen: str, headers: dict[str, str], address: str, status: int
) -> None:
    settings.METRICS = chosen

    response = Client().get("/metrics", headers=headers, REMOTE_ADDR=address)

    assert response.status_code == status
    assert (b"chancery_" in response.content) == (status == 200)


def figures() -> str:
    return Client().get("/metrics").content.decode()


@pytest.mark.django_db
def test_figures_count_the_outbox_and_the_jobs(people: People) -> None:
    now = timezone.now()
    for number, state in enumerate(["waiting", "waiting", "refused"]):
        OutboxMessage.objects.create(
            key=str(number),
            kind="base.test",
            object_id=1,
            recipient=ADDRESS,
            domain="example.org",
            message_id=f"<{number}@example.org>",
            sealed=b"",
            state=state,
            next_try_at=now - timedelta(seconds=90),
        )
    for state in ("waiting", "failed", "done"):
        Job.objects.create(organiser_id=people.office.pk, kind="base.test", state=state, created_at=now)

    told = figures()

    assert 'chancery_outbox_messages{state="waiting"} 2.0' in told
    assert 'chancery_outbox_messages{state="refused"} 1.0' in told
    assert 'chancery_outbox_messages{state="sent"} 0.0' in told
    assert 'chancery_jobs{state="waiting"} 1.0' in told
    assert 'chancery_jobs{state="failed"} 1.0' in told
    assert 'chancery_jobs{state="done"}' not in told
    assert float(told.split("\nchancery_outbox_oldest_due_seconds ")[1].split()[0]) >= 90
    assert ADDRESS not in told


@pytest.mark.django_db
def test_figures_name_routes_and_nobody(people: People) -> None:
    client = Client()
    client.force_login(people.owner)
    person: Person = make.person(people.office, HOSTILE)

    client.get(f"/o/{people.office.ref}/people/{person.code}/", {"q": HOSTILE})
    client.get(f"/{ADDRESS}/", headers={"user-agent": HOSTILE})
    client.generic(f"BREW{'X' * 20}", "/account/sign-in/")
    told = figures()

    assert (
        'route="/o/<slug:ref>/people/<str:person>/"' in told or 'route="/o/<slug:ref>/people/<slug:' in told
    )
    assert 'chancery_requests_total{method="GET",route="(no page)",status="404"}' in told
    assert 'method="other"' in told
    office = f"/o/{people.office.ref}/"
    assert not any(word in told for word in ("BREW", person.code, office, ADDRESS, "DROP TABLE"))


@pytest.mark.django_db
def test_figures_ask_as_much_for_many_messages_as_for_few(
    people: People, django_assert_num_queries: Any
) -> None:
    figures()

    for _ in range(3):
        Job.objects.create(organiser_id=people.office.pk, kind="base.test")
        with django_assert_num_queries(5):
            figures()


def test_thin_routes_are_numbered_and_pages_behind_them_once() -> None:
    sent: list[dict[str, Any]] = []

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"method": "POST", "headers": [(b"x-request-id", b"from-the-proxy")]}

    async def answer(headers: list[tuple[bytes, bytes]]) -> None:
        await watched(scope, send, "(scans)")(
            {"type": "http.response.start", "status": 200, "headers": headers}
        )

    asyncio.run(answer([(b"cache-control", b"no-store")]))
    asyncio.run(answer([(b"X-Request-ID", b"of-a-page")]))

    assert [dict(message["headers"]) for message in sent] == [
        {b"cache-control": b"no-store", b"x-request-id": b"from-the-proxy"},
        {b"X-Request-ID": b"of-a-page"},
    ]


def test_the_sign_of_life_grows_old(tmp_path: Path) -> None:
    assert (beats.age(tmp_path), beats.is_alive(tmp_path)) == (None, False)

    beats.beat(tmp_path)
    assert beats.is_alive(tmp_path)

    old = (tmp_path / beats.NAME).stat().st_mtime - beats.LATE_SECONDS - 1
    os.utime(tmp_path / beats.NAME, (old, old))
    assert not beats.is_alive(tmp_path)
