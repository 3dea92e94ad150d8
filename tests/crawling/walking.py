"""A walk through the program as one of its people: pages opened, forms sent, links followed."""

import hashlib
import re
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup
from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import Resolver404, resolve

from chancery.accounts.roles import RIGHTS, Right, Role
from chancery.base import jobs
from chancery.base.models import Job
from tests.access import close_file
from tests.addresses import ROWS
from tests.crawling.filling import Sending, forms_of, sendings
from tests.crawling.judging import faults_of_headers, faults_of_page
from tests.crawling.papers import faults_of_file

CLOSED = {403, 404, 405, 410}
PASSING = re.compile(rb"[A-Za-z0-9]{64}")
"""What stands in a page for one request only: its token against forged forms."""
MOST_FOLLOWED = 5
MOST_SENT = 4


@dataclass
class Walker:
    """
    What has been seen already, so that no page is read twice and no menu is followed from every page.

    `is_whole` walks on where the slice of every day stops: links are followed, fields sent one at a time,
    background work is done.
    """

    is_whole: bool
    turn: int = 0
    read: set[bytes] = field(default_factory=set)
    followed: Counter[tuple[str, str]] = field(default_factory=Counter)
    sent: Counter[tuple[int, str, frozenset[str]]] = field(default_factory=Counter)

    def walk(self, who: str, session: str, path: str) -> Iterator[str]:
        """Open an address, send its forms and follow its links; whatever that changes is rolled back."""
        client = Client()
        if session:
            client.cookies[settings.SESSION_COOKIE_NAME] = session
        response, faults = self._ask(client, path)
        yield from (f"{who} GET {path}: {fault}" for fault in faults)
        if response is None or not is_page(response):
            return
        page = BeautifulSoup(response.content.decode(), "lxml")
        for form in forms_of(page, path):
            for sending in sendings(form, path, turn=self.turn, is_whole=self.is_whole and who == "owner"):
                yield from (
                    f"{who} {sending.method} {sending.address} ({sending.how}): {fault}"
                    for fault in self._send(client, who, sending)
                )
                if who != "owner":
                    break
        if self.is_whole and response.status_code == 200:
            yield from self._follow(client, who, page, path)

    def _follow(self, client: Client, who: str, page: BeautifulSoup, path: str) -> Iterator[str]:
        for address in links_of(page, path):
            name = name_of(address)
            if "logout" in address:
                continue
            wrong = "leads nowhere" if name is None else is_closed(name, who)
            if not wrong and self.followed[who, name or ""] < MOST_FOLLOWED:
                self.followed[who, name or ""] += 1
                response, faults = self._ask(client, address)
                yield from (f"{who} {path} -> {address}: {fault}" for fault in faults)
                if response is not None and response.status_code in CLOSED:
                    wrong = f"dead link, {response.status_code}"
            if wrong:
                yield f"{who} {path} -> {address}: {wrong}"

    def _send(self, client: Client, who: str, sending: Sending) -> list[str]:
        name = name_of(sending.address)
        if name is None or is_closed(name, who):
            return ["the form leads to what is not open for this reader"]
        if sending.how == "texts":
            self.sent[self.turn, name + who, sending.names] += 1
        if self.sent[self.turn, name + who, sending.names] > MOST_SENT:
            return []
        cache.clear()
        with transaction.atomic():
            before, written = _counted(), _written()
            response, faults = self._ask(client, sending.address, sending)
            if response is not None and is_refused(response) and _counted() != before:
                faults.append("refused, and something was kept")
            if response is not None and response.status_code in CLOSED - {404}:
                faults.append(f"the form is not taken, {response.status_code}")
            if response is not None and 300 <= response.status_code < 400:
                if self.is_whole:
                    faults += self._done()
                told = [] if response.cookies or written is None else [written]
                faults += self._landed(client, response.headers["Location"], sending, was=told)
            transaction.set_rollback(True)
        return faults

    def _landed(self, client: Client, location: str, sending: Sending, *, was: list[int | None]) -> list[str]:
        """
        What is wrong with the page that a form which was taken leads to.

        `was` holds how many rows had been written before; nothing where the answer is kept in a
        cookie, or the database does not tell.
        """
        if urlsplit(location).netloc not in ("", "testserver"):
            return [] if "accounts" in sending.address else [f"leads elsewhere: {location[:100]}"]
        response, faults = self._ask(client, location)
        if response is None:
            return faults
        if sending.how != "texts" or urlsplit(location).path == urlsplit(sending.at).path:
            # Whoever bends the hidden way back may land nowhere; the way back to a refusal leads there.
            return faults
        if response.status_code in CLOSED:
            faults.append(f"leads to {location[:100]}, {response.status_code}")
        is_silent = is_page(response) and b'class="messages"' not in response.content
        if sending.method == "post" and is_silent and was == [_written()] and "?" not in location:
            faults.append("nothing was kept and nothing is said")
        return faults

    def _done(self) -> list[str]:
        """Do the work that was left for the background; what is wrong with it."""
        faults = []
        for job in Job.objects.filter(state=Job.State.WAITING).order_by("pk"):
            try:
                with transaction.atomic():
                    jobs.run_job.call(job.pk)
            except Exception as error:
                faults.append(f"work {job.kind}: {_said(error)}")
                continue
            job.refresh_from_db()
            if job.failure and not job.failure.endswith("."):
                faults.append(f"work {job.kind}: no sentence: {job.failure}")
        return faults

    def _ask(
        self, client: Client, path: str, sending: Sending | None = None
    ) -> tuple[HttpResponse | None, list[str]]:
        """Ask, and say what is wrong with the answer; an exception is an answer that is wrong."""
        try:
            with transaction.atomic():
                if sending is None:
                    response = client.get(path)
                else:
                    response = getattr(client, sending.method)(sending.address, sending.values)
        except Exception as error:
            return None, [_said(error)]
        kind = response.headers.get("Content-Type", "")
        faults = list(faults_of_headers(response))
        content = _content_of(response)
        if not content or not self._is_new(content):
            return response, faults
        if is_page(response):
            faults += faults_of_page(response, BeautifulSoup(content.decode(), "lxml"))
        return response, faults + faults_of_file(kind, content)

    def _is_new(self, content: bytes) -> bool:
        digest = hashlib.blake2b(PASSING.sub(b"", content), digest_size=16).digest()
        is_new = digest not in self.read
        self.read.add(digest)
        return is_new


def links_of(page: BeautifulSoup, at: str) -> set[str]:
    """Every address that a page leads to within the program."""
    found = set()
    for element in page.select("a[href], img[src], source[src], iframe[src], [hx-get]"):
        value = str(element.get("href") or element.get("src") or element.get("hx-get") or "")
        parts = urlsplit(urljoin(at, value))
        if parts.scheme in ("", "http", "https") and parts.netloc in ("", "testserver"):
            found.add(parts._replace(scheme="", netloc="", fragment="").geturl())
    return {address for address in found if not address.startswith(settings.STATIC_URL)}


def name_of(address: str) -> str | None:
    """The name of an address with its namespaces; None where nothing is."""
    try:
        return resolve(urlsplit(address).path).view_name
    except Resolver404:
        return None


BY_WHAT_IT_NAMES = frozenset({"accounts:undo"})
"""Addresses whose right depends on the row that they name; the table has that of one row."""


def is_closed(name: str, who: str) -> str:
    """Say so where the table of addresses refuses an address to this role."""
    if name in BY_WHAT_IT_NAMES:
        return ""
    row = ROWS.get(name)
    needed = getattr(row, "needs", row)
    if who not in Role or not isinstance(needed, Right) or needed in RIGHTS[Role(who)]:
        return ""
    return f"dead link, asks for {needed}"


def is_page(response: HttpResponse) -> bool:
    return not response.streaming and response.headers.get("Content-Type", "").startswith("text/html")


def is_refused(response: HttpResponse) -> bool:
    return response.status_code in (400, 404, 405, 409, 413, 422) or (
        response.status_code == 200 and is_page(response) and b'class="field-error"' in response.content
    )


def _content_of(response: HttpResponse) -> bytes:
    """All of an answer, also of a file sent in pieces; nothing of a stream of news, which never ends."""
    if not response.streaming:
        return bytes(response.content)
    is_news = response.is_async or response.headers["Content-Type"].startswith("text/event-stream")
    content = b"" if is_news else b"".join(response.streaming_content)
    close_file(response)
    return content


def _said(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in reversed(frames) if "/chancery/" in frame.filename]
    where = f"{own[0].filename}:{own[0].lineno}" if own else ""
    return f"{type(error).__name__}: {str(error)[:200]} at {where}"


def _counted() -> list[tuple[str, int]]:
    """How many rows each table of people's words has."""
    tables = [model._meta.db_table for model in apps.get_models() if model.__module__.startswith("chancery.")]
    asked = " UNION ALL ".join(f"SELECT '{table}', COUNT(*) FROM {table}" for table in tables)
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return sorted(cursor.fetchall())


def _written() -> int | None:
    """How many rows were ever written on this connection, where the database tells."""
    return getattr(connection.connection, "total_changes", None)
