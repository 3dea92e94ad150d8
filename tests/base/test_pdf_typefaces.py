"""The typefaces: which characters they hold, that nothing falls back, and what their listing promises."""

import base64
import hashlib
import io
import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from chancery.base import typefaces
from chancery.base.languages import RIGHT_TO_LEFT
from chancery.base.pdf import NO_GLYPH, PaperFailed, render_pdf, render_png
from tests.base import papers_samples as samples

ROOT = Path(__file__).parent.parent.parent
WORDS = ("Əliyeva", "Țoiu", "Ґалина", "Ἀθῆναι")


@pytest.mark.parametrize(
    "face", ["EBGaramond-Regular", "EBGaramond-SemiBold", "EBGaramond-Italic", "SourceSans3-Regular"]
)
@pytest.mark.parametrize("word", WORDS)
def test_each_face_holds_the_word_whole(face: str, word: str) -> None:
    held = typefaces.characters_of(typefaces.FOLDER / f"{face}.ttf")

    assert {ord(letter) for letter in unicodedata.normalize("NFC", word)} <= held


@pytest.mark.parametrize("language", samples.SCRIPTS)
def test_every_sample_can_be_printed(language: str) -> None:
    name, office = samples.SCRIPTS[language]

    assert typefaces.unprintable(name + office) == ""


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Țoiu", ""),
        ("T\u0326oiu and A\u0301", ""),
        ("a\u200db\u2067c\ufe0f", ""),
        ("😀 a 😀 ᚠ", "😀ᚠ"),
        ("bell\x07", "\x07"),
        ("\ufeffmark", "\ufeff"),
        ("", ""),
    ],
)
def test_unprintable_names_each_missing_character_once(text: str, missing: str) -> None:
    assert typefaces.unprintable(text) == missing


def paper_of(text: str) -> dict[str, object]:
    face = {"name": text, "lines": [], "language": "en", "label": ""}
    return {"sheet": "a4", "cut": "card", "style": "flat", "cards": [{"front": face, "back": None}]}


def lacks_a_glyph(text: str) -> bool:
    try:
        render_pdf(
            "guests/papers/place_cards.typ", paper_of(text), language="en", title="T", imprint=samples.IMPRINT
        )
    except PaperFailed as failed:
        return failed.template in NO_GLYPH
    return False


@given(st.characters(exclude_categories=("Cs", "Zl", "Zp", "Zs", "Cc")))
def test_only_what_is_called_unprintable_is_refused(character: str) -> None:
    """The typesetter itself refuses a PDF/UA with an empty box, so the two agree on every character."""
    text = f"a {character} b"

    assert lacks_a_glyph(text) == bool(typefaces.unprintable(text))


def picture_of(text: str) -> bytes:
    (page,) = render_png(
        "guests/papers/place_cards.typ",
        paper_of(text),
        language="en",
        title="T",
        imprint=samples.IMPRINT,
        ppi=72,
    )
    return Image.open(io.BytesIO(page)).convert("L").tobytes()


@pytest.mark.parametrize("language", samples.SCRIPTS)
def test_letters_of_each_script_are_drawn_apart(language: str) -> None:
    """Two empty boxes would look alike; two letters do not, and neither is a blank card."""
    letters = list(dict.fromkeys(letter for letter in samples.SCRIPTS[language][0] if letter.isalpha()))
    first, second = letters[0], letters[1]

    pictures = {picture_of(first), picture_of(second), picture_of("\u200d")}

    assert len(pictures) == 3


def test_listing_names_each_file_with_its_digest_and_licence() -> None:
    listing = json.loads((ROOT / "vendor.json").read_text())["files"]
    listed = {row["path"]: row for row in listing}
    carried = {
        str(path.relative_to(ROOT))
        for folder in ("chancery/base/fonts", "chancery/base/static/base/fonts")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }

    assert carried <= set(listed)
    for path in carried:
        digest = base64.b64encode(hashlib.sha384((ROOT / path).read_bytes()).digest()).decode()
        assert listed[path]["sha384"] == f"sha384-{digest}", path
        assert listed[path]["licence"] == "OFL-1.1", path


def test_each_family_comes_with_its_licence() -> None:
    families = {face.name.split("-")[0] for face in typefaces.FOLDER.glob("*.ttf")}

    licences = {
        licence.name.removesuffix("-OFL.txt") for licence in (typefaces.FOLDER / "licences").iterdir()
    }

    assert families <= licences


def test_lock_file_holds_no_download_address() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text())

    assert lock["packages"]
    assert not [name for name, package in lock["packages"].items() if "resolved" in package]


def test_file_without_a_character_map_is_refused(tmp_path: Path) -> None:
    empty = tmp_path / "Empty-Regular.ttf"
    empty.write_bytes(b"\x00\x01\x00\x00" + b"\x00" * 8)

    with pytest.raises(ValueError, match="cmap is missing"):
        typefaces.characters_of(empty)


def test_directions_of_paper_are_those_of_the_house() -> None:
    assert {"ar", "he", "fa", "ur"} <= RIGHT_TO_LEFT
