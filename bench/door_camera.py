"""
How well and how fast the reader that a telephone carries reads printed passes.

The real paper is held before the camera in every way that happens: sharp, turned, blurred, dark, small and
aslant, each by steps to where no camera reads any more, and each with a pass of its own. Every picture is
looked at as the camera's script looks: its middle twice, then the whole of it. Chromium reads with the WASM
reader, the processor slowed down four times. What the steps of a way that must be read (the passes of the
tests) leave unread is a miss. A first argument gives how many passes are shown in each way.
"""

import base64
import io
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from support.figures import Figure, machine, percentile, report
from support.installation import open_installation

open_installation("door_camera")
sys.path.insert(0, str(Path(__file__).parents[1]))

from PIL import Image, ImageEnhance, ImageFilter
from playwright.sync_api import sync_playwright
from support.door_files import ARGS, served

from chancery.base.codes import new_code
from chancery.base.passes import sign_pass
from chancery.base.pdf import Imprint
from tests.printed_passes import SCENES, held, printed

type Page = Image.Image
type Way = Callable[[Page, float], Page]

EACH = int(sys.argv[1]) if len(sys.argv) > 1 else 6
SLOWER, LOOKS, FRAME_MS = 4, 3, 250
IMPRINT = Imprint(house="Embassy of Sampleland", made_at=datetime(2025, 5, 28, 16, tzinfo=UTC))
READ = """
async ([pictures, looks]) => {
  const { openReader } = await import("/door/js/readers.js");
  const { frameFor } = await import("/door/js/frames.js");
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


def turned(page: Page, step: float) -> Page:
    return held(page, angle=360 * step)


def blurred(page: Page, step: float) -> Page:
    return held(page).filter(ImageFilter.GaussianBlur(1 + 3 * step))


def dark(page: Page, step: float) -> Page:
    dim = ImageEnhance.Brightness(held(page)).enhance(0.2 - 0.16 * step)
    return Image.blend(dim, Image.effect_noise(dim.size, 6).convert("RGB"), 0.06)


def small(page: Page, step: float) -> Page:
    return held(page, height=round(500 - 300 * step))


WAYS: dict[str, Way] = {"turned": turned, "blurred": blurred, "dark": dark, "small": small}


def main() -> int:
    """Show the passes, print what was read; 1 where one of the passes of the tests was not."""
    print(f"{machine()}, {EACH} passes a way, processor {SLOWER} times slower")
    must = {name: [(scene, 0.0)] * EACH for name, scene in SCENES.items()}
    steps = [place / max(EACH - 1, 1) for place in range(EACH)]
    by_step = {name: [(way, step) for step in steps] for name, way in WAYS.items()}
    figures, times = [], []
    for name, scenes in must.items():
        read, took = _read([(lambda page, scene=scene: scene(page)) for scene, _step in scenes])
        figures.append(Figure(f"{name}: unread of {EACH}", EACH - read, "passes", 0))
        times += took
    for name, ways in by_step.items():
        read, took = _read([(lambda page, way=way, step=step: way(page, step)) for way, step in ways])
        figures.append(Figure(f"{name}, by steps to the unreadable: read of {EACH}", read, "passes"))
        times += took
    figures.append(Figure("a look, p50", percentile(times, 0.5), "ms"))
    figures.append(Figure("a look, p95", percentile(times, 0.95), "ms", FRAME_MS))
    return report(figures)


def _read(scenes: Sequence[Callable[[Page], Page]]) -> tuple[int, list[float]]:
    """
    Show a pass of its own in each scene: how many were read by one of the looks, and what each look took.

    Errors: RuntimeError where something else was read than what was shown.
    """
    texts = [sign_pass(code=new_code(), people=1) for _scene in scenes]
    shown = [_as_address(scene(printed(text, IMPRINT))) for scene, text in zip(scenes, texts, strict=True)]
    told = _told(shown)
    read = 0
    for text, looks in zip(texts, told, strict=True):
        found = {look["text"] for look in looks} - {""}
        if found - {text}:
            raise RuntimeError(f"Something else was read: {found}")
        read += bool(found)
    return read, [look["ms"] for looks in told for look in looks]


def _told(pictures: Sequence[str]) -> list[list[dict[str, Any]]]:
    with served() as address, sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=ARGS)
        page = browser.new_page()
        page.goto(f"{address}/door/names.json")
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        told: list[list[dict[str, Any]]] = page.evaluate(READ, [pictures, LOOKS])
        browser.close()
    return told


def _as_address(picture: Page) -> str:
    """A picture as a camera hands it on, with the losses of JPEG."""
    kept = io.BytesIO()
    picture.save(kept, "JPEG", quality=88)
    return f"data:image/jpeg;base64,{base64.b64encode(kept.getvalue()).decode()}"


if __name__ == "__main__":
    raise SystemExit(main())
