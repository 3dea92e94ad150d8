# /// script
# requires-python = ">=3.12"
# dependencies = ["babel==2.18.0", "fonttools[woff]==4.68.0"]
# ///
"""
Fetch the files of others that the repository carries, and compare them byte by byte.

    uv run tools/vendor.py           compare every file of vendor.json with its package
    uv run tools/vendor.py --write   make the files again and write down their digests

The packages are pinned in package.json and package-lock.json and installed without running their scripts.
Each row of vendor.json says from which file of which package a file is made, and how:
`copy` as it is, `sfnt` or `woff2` in that container, `subset` reduced to the named characters, `outlines` as
paths of a drawing (tools/outlines.py).
"""

import argparse
import base64
import hashlib
import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from fontTools.pens.filterPen import DecomposingFilterPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from outlines import outlines

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ROOT / "node_modules"
LISTING = ROOT / "vendor.json"


def encodable(codec: str) -> set[int]:
    """The characters that a national character set knows, as far as they lie outside ASCII."""
    known = set()
    for point in range(0x80, 0x30000):
        try:
            chr(point).encode(codec)
        except UnicodeEncodeError:
            continue
        known.add(point)
    return known


def points(*spans: tuple[int, int]) -> set[int]:
    return {point for first, last in spans for point in range(first, last + 1)}


MARKS = points((0x0300, 0x0333), (0x2000, 0x206F), (0x2190, 0x2193))
CHARACTERS: dict[str, Callable[[], set[int]]] = {
    # The alphabets of the interface languages stand in one file, so that a word is shaped as a whole.
    "latin": lambda: (
        points((0x20, 0x17F), (0x18F, 0x18F), (0x218, 0x21B), (0x259, 0x259), (0x2B9, 0x2DF))
        | points((0x20A0, 0x20C0), (0x2116, 0x2122), (0x2212, 0x2215), (0xFB00, 0xFB04))
        | MARKS
    ),
    "latin-ext": lambda: points((0x180, 0x2AF), (0x1D00, 0x1EFF), (0x2C60, 0x2C7F), (0xA720, 0xA7FF)) | MARKS,
    "greek": lambda: points((0x370, 0x3FF), (0x1F00, 0x1FFF)) | MARKS,
    "cyrillic": lambda: points((0x400, 0x52F), (0x1C80, 0x1C8A), (0xA640, 0xA69F)) | MARKS,
    "arabic": lambda: points((0x600, 0x6FF), (0x750, 0x77F), (0x8A0, 0x8FF), (0xFB50, 0xFEFC)) | MARKS,
    "hebrew": lambda: points((0x590, 0x5FF), (0xFB1D, 0xFB4F), (0x20AA, 0x20AA)) | MARKS,
    "hangul": lambda: points((0xAC00, 0xD7A3), (0x3131, 0x318E)),
    "kanji": lambda: encodable("cp932") - points((0x80, 0x2FFF)),
    "hanzi": lambda: (
        points((0x3000, 0x33FF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF))
        | (encodable("big5hkscs") - points((0x80, 0x2FFF)))
    ),
}


def opened(paths: Iterable[Path]) -> TTFont:
    """One font of one or several files; the parts of a face that is published in slices are joined."""
    parts = list(paths)
    if len(parts) == 1:
        return TTFont(parts[0], recalcTimestamp=False)
    return joined(parts)


def joined(parts: list[Path]) -> TTFont:
    """Gather the Hangul syllables of all slices in the first; whole syllables need no shaping."""
    wanted = CHARACTERS["hangul"]()
    slices = (reduced(TTFont(part, recalcTimestamp=False), wanted, shaped=False) for part in parts)
    whole, *others = (font for font in slices if font.getBestCmap())
    outlines, widths = whole["glyf"].glyphs, whole["hmtx"].metrics
    added: dict[int, str] = {}
    for other in others:
        drawn = other.getGlyphSet()
        for point in other.getBestCmap().keys() - whole.getBestCmap().keys() - added.keys():
            pen = TTGlyphPen(None)
            name = other.getBestCmap()[point]
            drawn[name].draw(DecomposingFilterPen(pen, drawn))
            added[point] = f"uni{point:04X}"
            outlines[added[point]], widths[added[point]] = pen.glyph(), other["hmtx"][name]
    order = [*whole.getGlyphOrder(), *(added[point] for point in sorted(added))]
    whole.setGlyphOrder(order)
    whole["glyf"].setGlyphOrder(order)
    for table in whole["cmap"].tables:
        table.cmap.update(added)
    return whole


def reduced(font: TTFont, characters: set[int], *, shaped: bool = True) -> TTFont:
    options = Options()
    options.layout_features = ["*"] if shaped else []
    options.drop_tables += ["vhea", "vmtx", "STAT", "BASE"]
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    return font


def written(font: TTFont, flavor: str | None) -> bytes:
    font.flavor = flavor
    stream = io.BytesIO()
    font.save(stream)
    return stream.getvalue()


def made(row: dict[str, Any]) -> bytes:
    """The bytes of one file, made anew from its package."""
    folder = PACKAGES / row["package"]
    paths = sorted(folder.glob(row["source"]))
    if not paths:
        sys.exit(f"{row['path']}: the package {row['package']} has no file {row['source']}.")
    if row["how"] == "copy":
        return paths[0].read_bytes()
    if row["how"] == "outlines":
        return outlines(folder)
    font = opened(paths)
    if "characters" in row:
        font = reduced(font, CHARACTERS[row["characters"]](), shaped=len(paths) == 1)
    return written(font, "woff2" if row["path"].endswith(".woff2") else None)


def digest(content: bytes) -> str:
    return "sha384-" + base64.b64encode(hashlib.sha384(content).digest()).decode()


def compare(row: dict[str, Any]) -> str:
    """A sentence where the file is not what its package gives, or nothing."""
    path = ROOT / row["path"]
    if not path.exists():
        return f"{row['path']} is missing."
    content = path.read_bytes()
    if digest(content) != row["sha384"]:
        return f"{row['path']} is not the file that vendor.json names."
    if content != made(row):
        return f"{row['path']} differs from {row['package']} {row['version']}."
    return ""


def write(row: dict[str, Any]) -> None:
    content = made(row)
    path = ROOT / row["path"]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    row["version"] = json.loads((PACKAGES / row["package"] / "package.json").read_text())["version"]
    row["sha384"] = digest(content)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("--write", action="store_true", help="make the files again and write down digests")
    parser.add_argument("--only", default="", help="only files whose path holds this text")
    wanted = parser.parse_args()
    subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=ROOT, check=True)  # noqa: S607  # a tool of who works on the program
    listing = json.loads(LISTING.read_text())
    rows = [row for row in listing["files"] if wanted.only in row["path"]]
    if wanted.write:
        for row in rows:
            write(row)
        LISTING.write_text(json.dumps(listing, indent=2, ensure_ascii=False) + "\n")
    complaints = [] if wanted.write else [complaint for row in rows if (complaint := compare(row))]
    outcome = [*complaints, f"{len(rows)} files, {len(complaints)} of them not as listed.", ""]
    sys.stdout.write("\n".join(outcome))
    sys.exit(bool(complaints))


if __name__ == "__main__":
    main()
