"""Names are folded and sounded on the telephone as they are in the office (R83)."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from chancery.rules.names import search
from chancery.rules.names.exported import tables
from chancery.rules.names.known import caucasian, eastern, hebrew, romanian, slavic, western

TABLES = Path(__file__).parents[2] / "chancery/door/static/door/names.json"
WORDS_OF = Path(__file__).with_name("words_of.mjs")

SPELT = (
    "Əliyeva Leyla", "Gül-Nar Şükürova", "Țoiu Oana", "Ґалина Їжак", "Ἀθῆναι Παπαδόπουλος",
    "Ευάγγελος Ντόκος", "გიორგი მაისურაძე", "Արմեն Պետրոսյան", "محمّد بن سلمان", "عبد الرحمن",
    "שִׁמְעוֹן לוי", "习近平", "歐陽 娜娜",
    "曾國藩", "Jin-ping Xi", "O’Brien", "D'Angelo", "Straße", "Łukasz Wałęsa", "Dvořák",
    "Tchaikovsky", "Щербаков", "Смирнoв", "İlham", "Qudsi Osmanov", "Vasili Simileanu", "山田 太郎",
    "さくら", "김민준",
    "12 bis", "", "  -- ", "María José Ñúñez", "Jean-François d’Aubigné", "ǅemal", "ﬁnn",
    "Ｆｕｌｌ", "Müller-Lüdenscheidt", "Þór Ægisson",
)  # fmt: skip


@pytest.fixture(scope="module")
def names() -> list[str]:
    """Names in all scripts, and every spelling of the tables that are known."""
    modules = (caucasian, eastern, hebrew, romanian, slavic, western)
    text = " ".join(value for module in modules for value in vars(module).values() if isinstance(value, str))
    return [*SPELT, *sorted(set(re.findall(r"[^\s,.;:]+", text)))]


@pytest.fixture(scope="module")
def on_the_phone(names: list[str]) -> list[list[str]]:
    """What the script of the telephone makes of the names."""
    told = subprocess.run(
        ["node", WORDS_OF], input=json.dumps(names), capture_output=True, text=True, check=True
    )
    found: list[list[str]] = json.loads(told.stdout)
    return found


def test_words_are_the_same_on_the_phone(names: list[str], on_the_phone: list[list[str]]) -> None:
    differing = {
        name: (search.words_of(name), found)
        for name, found in zip(names, on_the_phone, strict=True)
        if found != search.words_of(name)
    }

    assert differing == {}


def test_tables_of_the_phone_are_those_of_the_rules() -> None:
    """When they differ, tools/door-names writes them anew."""
    assert json.loads(TABLES.read_text()) == json.loads(json.dumps(tables()))
