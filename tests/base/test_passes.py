"""Entry passes: signed once, read anywhere, made by nobody else."""

import base64
import json
import string
import subprocess
from collections.abc import Iterator
from pathlib import Path
from shutil import which

import pytest
import zxingcpp

from chancery.base import passes
from chancery.base.codes import new_code
from chancery.base.passes import KeyFileWrong, Pass, public_keys, read_pass, sign_pass

CODE = "23456789bcdf"


@pytest.fixture(autouse=True)
def folder(settings: object, tmp_path: Path) -> Iterator[Path]:
    """The folder of the keys of an installation of its own."""
    settings.HOME = tmp_path  # type: ignore[attr-defined]  # the fixture of Django's settings
    _forget()
    yield tmp_path / "keys" / "passes"
    _forget()


def _forget() -> None:
    passes._keys.cache_clear()
    passes._public.cache_clear()


def _rotate(folder: Path) -> None:
    (folder / "0002.key").write_text("a second secret of more than thirty-two letters", encoding="ascii")
    _forget()


@pytest.mark.parametrize("people", [1, 2, 255])
def test_a_pass_says_the_code_and_the_people(people: int) -> None:
    text = sign_pass(code=CODE, people=people)

    assert read_pass(text) == Pass(CODE, people)
    assert sign_pass(code=CODE, people=people) == text
    assert len(text) == passes.TEXT_LENGTH == 128
    assert set(text) <= set(string.ascii_uppercase + string.digits)


def test_a_qr_code_holds_a_pass_in_its_denser_mode() -> None:
    code = zxingcpp.create_barcode(
        sign_pass(code=CODE, people=2), zxingcpp.BarcodeFormat.QRCode, ec_level="M"
    )

    assert code.to_image(scale=1, add_quiet_zones=False).shape == (41, 41)


def test_every_good_pass_of_a_party_is_known_the_newest_first(folder: Path) -> None:
    old = sign_pass(code=CODE, people=2)
    _rotate(folder)

    assert list(passes.good_passes(code=CODE, people=2)) == [sign_pass(code=CODE, people=2), old]
    assert {read_pass(text) for text in passes.good_passes(code=CODE, people=2)} == {Pass(CODE, 2)}


@pytest.mark.parametrize("place", [3, 5, 12, 40, 90, 126])
def test_a_pass_changed_in_one_letter_is_none(place: int) -> None:
    text = sign_pass(code=CODE, people=2)
    changed = "A" if text[place] != "A" else "B"

    assert read_pass(text[:place] + changed + text[place + 1 :]) is None


def test_one_party_has_one_text() -> None:
    """The last letter has a bit to spare, and no second spelling of a pass is read."""
    text = sign_pass(code=CODE, people=1)
    spelt = [text[:-1] + letter for letter in string.ascii_uppercase + "234567"]

    assert [one for one in spelt if read_pass(one)] == [text]


@pytest.mark.parametrize(
    "text", ["", "CH1", "https://example.org/", "CH1" + "A" * 125, "CH1" + "1" * 125, "ș" * 128]
)
def test_other_texts_are_none(text: str) -> None:
    assert read_pass(text) is None


def test_small_letters_are_none() -> None:
    assert read_pass(sign_pass(code=CODE, people=1).lower()) is None


@pytest.mark.parametrize(("code", "people"), [("short", 1), ("A" * 12, 1), (CODE, 0), (CODE, 256)])
def test_no_pass_is_made_for_what_is_no_party(code: str, people: int) -> None:
    with pytest.raises(ValueError, match=r"for 1 to 255 people\."):
        sign_pass(code=code, people=people)


def test_after_a_new_key_the_old_passes_are_good_and_new_ones_are_signed_with_it(folder: Path) -> None:
    old = sign_pass(code=CODE, people=1)
    _rotate(folder)
    new = sign_pass(code=CODE, people=1)

    assert new != old
    assert read_pass(old) == read_pass(new) == Pass(CODE, 1)
    assert sorted(public_keys()) == ["1", "2"]


def test_a_pass_of_a_key_that_was_removed_is_none(folder: Path) -> None:
    old = sign_pass(code=CODE, people=1)
    _rotate(folder)
    (folder / "0001.key").unlink()
    _forget()

    assert read_pass(old) is None
    assert sorted(public_keys()) == ["2"]


def test_keys_are_for_their_owner_alone(folder: Path) -> None:
    sign_pass(code=CODE, people=1)

    assert [oct(path.stat().st_mode & 0o777) for path in (folder, folder / "0001.key")] == ["0o700", "0o600"]
    assert [len(base64.urlsafe_b64decode(key + "=")) for key in public_keys().values()] == [32]


@pytest.mark.parametrize("name", ["first.key", "0000.key", "0256.key"])
def test_a_key_without_a_number_is_named(folder: Path, name: str) -> None:
    folder.mkdir(parents=True)
    (folder / name).write_text("a secret")

    with pytest.raises(KeyFileWrong, match=name):
        sign_pass(code=CODE, people=1)


@pytest.mark.skipif(which("node") is None, reason="needs Node")
@pytest.mark.parametrize("reader", ["browser", "vendored"])
def test_telephones_read_the_same_passes(folder: Path, tmp_path: Path, reader: str) -> None:
    good = [(new_code(), people) for people in (1, 2, 17, 255)]
    texts = [sign_pass(code=code, people=people) for code, people in good]
    _rotate(folder)
    texts += [sign_pass(code=CODE, people=3)]
    spoiled = [
        texts[0][:60] + "A7" + texts[0][62:],
        texts[0].lower(),
        "CH1",
        "",
        texts[1] + "A",
        _with_last_bit(texts[2]),
    ]
    vectors = tmp_path / "vectors.json"
    vectors.write_text(json.dumps({"keys": public_keys(), "texts": texts + spoiled, "reader": reader}))

    script = Path(__file__).parents[1] / "js" / "support" / "read_passes.js"
    done = subprocess.run(["node", str(script), str(vectors)], capture_output=True, text=True, check=True)

    expected = [{"code": code, "people": people} for code, people in [*good, (CODE, 3)]]
    assert json.loads(done.stdout) == expected + [None] * len(spoiled)


def _with_last_bit(text: str) -> str:
    letters = string.ascii_uppercase + "234567"
    return text[:-1] + letters[letters.index(text[-1]) ^ 1]
