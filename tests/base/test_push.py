"""Server push: what is published reaches whoever follows, once and in order, and nobody else."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import connection, transaction
from django.test import Client

from chancery.base.push import hub, postgresql, publish, routes
from chancery.base.push.hub import Hub
from chancery.base.push.news import Joining, News, parts_of
from tests.base import streams_served
from tests.serving import Site

PATIENCE = 15.0


class Reader:
    """Somebody who follows a stream."""

    def __init__(self, response: HTTPResponse) -> None:
        self.response = response

    def next(self) -> dict[str, str]:
        """The next event that says something: its fields as written."""
        event: dict[str, str] = {}
        while line := self.response.readline():
            name, _, value = line.decode().rstrip("\n").partition(": ")
            if name:
                event[name] = value
            elif "data" in event:
                return event
            else:
                event = {}
        return {}

    def said(self) -> Any:
        """What the next message says."""
        event = self.next()
        while event.get("event") == "beat":
            event = self.next()
        return json.loads(event["data"])


@contextmanager
def following(site: Site, path: str, **headers: str) -> Iterator[Reader]:
    """Follow a stream until the end of the block."""
    host = HTTPConnection("127.0.0.1", urlsplit(site.url).port, timeout=PATIENCE)
    host.request("GET", path, headers={"Host": "localhost", **headers})
    try:
        yield Reader(host.getresponse())
    finally:
        host.close()


def says(*words: str) -> None:
    """Publish each word in one transaction."""
    with transaction.atomic():
        for word in words:
            publish("test:anybody", {"said": word})


@pytest.fixture
def site(settings: Any, asgi_server: Site) -> Site:
    settings.ROOT_URLCONF = "tests.base.streams_served"
    return asgi_server


@pytest.mark.loopback
def test_stream_tells_the_whole_first_and_then_what_is_published(site: Site) -> None:
    with following(site, "/anybody/stream/") as reader:
        assert reader.response.getheader("Content-Type") == "text/event-stream; charset=utf-8"
        assert reader.response.getheader("X-Accel-Buffering") == "no"
        assert reader.said() == {"said": "whole"}

        says("one", "two")

        assert [reader.said(), reader.said()] == [{"said": "one"}, {"said": "two"}]


@pytest.mark.loopback
def test_nothing_is_told_of_what_was_rolled_back(site: Site) -> None:
    with following(site, "/anybody/stream/") as reader:
        reader.said()

        with transaction.atomic():
            publish("test:anybody", {"said": "never"})
            transaction.set_rollback(True)
        says("kept")

        assert reader.said() == {"said": "kept"}


@pytest.mark.loopback
def test_long_news_arrive_whole(site: Site) -> None:
    long = "ə" * 20_000

    with following(site, "/anybody/stream/") as reader:
        reader.said()
        says(long, "short")

        assert [reader.said()["said"], reader.said()["said"]] == [long, "short"]


@pytest.mark.loopback
def test_reader_who_comes_back_gets_what_was_missed(site: Site) -> None:
    with following(site, "/anybody/stream/") as reader:
        reader.said()
        says("heard")
        last = reader.next()["id"]
        says("missed", "missed too")
        reader.said()

    with following(site, "/anybody/stream/", **{"Last-Event-ID": last}) as reader:
        assert [reader.said(), reader.said()] == [{"said": "missed"}, {"said": "missed too"}]


@pytest.mark.loopback
def test_reader_with_an_id_nobody_remembers_gets_the_whole(site: Site) -> None:
    with following(site, "/anybody/stream/", **{"Last-Event-ID": "of-yesterday"}) as reader:
        assert reader.said() == {"said": "whole"}


@pytest.mark.loopback
def test_each_kind_of_reader_is_told_its_part(site: Site) -> None:
    with following(site, "/only/loud/stream/") as reader:
        assert reader.said() == {"said": "whole"}

        says("quiet", "LOUD")

        assert reader.said() == {"said": "LOUD"}


@pytest.mark.loopback
def test_stream_ends_when_the_right_is_withdrawn(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(routes, "CHECK_SECONDS", 0.05)
    monkeypatch.setattr(streams_served, "holders", {"anybody", "guest"})

    with following(site, "/guest/stream/") as reader:
        assert reader.said() == {"said": "whole"}
        streams_served.holders.discard("guest")

        assert reader.next() == {"event": "gone", "data": "{}"}
        assert reader.response.read() == b""


@pytest.mark.loopback
def test_quiet_stream_says_that_it_is_alive(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(routes, "BEAT_SECONDS", 0.05)

    with following(site, "/anybody/stream/") as reader:
        reader.next()
        beats = [reader.next(), reader.next()]

    assert [beat["event"] for beat in beats] == ["beat", "beat"]
    assert json.loads(beats[0]["data"])["now"] < json.loads(beats[1]["data"])["now"]


@pytest.mark.loopback
@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"}],
    ids=["origin", "site"],
)
def test_page_of_another_site_follows_nothing(site: Site, headers: dict[str, str]) -> None:
    with following(site, "/anybody/stream/", **headers) as reader:
        assert reader.response.status == 403


@pytest.mark.loopback
def test_page_of_this_site_may_say_where_it_is_from(site: Site) -> None:
    with following(site, "/anybody/stream/", Origin="http://localhost") as reader:
        assert reader.response.status == 200


@pytest.mark.loopback
def test_unknown_stream_is_answered_as_a_page_is(site: Site) -> None:
    with following(site, "/stranger/stream/") as reader:
        assert reader.response.status == 404


@pytest.mark.loopback
def test_one_reader_has_so_many_streams_and_no_more(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(routes, "MOST_OF_ONE", 1)

    with following(site, "/anybody/stream/") as first:
        first.said()
        with following(site, "/anybody/stream/") as second:
            assert second.response.status == 429
        with following(site, "/anybody/stream/", Cookie="sessionid=another") as other:
            assert other.response.status == 200


def test_other_servers_tell_what_holds_and_end(settings: Any, client: Client) -> None:
    settings.ROOT_URLCONF = "tests.base.streams_served"

    response = client.get("/anybody/stream/")

    assert b"".join(response) == b'retry: 3000\n\ndata: {"said":"whole"}\n\n'


@pytest.mark.loopback
def test_connection_that_hears_comes_back_and_tells_the_whole(site: Site) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("One process needs no connection to hear itself.")

    with following(site, "/anybody/stream/") as reader:
        assert reader.said() == {"said": "whole"}
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE application_name = 'chancery push' AND datname = current_database()"
            )

        assert reader.said() == {"said": "whole"}
        says("after")
        assert reader.said() == {"said": "after"}


def test_parts_make_the_whole_again_whatever_comes_between() -> None:
    first, second = News("a", "run:1", f'{{"x":"{"x" * 20_000}"}}'), News("b", "door:1", '{"x":1}')
    joining = Joining()

    lost = parts_of(first)[:2]
    taken = [news for part in [*lost, *parts_of(second), *parts_of(first)] for news in joining.take(part)]

    assert taken == [second, first]


def test_slow_reader_gets_the_whole_instead_of_a_long_queue() -> None:
    listener = hub.Listener("run:1")

    for number in range(hub.MOST_WAITING + 1):
        listener.put(News(str(number), "run:1", "{}"))

    assert listener.lost_track
    assert not listener.waiting


@pytest.mark.loopback
def test_a_message_that_cannot_be_cut_is_left_out_and_the_stream_goes_on(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    """One payload in another shape than its readers expect ends nobody's stream."""
    with following(site, "/only/loud/stream/") as cut, following(site, "/anybody/stream/") as whole:
        assert (cut.said(), whole.said()) == ({"said": "whole"}, {"said": "whole"})

        publish("test:anybody", {"other": "Ana Sample"})
        says("LOUD")

        assert cut.said() == {"said": "LOUD"}
        assert (whole.said(), whole.said()) == ({"other": "Ana Sample"}, {"said": "LOUD"})
    assert "cannot be cut (KeyError)" in caplog.text
    assert "Ana Sample" not in caplog.text


@pytest.mark.loopback
def test_what_json_cannot_hold_is_logged_and_the_deed_stays(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    with following(site, "/anybody/stream/") as reader:
        reader.said()

        for content in ({"said": object()}, {"said": float("nan")}, {"said": {1, 2}}):
            publish("test:anybody", content)
        says("after")

        assert reader.said() == {"said": "after"}
    assert caplog.text.count("cannot be written") == 3


@pytest.mark.parametrize(
    "payload",
    [
        "",
        "nonsense",
        "a b c d\n{}",
        "id 0 1 test\nno json",
        "id 0 1 test\n[1]",
        'id 0 1 test\n{"a":\n1}',
        "id 0 1",
    ],
)
def test_a_notification_of_somebody_else_is_left_out(payload: str, caplog: pytest.LogCaptureFixture) -> None:
    told, joining, [after] = _Kept(), Joining(), parts_of(News("new", "test", '{"said":"after"}'))

    for each in (payload, after):
        postgresql.deliver(each, joining, told)

    assert [news.text for news in told.news] == ['{"said":"after"}']
    assert "not one of ours" in caplog.text


class _Kept(Hub):
    """A hub that keeps what it is given."""

    def __init__(self) -> None:
        super().__init__()
        self.news: list[News] = []

    def deliver(self, news: News) -> None:
        self.news.append(news)
