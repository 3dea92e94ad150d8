"""Every component as it comes out, and what every template, style sheet and module must keep to."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

import chancery.base
from chancery.base import colour
from chancery.base.frame import Shape

BASE = Path(chancery.base.__file__).parent
STATIC = BASE / "static/base"
TEMPLATES = sorted((BASE / "templates").rglob("*.html"))
STYLES = sorted(path for path in (STATIC / "css").glob("*.css") if path.name != "fonts.css")
MODULES = sorted((STATIC / "js").glob("*.js"))
PAGES = [
    *["home", "guests", "programme", "order", "states", "form", "form?wrong", "confirm", "card", "why"],
    *["find", "refused", "failed"],
]

each_template = pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
each_style = pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)


def without_comments(path: Path) -> str:
    return re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES])
def test_each_page_comes_out_whole_in_each_language(gallery_site: None, page: str, language: str) -> None:
    response = Client(headers={"Accept-Language": language}).get(f"/{page}")

    html = response.content.decode()
    assert response.status_code == 200
    assert "UNKNOWN VARIABLE" not in html
    assert not re.search(r"""\s(style|on[a-z]+)=["']""", html)
    assert not re.search(r"<script(?![^>]*\b(src=|application/json))", html)
    assert "<style" not in html


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_the_page_says_its_language_and_direction(gallery_site: None, language: str, direction: str) -> None:
    html = Client(headers={"Accept-Language": language}).get("/guests").content.decode()

    assert f'<html lang="{language}" dir="{direction}"' in html


def test_the_reasons_are_a_page_and_a_part(gallery_site: None) -> None:
    page = Client().get("/why").content.decode()
    part = Client().get("/why", headers={"HX-Request": "true"}).content.decode()

    assert "<html" in page
    assert "<html" not in part
    assert "R2" in page
    assert "R2" in part


def test_the_spine_gives_a_phone_four_stages(gallery_site: None) -> None:
    html = Client().get("/guests").content.decode()
    spine = html.split('class="spine"')[1].split("</nav>")[0]

    assert spine.count("<li") == 7
    assert spine.count("data-near") == 4
    assert spine.count('aria-current="page"') == 1


def test_a_refused_form_keeps_its_input_and_leads_to_each_field(gallery_site: None) -> None:
    html = Client().get("/form?wrong").content.decode()

    assert 'value="no address"' in html
    for target in re.findall(r'href="#([^"]+)"', html.split("error-summary")[1].split("</ul>")[0]):
        assert f'id="{target}"' in html


def test_a_running_order_tells_its_lengths_in_words_and_for_the_scale(gallery_site: None) -> None:
    html = Client().get("/programme").content.decode()

    assert 'data-ch-seconds="1800"' in html
    assert "30 min" in html
    assert 'name="minutes-1" value="30" min="15" max="40"' in html
    assert 'name="minutes-2"' not in html


def test_finished_work_is_no_longer_asked_after(gallery_site: None) -> None:
    html = Client().get("/states").content.decode()

    assert html.count('hx-trigger="every 1s"') == 1
    assert "Row 12 has no name; write one and import again." in html


@each_template
def test_a_template_is_short_and_lists_its_arguments(path: Path) -> None:
    text = path.read_text()

    assert len(text.splitlines()) < 120
    if path.name.startswith("_") or "base/widgets" in str(path):
        assert "{% comment %}" in text


@each_template
def test_a_template_has_no_inline_script_or_style(path: Path) -> None:
    text = path.read_text()

    assert not re.search(r"""\s(style|on[a-z]+|hx-on[:a-z-]*)=["']""", text)
    assert not re.search(r"<script(?![^>]*\bsrc=)", text)


@each_template
def test_every_icon_of_a_template_is_drawn(path: Path) -> None:
    drawn = set(re.findall(r'<symbol id="([^"]+)"', (STATIC / "icons.svg").read_text()))

    assert set(re.findall(r'{% icon "([^"]+)"', path.read_text())) <= drawn
    assert {shape.value for shape in Shape} <= drawn


@each_style
def test_a_style_sheet_knows_no_left_and_right(path: Path) -> None:
    physical = re.findall(
        r"(?m)^\s*(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|width|height"
        r"|(?:min|max)-(?:width|height)|float:\s*(?:left|right)|text-align:\s*(?:left|right))\s*[:;]",
        without_comments(path),
    )

    assert physical == []


@each_style
def test_a_style_sheet_takes_its_colours_from_the_tokens(path: Path) -> None:
    if path.name not in {"tokens.css", "print.css"}:
        assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[^{]*[;}])", without_comments(path)) == []


def test_every_property_that_is_used_is_defined() -> None:
    text = "".join(without_comments(path) for path in STYLES)
    defined = set(re.findall(r"(--[\w-]+)\s*:", text))

    # The accent by night comes from the sheet of an organiser, the others from scripts.
    assert set(re.findall(r"var\((--[\w-]+)", text)) - defined == {"--accent-night", "--height", "--turned"}


def tokens(scheme: str) -> dict[str, str]:
    text = without_comments(STATIC / "css/tokens.css")
    night = text.split('[data-theme="dark"] {')[1].split("}")[0]
    block = text.split(":root {")[1].split("}")[0] + (night if scheme == "night" else "")
    found = dict(re.findall(r"(--[\w-]+):\s*(#[0-9a-f]{6});", block))
    if scheme == "night":
        found["--accent"] = re.findall(r"--accent: var\(--accent-night, (#[0-9a-f]{6})\)", night)[0]
    return found


@pytest.mark.parametrize("scheme", ["day", "night"])
@pytest.mark.parametrize("ground", ["--paper", "--raised"])
@pytest.mark.parametrize("ink", ["--ink", "--muted", "--accent", "--good", "--careful", "--wrong"])
def test_every_colour_of_text_reads_at_aa(scheme: str, ground: str, ink: str) -> None:
    colours = tokens(scheme)

    assert colour.contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["day", "night"])
def test_buttons_and_edges_are_seen(scheme: str) -> None:
    colours = tokens(scheme)

    assert colour.contrast(colours["--on-accent"], colours["--accent"]) >= 4.5
    assert colour.contrast(colours["--edge"], colours["--paper"]) >= 3
    assert colour.contrast(colours["--edge"], colours["--raised"]) >= 3


def test_the_night_of_the_system_and_of_the_reader_are_the_same() -> None:
    text = without_comments(STATIC / "css/tokens.css")
    by_system = text.split(':root:not([data-theme="light"]) {')[1].split("}")[0]
    by_reader = text.split(':root[data-theme="dark"] {')[1].split("}")[0].replace("color-scheme: dark;", "")

    assert by_system.split() == by_reader.split()


def test_the_paper_of_the_tokens_is_the_ground_of_the_accents() -> None:
    assert tokens("day")["--paper"].upper() == colour.PAPER
    assert tokens("night")["--paper"].upper() == colour.NIGHT
    assert tokens("day")["--accent"].upper() == colour.DEFAULT_ACCENT


def test_every_module_that_can_start_is_started() -> None:
    starting = {
        path.stem for path in MODULES if re.search(r"export (const|function) start\b", path.read_text())
    }

    assert set(re.findall(r'from "\./(\w+)\.js"', (STATIC / "js/app.js").read_text())) == starting


def test_every_hook_of_the_templates_has_its_module() -> None:
    used = {hook for path in TEMPLATES for hook in re.findall(r"data-ch-[a-z-]+", path.read_text())}
    code = "".join(path.read_text() for path in MODULES)
    known = set(re.findall(r"data-ch-[a-z-]+", code))

    assert used <= known


def test_modules_are_short() -> None:
    assert {path.name: lines for path in MODULES if (lines := len(path.read_text().splitlines())) > 200} == {}


def test_the_head_loads_every_style_sheet() -> None:
    parts = ("_head_begin", "_head")
    head = "".join((BASE / f"templates/base/{part}.html").read_text() for part in parts)
    # The page on which guests answer and those for anybody have a head of their own.
    for own in (
        "guests/templates/reply/base",
        "base/templates/base/public",
        "record/templates/record/public_communique",
        "record/templates/record/public/photos",
    ):
        head += (BASE.parent / f"{own}.html").read_text()

    assert set(re.findall(r"base/css/(\w+\.css)", head)) == {path.name for path in STYLES} | {"fonts.css"}
