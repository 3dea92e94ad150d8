"""
Somebody at a browser or a telephone: asks, tries again when nothing comes back, and remembers each answer.

After the second failure of one step the office mends what is broken, as its IT would; then it has to go on.
"""

import http.client
import json
import re
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urlencode

from django.conf import settings
from django.shortcuts import resolve_url
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

PATIENCE_SECONDS = 6.0
PAUSE_SECONDS = 0.1
MOST_TRIES = 14
CSRF = "k" * 32


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; status 0 where the connection was lost before anything did."""

    step: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The page as text."""
        return self.body.decode(errors="replace")

    @property
    def words(self) -> str:
        """The page without its markup."""
        inner = self.text.partition("<main")[2] or self.text
        return " ".join(unescape(re.sub(r"<[^>]*>", " ", inner)).split())

    @property
    def leads_to_sign_in(self) -> bool:
        """Whether whoever asked is signed out."""
        where = self.headers.get("location", "")
        return self.status == 401 or where.startswith(resolve_url(settings.LOGIN_URL))

    def unclear(self) -> str:
        """Why these words are not what somebody can understand; empty where they are."""
        if self.status < 500 or (self.status == 503 and self.step.startswith("HEAD ")):
            # What answers HEAD has no words.
            return ""
        if self.status != 503:
            return f"{self.step}: {self.status} “{self.words[:120]}”"
        if not self.headers.get("retry-after", "").isdecimal():
            return f"{self.step}: 503 without Retry-After"
        if "Traceback" in self.text or not re.search(r"\w[^.]+\.", self.words):
            return f"{self.step}: 503 without a sentence, “{self.words[:120]}”"
        return ""


class GaveUp(Exception):
    """A step did not succeed although all was mended."""


@dataclass
class Client:
    """Asks one address of the machine, as somebody signed in where `session` is not empty."""

    port: Callable[[], int]
    mend: Callable[[], None]
    session: str = ""
    sign_in: Callable[[], str] = str
    answers: list[Answer] = field(default_factory=list)

    def get(self, path: str, **more: str) -> Answer:
        """Open a page until it opens."""
        return self.until(path, lambda: self.ask("GET", path, headers=more), {200, 302, 303})

    def post(self, path: str, sent: Mapping[str, object], *, takes: Iterator[int] | set[int]) -> Answer:
        """Send a form until one of the statuses comes back."""
        body = urlencode({name: str(value) for name, value in sent.items()}, doseq=True).encode()
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return self.until(path, lambda: self.ask("POST", path, body=body, headers=kind), set(takes))

    def post_list(self, path: str, pairs: list[tuple[str, str]], *, takes: set[int]) -> Answer:
        """Send a form in which a name may come several times."""
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        body = urlencode(pairs).encode()
        return self.until(path, lambda: self.ask("POST", path, body=body, headers=kind), takes)

    def send_file(self, path: str, sent: Mapping[str, object]) -> Answer:
        """Send a form with a file once."""
        return self.ask(
            "POST", path, body=encode_multipart(BOUNDARY, sent), headers={"Content-Type": MULTIPART_CONTENT}
        )

    def post_json(self, path: str, sent: object, *, authorization: str) -> Answer:
        """Send what a device sends until it is taken."""
        kind = {"Content-Type": "application/json", "Authorization": authorization}
        body = json.dumps(sent).encode()
        return self.until(path, lambda: self.ask("POST", path, body=body, headers=kind), {200})

    def until(self, step: str, ask: Callable[[], Answer], takes: set[int]) -> Answer:
        """Ask until an answer is among these, or refuses for good. Errors: GaveUp."""
        answer = Answer(step, 0, {}, b"")
        for tried in range(MOST_TRIES):
            answer = ask()
            if answer.leads_to_sign_in:
                # A clock that jumps ends sessions; whoever works signs in again once it is right.
                self.mend()
                self.session = self.sign_in()
                continue
            if answer.status in takes:
                return answer
            if 400 <= answer.status < 500 and answer.status not in (409, 423, 429):
                break
            if tried == 1:
                self.mend()
            time.sleep(PAUSE_SECONDS)
        raise GaveUp(f"{step}: {answer.status} “{answer.words[:160]}”")

    def ask(
        self, method: str, path: str, *, body: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Ask once and remember what came back."""
        cookies = f"{settings.CSRF_COOKIE_NAME}={CSRF}"
        if self.session:
            cookies += f"; {settings.SESSION_COOKIE_NAME}={self.session}"
        sent = {"Host": "localhost", "Cookie": cookies, "X-CSRFToken": CSRF, **(headers or {})}
        connection = http.client.HTTPConnection("127.0.0.1", self.port(), timeout=PATIENCE_SECONDS)
        try:
            connection.request(method, path, body=body, headers=sent)
            got = connection.getresponse()
            named = {name.lower(): value for name, value in got.getheaders()}
            answer = Answer(f"{method} {path}", got.status, named, got.read())
        except (OSError, http.client.HTTPException):
            answer = Answer(f"{method} {path}", 0, {}, b"")
        finally:
            connection.close()
        self.answers.append(answer)
        return answer

    def wait_until(self, is_so: Callable[[], bool], *, seconds: float = 5.0) -> None:
        """Wait for what happens by itself; half way through the office mends, in case it cannot happen."""
        began, is_mended = time.monotonic(), False
        while time.monotonic() - began < seconds:
            if is_so():
                return
            if not is_mended and time.monotonic() - began > seconds / 3:
                self.mend()
                is_mended = True
            time.sleep(PAUSE_SECONDS / 2)
