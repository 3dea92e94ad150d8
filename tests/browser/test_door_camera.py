"""The camera at the door, fed with a film of printed passes: each is read, and nothing else is."""

import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.templatetags.static import static
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from chancery.base.audit import Actor
from chancery.base.codes import new_code
from chancery.base.passes import public_keys, sign_pass
from chancery.door.access import pairing_key_of
from chancery.door.actions import devices
from chancery.door.models import Device, Scan
from chancery.door.views import reader
from chancery.events.models import Event
from chancery.guests.documents.imprints import imprint_of
from chancery.guests.models import Invitation
from tests.access import close_file
from tests.browser.conftest import PATIENCE
from tests.chromium import CHROMIUM, QUIET
from tests.door import built
from tests.door.awaiting import ambassador
from tests.printed_passes import SCENES, film, held, printed

pytestmark = pytest.mark.browser
FRAMES = 60  # two seconds of each picture
WATCH = """async ([camera, pass]) => {
  const { watch } = await import(camera);
  const { readPass } = await import(pass);
  const video = document.body.appendChild(document.createElement("video"));
  window.told = [];
  const start = performance.now();
  const onText = async (text) => {
    const at = Math.round(performance.now() - start);
    window.told.push({ text, at, pass: await readPass(text, window.keys) });
  };
  window.watching = await watch(video, onText);
}"""


def camera_of(chromium: Browser, path: Path) -> Browser:
    """A browser whose camera shows a film again and again."""
    fed = [
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-video-capture={path}",
    ]
    return chromium.browser_type.launch(executable_path=CHROMIUM, args=[*QUIET, *fed])


@pytest.fixture
def shown(live_server: Any, chromium: Browser, tmp_path: Path) -> Iterator[Any]:
    """Give what opens the page of the telephone before a film of pictures."""
    opened: list[Browser] = []

    def show(pictures: list[Any], address: str = "/d/") -> Page:
        film(tmp_path / "passes.mjpeg", pictures, frames=FRAMES)
        browser = camera_of(chromium, tmp_path / "passes.mjpeg")
        opened.append(browser)
        context = browser.new_context(base_url=live_server.url, viewport={"width": 360, "height": 740})
        context.set_default_timeout(4 * PATIENCE)
        page = context.new_page()
        page.goto(address)
        return page

    yield show
    for browser in opened:
        browser.close()


UNTIL = """count => new Promise((done) => {
  const seen = () => new Set(window.told.map((one) => one.text)).size;
  const check = () => (seen() >= count ? done() : setTimeout(check, 50));
  setTimeout(done, 150000);
  check();
})"""


def watch(page: Page) -> None:
    """Look through the camera with the scripts of the page, and note what is told."""
    page.evaluate("keys => { window.keys = keys }", dict(public_keys()))
    page.evaluate(WATCH, [static("door/js/camera.js"), static("door/js/pass.js")])


def test_each_printed_pass_is_read_and_nothing_else(shown: Any, event: Event) -> None:
    codes = {name: new_code() for name in SCENES}
    texts = {name: sign_pass(code=code, people=2) for name, code in codes.items()}
    imprint = imprint_of(event, "en", now=timezone.now())
    page = shown([scene(printed(texts[name], imprint)) for name, scene in SCENES.items()])

    watch(page)
    page.evaluate(UNTIL, len(SCENES))

    told = page.evaluate("window.told")
    first = {one["text"]: one["at"] for one in reversed(told)}
    times = ", ".join(f"{name} {first.get(text)} ms" for name, text in texts.items())
    sys.stdout.write(f"passes before the camera, first told after: {times}\n")
    assert {one["text"] for one in told} == set(texts.values())
    assert {one["pass"]["code"] for one in told} == set(codes.values())


def test_other_codes_and_forged_passes_are_no_passes(shown: Any, event: Event) -> None:
    """A code of a menu and a pass with one letter changed are read and told, and are worth nothing."""
    good = sign_pass(code=new_code(), people=1)
    forged = good[:70] + ("A" if good[70] != "A" else "B") + good[71:]
    imprint = imprint_of(event, "en", now=timezone.now())
    page = shown([held(printed(text, imprint)) for text in ("https://menu.example/", forged)])

    watch(page)
    page.evaluate(UNTIL, 2)

    assert [one["pass"] for one in page.evaluate("window.told")] == [None, None]


def test_camera_is_let_go_when_the_view_is_left(shown: Any, event: Event) -> None:
    imprint = imprint_of(event, "en", now=timezone.now())
    page = shown([held(printed(sign_pass(code=new_code(), people=1), imprint))])
    watch(page)
    page.evaluate(UNTIL, 1)

    page.evaluate("window.watching.stop()")

    assert page.evaluate("document.querySelector('body > video').srcObject") is None


def test_a_pass_before_the_camera_opens_its_guest(shown: Any, event: Event) -> None:
    device = Device(door=built.door(event), name="Telephone 1", expires_at=timezone.now() + timedelta(days=1))
    key = pairing_key_of(devices.make_device(device, by=Actor(event.organiser_id), now=timezone.now()))
    invitation = Invitation.objects.filter(guest__event=event).order_by("id")[0]
    imprint = imprint_of(event, "en", now=timezone.now())
    entry = printed(sign_pass(code=invitation.code, people=1), imprint)

    page = shown([held(entry)], f"/d/#{key}")

    expect(page.locator(".answer .face-name")).to_be_visible(timeout=4 * PATIENCE)


def test_a_telephone_started_without_network_lets_in_by_its_camera(shown: Any, event: Event) -> None:
    """It has no reader of its own, and read no pass before the network was cut."""
    device = Device(door=built.door(event), name="Telephone 1", expires_at=timezone.now() + timedelta(days=1))
    key = pairing_key_of(devices.make_device(device, by=Actor(event.organiser_id), now=timezone.now()))
    invitation = ambassador(event, "Ana Sample", "2020-01-01").invitation
    imprint = imprint_of(event, "en", now=timezone.now())
    page = shown([held(printed(sign_pass(code=invitation.code, people=1), imprint))])
    pair_without_camera(page, key)

    page = cold_start_without_network(page)

    expect(page.locator("#answer-word")).to_have_text("Is in", timeout=4 * PATIENCE)
    expect(page.locator(".face-name")).to_contain_text("Ana Sample")
    assert not page.evaluate("'BarcodeDetector' in globalThis")
    assert not Scan.objects.exists()


def pair_without_camera(page: Page, key: str) -> None:
    """Pair the telephone and wait until its app is kept; its camera is not there meanwhile."""
    page.evaluate("Object.defineProperty(navigator, 'mediaDevices', { value: undefined })")
    page.evaluate("key => { location.hash = key }", key)
    page.locator("[data-ch-door][data-page=scan]").wait_for()
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")


def cold_start_without_network(page: Page) -> Page:
    """
    Cut the network, close the app and open it again on a telephone that cannot read codes by itself.

    What the browser keeps of its own accord may be gone by the evening: it is thrown away before.
    """
    window = page.context
    window.new_cdp_session(page).send("Network.clearBrowserCache")
    window.add_init_script("delete globalThis.BarcodeDetector")
    page.close()
    window.set_offline(True)
    opened = window.new_page()
    opened.goto("/d/")
    return opened


OWN_READER = """() => {
  window.looked = [];
  globalThis.BarcodeDetector = class {
    static getSupportedFormats = async () => ["ean_13", "qr_code"];
    constructor(wanted) { window.wanted = wanted.formats; }
    async detect(picture) {
      window.looked.push([picture.width, picture.height]);
      if (window.isBroken) throw new DOMException("not installed", "NotSupportedError");
      return [{ rawValue: window.shown }];
    }
  };
}"""


def test_reader_of_the_browser_opens_a_guest_where_there_is_one(shown: Any, event: Event) -> None:
    """Chromium on Linux has none, so this one is made up: it is asked for QR codes with real pictures."""
    device = Device(door=built.door(event), name="Telephone 1", expires_at=timezone.now() + timedelta(days=1))
    key = pairing_key_of(devices.make_device(device, by=Actor(event.organiser_id), now=timezone.now()))
    invitation = Invitation.objects.filter(guest__event=event).order_by("id")[0]
    imprint = imprint_of(event, "en", now=timezone.now())
    page = shown([held(printed("https://menu.example/", imprint))], "/account/login/")
    page.add_init_script(f"({OWN_READER})()")
    page.add_init_script(f"window.shown = '{sign_pass(code=invitation.code, people=1)}'")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))

    page.goto(f"/d/#{key}")

    expect(page.locator(".answer .face-name")).to_be_visible(timeout=4 * PATIENCE)
    assert page.evaluate("window.wanted") == ["qr_code"]
    assert min(min(size) for size in page.evaluate("window.looked")) >= 200
    assert not any("reader_worker" in address for address in fetched)


def test_carried_reader_takes_over_from_one_that_is_named_and_missing(shown: Any, event: Event) -> None:
    code = new_code()
    imprint = imprint_of(event, "en", now=timezone.now())
    page = shown([held(printed(sign_pass(code=code, people=1), imprint))])
    page.evaluate(OWN_READER)
    page.evaluate("window.isBroken = true")

    watch(page)
    page.evaluate(UNTIL, 1)

    assert page.evaluate("window.watching.readerName") == "own"
    assert page.evaluate("window.looked.length") == 1
    assert page.evaluate("window.told[0].pass.code") == code


def test_only_the_page_of_the_telephone_may_use_the_camera(client: Client, db: Any) -> None:
    page, other = client.get("/d/"), client.get("/account/login/")

    assert "camera=(self)" in page.headers["Permissions-Policy"]
    assert "camera=()" in other.headers["Permissions-Policy"]
    assert "script-src 'self' 'wasm-unsafe-eval';" in page.headers["Content-Security-Policy"]
    assert "wasm" not in other.headers["Content-Security-Policy"]


def test_only_the_reader_of_codes_runs_compiled_code(client: Client, db: Any) -> None:
    names = ("reader_worker", "camera", "phone")
    answers = {name: client.get(static(f"door/js/{name}.js")) for name in names}
    answers["reader"] = client.get(reader.address_of())

    allowed = {name for name, one in answers.items() if "wasm" in one.headers["Content-Security-Policy"]}
    for answer in answers.values():
        close_file(answer)
    assert allowed == {"reader"}
