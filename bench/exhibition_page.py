"""
The public page of an exhibition of 60 works in Chromium on a slow line, in English and from the right.

The line is Lighthouse's slow 4G, set by the browser's own throttling: 1.6 Mbit/s down, 750 kbit/s up, 150 ms
for each way there and back. The window is that of a telephone (412 x 823 points at 1.75 pixels). Each round
is a first visit: nothing is cached. Pictures are drawn with grain, to be as large as photographs.
"""

import sys
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import Any

from support.figures import Figure, machine, report
from support.installation import open_installation

DATABASE = open_installation("exhibition-page")

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image, ImageFilter
from playwright.sync_api import Browser, sync_playwright
from support.serving import served

sys.path.insert(0, str(Path(__file__).parents[1]))

from chancery.accounts.models import Organiser
from chancery.base import media
from chancery.base.audit import Actor
from chancery.base.models import StoredFile
from chancery.exhibition.models import Exhibit, Exhibition, Rights, Work
from tests.chromium import CHROMIUM, QUIET

WORKS, PICTURES, ROUNDS = 60, 6, 5
MOST_SECONDS, MOST_KB = 1.5, 300
LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 750e3 / 8,
}
TELEPHONE: dict[str, Any] = {
    "viewport": {"width": 412, "height": 823},
    "device_scale_factor": 1.75,
    "is_mobile": True,
}
# The last candidate is the largest one, once the page has been quiet.
LARGEST = """() => new Promise((done) => {
  new PerformanceObserver((list) => {
    const last = list.getEntries().at(-1);
    setTimeout(() => done(last.startTime / 1000), 0);
  }).observe({ type: "largest-contentful-paint", buffered: true });
})"""


def main() -> int:
    """Make the exhibition, visit it in rounds, print; 1 where a limit is missed."""
    print(f"{machine()}, {DATABASE}; 1.6 Mbit/s down, 150 ms round trip, cold")
    path = _page(_exhibition())
    with served() as port, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        address = f"http://localhost:{port}{path}"
        _visit(browser, f"{address}?lang=en")  # the server warms up
        figures = [
            figure for language in ("en", "ar") for figure in _figures(browser, f"{address}?lang={language}")
        ]
        browser.close()
    return report(figures)


def _figures(browser: Browser, address: str) -> list[Figure]:
    visits = [_visit(browser, address) for _number in range(ROUNDS)]
    language = address[-2:]
    return [
        Figure(
            f"{WORKS} works in {language}, largest paint", median(s for s, _kb in visits), "s", MOST_SECONDS
        ),
        Figure(
            f"{WORKS} works in {language}, before pictures", median(kb for _s, kb in visits), "KB", MOST_KB
        ),
    ]


def _visit(browser: Browser, address: str) -> tuple[float, float]:
    """Visit once: seconds until the largest paint, kilobytes of all but the pictures of works."""
    context = browser.new_context(**TELEPHONE)
    page = context.new_page()
    line = context.new_cdp_session(page)
    sizes: dict[str, float] = {}
    pictures: set[str] = set()
    line.on("Network.responseReceived", lambda told: _note_kind(told, pictures))
    line.on(
        "Network.loadingFinished", lambda told: sizes.update({told["requestId"]: told["encodedDataLength"]})
    )
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", LINE)
    page.goto(address, wait_until="networkidle")
    seconds = float(page.evaluate(LARGEST))
    context.close()
    return seconds, sum(size for key, size in sizes.items() if key not in pictures) / 1000


def _note_kind(told: dict[str, Any], pictures: set[str]) -> None:
    if told["response"]["mimeType"] == "image/webp":
        pictures.add(told["requestId"])


def _page(exhibition: Exhibition) -> str:
    return reverse("public-exhibition:exhibition", args=[exhibition.organiser.ref, exhibition.code])


def _exhibition() -> Exhibition:
    office = Organiser.objects.create(
        ref="bench", names={"en": "Sample Office", "ar": "مكتب نموذجي"}, languages=["en", "ar"]
    )
    exhibition = Exhibition.objects.create(
        organiser=office,
        titles={"en": "Sixty samples", "ar": "ستون نموذجاً"},
        about={"en": "Works drawn for a measurement.", "ar": "أعمال مرسومة للقياس."},
        languages=["en", "ar"],
        is_published=True,
    )
    pictures = [_picture(office, number) for number in range(PICTURES)]
    for number in range(WORKS):
        work = Work.objects.create(
            organiser=office,
            titles={"en": f"Sample {number}", "ar": f"نموذج {number}"},
            captions={
                "en": "A text of one line or two, as it stands beside a work. " * 3,
                "ar": "نص قصير بجانب العمل. " * 6,
            },
            makers="Sample Painter",
            alt_texts={"en": "Grain and blots.", "ar": "حبيبات وبقع."},
            rights=Rights.OWN,
            picture=pictures[number % PICTURES],
        )
        Exhibit.objects.create(exhibition=exhibition, work=work, position=number)
    return exhibition


def _picture(office: Organiser, number: int) -> StoredFile:
    """A picture of 2,400 x 1,600 with blots and grain."""
    blots = Image.effect_noise((24, 16), 90 + number).resize((2400, 1600)).filter(ImageFilter.GaussianBlur(9))
    grain = Image.effect_noise((2400, 1600), 14)
    content = BytesIO()
    Image.merge(
        "RGB", (Image.blend(blots, grain, 0.12), blots, grain.point(lambda value: value // 2 + 60))
    ).save(content, "JPEG", quality=85)
    upload = SimpleUploadedFile(f"sample-{number}.jpg", content.getvalue(), "image/jpeg")
    file = media.receive(upload, kind=StoredFile.Kind.PICTURE, by=Actor(office.pk))
    media.prepare(file)
    return file


if __name__ == "__main__":
    raise SystemExit(main())
