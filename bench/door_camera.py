"""
How well and how fast the reader that a telephone carries reads printed passes.

The real paper is held before the camera as in the tests: sharp, turned, upside down, blurred, dark, small and
aslant; each of these must be read. Then it is turned all round, and blurred, darkened and made small by steps
to where no camera reads any more. Each picture shows a pass of its own, and is looked at as the script of the
camera X"""

import base64
import io
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from support.figures import Figure, machine, percentile, report
from support.installation import open_installation

open_installation("door_camera")
sys.path.insert(0, str(Path(__file__).parents[1]))

from PIL import Image, ImageEnhance, ImageFilter
from playwright.sync_api import Page, sync_playwright
from support.door_files import ARGS, served

from chancery.base.codes import new_code
from chancery.base.passes import sign_pass
from chancery.base.pdf import Imprint
from tests.printed_passes import SCENES, Scene, held, printed

EACH = int(sys.argv[1]) if len(sys.argv) > 1 else 6
SLOWER, LOOKS, LOOK_MS = 4, 3, 250
IMPRINT = Imprint(house="Embassy of Sampleland", made_at=datetime(2025, 5, 28, 16, tzinfo=UTC))
READ = """
async ([pictures, looks]) => {
  const { openReader } = await import("/door/js/readers.js");
  const { frameFor } = await import("/door/js/frames.js");
  // Where it lies is said by the page of the telephone.
  document.body.dataset.reader = "/door/js/reader_worker.js";
  const reader = await openReader("carried");
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  const look = async (image, turn) => {
    const from = performance.now();
    const { x, y, width, height, toWidth, toHeight } = frameFor(turn, image.width, image.height);
    [canvas.width, canvas.height] = [toWidth, toHeight];
    pen.drawImage(image, x, y, width, height, 0, 0, toWidth, toHeight);
    const text = await reader.read(pen.getImageData(0, 0, toWidth, toHeight));
    return { text, ms: performance.now() - from };
  };
  const told = [];
  for (const picture of pictures) {
    const image = await createImageBitmap(await (await fetch(picture)).blob());
    const seen = [];
    for (let turn = 0; turn < looks; turn += 1) seen.push(await look(image, turn));
    told.push(seen);
  }
  reader.close();
  return told;
}
"""


def turned(page: Image.Image, step: float) -> Image.Image:
    return held(page, angle=360 * step)


def blurred(page: Image.Image, step: float) -> Image.Image:
    return held(page).filter(ImageFilter.GaussianBlur(1 + 3 * step))


def dark(page: Image.Image, step: float) -> Image.Image:
    dim = ImageEnhance.Brightness(held(page)).enhance(0.2 - 0.16 * step)
    return Image.blend(dim, Image.effect_noise(dim.size, 6).convert("RGB"), 0.06)


def small(page: Image.Image, step: float) -> Image.Image:
    return held(page, height=round(500 - 300 * step))


WAYS = {"turned": turned, "blurred": blurred, "dark": dark, "small": small}


def main() -> int:
    """Show the passes, print what was read; 1 where one of the passes of the tests was not."""
    print(f"{machine()}, {EACH} passes a way, processor {SLOWER} times slower")
    with served() as address, sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=ARGS)
        page = browser.new_page()
        page.goto(f"{address}/door/names.json")
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        is_met = report(_figures(page))
        browser.close()
    return is_met


def _figures(page: Page) -> Iterator[Figure]:
    """The passes of the tests, each way by its steps, and the time of all looks."""
    times: list[float] = []
    for name, scene in SCENES.items():
        read, took = _shown(page, [scene] * EACH)
        times += took
        yield Figure(f"{name}: read of {EACH}", read, "passes", EACH, is_floor=True)
    steps = [place / max(EACH - 1, 1) for place in range(EACH)]
    for name, way in WAYS.items():
        read, took = _shown(page, [partial(way, step=step) for step in steps])
        times += took
        yield Figure(f"{name}, by steps to the unreadable: read of {EACH}", read, "passes")
    yield Figure("a look, p50", percentile(times, 0.5), "ms")
    yield Figure("a look, p95", percentile(times, 0.95), "ms", LOOK_MS)


def _shown(page: Page, scenes: Sequence[Scene]) -> tuple[int, list[float]]:
    """
    Show a pass of its own in each scene: how many were read by one of the looks, and what each look took.

    Errors: RuntimeError where something else was read than what was shown.
    """
    texts = [sign_pass(code=new_code(), people=1) for _scene in scenes]
    papers = [scene(printed(text, IMPRINT)) for scene, text in zip(scenes, texts, strict=True)]
    told: list[list[dict[str, Any]]] = page.evaluate(READ, [list(map(_as_address, papers)), LOOKS])
    read = 0
    for text, looks in zip(texts, told, strict=True):
        found = {look["text"] for look in looks} - {""}
        if found - {text}:
            raise RuntimeError(f"Something else was read: {found}")
        read += bool(found)
    return read, [look["ms"] for looks in told for look in looks]


def _as_address(picture: Image.Image) -> str:
    """A picture as a camera hands it on, with the losses of JPEG."""
    kept = io.BytesIO()
    picture.save(kept, "JPEG", quality=88)
    return f"data:image/jpeg;base64,{base64.b64encode(kept.getvalue()).decode()}"


if __name__ == "__main__":
    raise SystemExit(main())
