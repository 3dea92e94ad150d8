"""Traces reach a collector with routes and numbers, and without a key, a name or a statement."""

import json
import logging
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django_tasks_db.models import DBTaskResult
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from chancery import checks
from chancery.base import jobs, logs
from chancery.base.watching import tracing
from chancery.configuration import UnusableConfiguration, read_configuration
from tests import make
from tests.conftest import People

HOSTILE = "Robert'); DROP TABLE guests;--"
KEY = "k3yOfAReplyThatNobodyMayKnow2345"
IN_FRONT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"

type Spans = list[dict[str, Any]]


class Collector:
    """A server that takes spans as collectors do, and keeps them."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []
        kept = self.bodies

        class Taking(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                if self.path == "/v1/traces":
                    kept.append(body)
                self.send_response(200)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_words: object) -> None:
                """Nobody reads it."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Taking)
        self.endpoint = f"http://127.0.0.1:{self.server.server_address[1]}"

    def spans(self) -> Spans:
        """What has come, after everything that waited was sent."""
        tracing.provider(self.endpoint).force_flush()
        return [_read(span) for body in self.bodies for span in _spans_of(body)]


def _spans_of(body: bytes) -> Iterator[Any]:
    for resource in ExportTraceServiceRequest.FromString(body).resource_spans:
        for scope in resource.scope_spans:
            yield from scope.spans


def _read(span: Any) -> dict[str, Any]:
    words = {each.key: getattr(each.value, each.value.WhichOneof("value")) for each in span.attributes}
    return words | {
        "name": span.name,
        "trace": span.trace_id.hex(),
        "parent": span.parent_span_id.hex(),
        "failed": span.status.code == 2,
        "events": len(span.events),
    }


@pytest.fixture
def collector(settings: Any) -> Iterator[Collector]:
    found = Collector()
    thread = Thread(target=found.server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    settings.OTEL_ENDPOINT = found.endpoint
    yield found
    tracing.provider(found.endpoint).shutdown()
    tracing.provider.cache_clear()
    found.server.shutdown()
    thread.join()
    found.server.server_close()


class Lines(logging.Handler):
    """Keeps what an installation would have written as JSON."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.kept: list[dict[str, Any]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.kept.append(json.loads(logs.AsJson().format(record)))


@pytest.fixture
def lines() -> Iterator[list[dict[str, Any]]]:
    kept = Lines()
    named = [logging.getLogger(name) for name in ("chancery.requests", "chancery.jobs")]
    loggers = {logger: logger.level for logger in named}
    for logger in loggers:
        logger.addHandler(kept)
        logger.setLevel(logging.INFO)
    yield kept.kept
    for logger, before in loggers.items():
        logger.removeHandler(kept)
        logger.setLevel(before)


pytestmark = [pytest.mark.loopback, pytest.mark.django_db]


def test_a_request_is_a_span_by_its_route_within_the_trace_of_a_server_in_front(
    people: People, collector: Collector, lines: list[dict[str, Any]]
) -> None:
    client = Client()
    client.force_login(people.owner)

    answer = client.get(f"/o/{people.office.ref}/people/", {"q": HOSTILE}, headers={tracing.PARENT: IN_FRONT})

    (span,) = collector.spans()
    assert answer.status_code == 200
    assert span["name"] == "GET /o/<slug:ref>/people/"
    assert (span["http.route"], span["http.response.status_code"]) == ("/o/<slug:ref>/people/", 200)
    assert span["chancery.request"] == answer.headers["X-Request-ID"]
    assert f"00-{span['trace']}-{span['parent']}-01" == IN_FRONT
    assert span["chancery.database.times"] > 0
    assert lines[-1]["trace"] == span["trace"]
    assert lines[-1]["request"] == span["chancery.request"]


def test_no_span_holds_a_key_a_name_or_a_statement(
    people: People, collector: Collector, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object) -> None:
        raise LookupError(f"no guest {HOSTILE}")

    for address in (f"/r/{KEY}/", f"/calendar/{KEY}.ics", f"/account/link/{KEY}/", f"/nowhere/{KEY}/"):
        Client().get(address, {"q": HOSTILE}, headers={"user-agent": HOSTILE, "referer": f"/r/{KEY}/"})
    monkeypatch.setattr("chancery.accounts.middleware.LanguageOfTheReader.__call__", fail)
    Client(raise_request_exception=False).get(f"/r/{KEY}/")

    spans = collector.spans()
    sent = b"".join(collector.bodies)
    assert len(spans) == 5
    assert [span["failed"] for span in spans] == [False, False, False, False, True]
    assert {span["events"] for span in spans} == {0}
    assert not any(word in sent for word in (KEY.encode(), b"Robert", b"DROP", b"SELECT", b"127.0.0.1"))


def test_a_job_goes_on_in_the_trace_and_under_the_number_of_its_request(
    people: People,
    collector: Collector,
    lines: list[dict[str, Any]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given: dict[str, str] = {}
    monkeypatch.setitem(jobs.WORKS, "tests.nothing", lambda progress: {})
    monkeypatch.setattr(
        "chancery.accounts.middleware.LanguageOfTheReader.__call__",
        lambda *_given: _asking(people, given),
    )
    answer = Client().get("/", headers={tracing.PARENT: IN_FRONT})

    jobs.run_job.call(int(given["job"]), request=given["request"], trace=given["trace"])

    request, job = collector.spans()
    worked = next(line for line in lines if line["logger"] == "chancery.jobs")
    assert job["name"] == "job tests.nothing"
    assert job["trace"] == request["trace"]
    assert job["chancery.job.state"] == "done"
    assert {worked["request"], job["chancery.request"]} == {answer.headers["X-Request-ID"]}
    assert (worked["work"], worked["state"], worked["trace"]) == ("tests.nothing", "done", job["trace"])


def _asking(people: People, given: dict[str, str]) -> Any:
    """A page that asks for a job, and what the queue was told."""
    kept = jobs.start("tests.nothing", by=make.actor(people.office, people.owner))
    queued = DBTaskResult.objects.get()
    given |= {"job": str(kept.pk)} | queued.args_kwargs["kwargs"]
    return HttpResponse("")


def test_without_a_collector_nothing_is_loaded_or_kept(settings: Any, people: People) -> None:
    assert settings.OTEL_ENDPOINT == ""
    with tracing.request(IN_FRONT) as span:
        span.answered("GET", "/", 200)
    assert tracing.handed_on() == ""
    assert checks.traces() == []


def test_the_check_says_that_the_collector_is_away(settings: Any, collector: Collector) -> None:
    there = checks.traces()
    settings.OTEL_ENDPOINT = "http://127.0.0.1:1"

    (away,) = checks.traces()

    assert there == []
    assert away.msg.startswith("The collector of traces 127.0.0.1:1 cannot be reached (")


@pytest.mark.parametrize("url", ["collector:4318", "grpc://collector", "https://user:hush@collector"])
def test_an_endpoint_that_cannot_be_used_is_named_without_its_password(
    url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    monkeypatch.setenv("CHANCERY_HOME", str(tmp_path))
    monkeypatch.setenv("CHANCERY_OTEL_ENDPOINT", url)

    with pytest.raises(UnusableConfiguration, match="CHANCERY_OTEL_ENDPOINT is ") as refused:
        read_configuration()

    assert "hush" not in str(refused.value)
