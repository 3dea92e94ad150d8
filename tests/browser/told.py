"""
A page of the manual that tells what to do, done word by word.

Words in bold are pressed, words in “quotes” are written or read. Each of them has to stand in one of these
forms; one that stands in none fails, so that nothing is told that nobody does:

    press **NAME**, open **NAME**, then **NAME**          a link, button or heading that unfolds
    press **NAME** beside “TEXT”                          the one nearest to a text
    press **NAME** at the top                             the one in the head of the page
    write “TEXT” under **LABEL**                          a field
    choose “OPTION” under **LABEL**                       a menu
    you see “TEXT” and “TEXT”                             somewhere on the page
    open the address on the page in a second window       a telephone
    in the first window, in the second window             where all that follows is done
    ![words](…/pictures/NAME.webp)                        a picture of the page as it stands now
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import ElementHandle, Error, Page, expect

from tests.browser.picturing import picture

BOLD, QUOTED = r"\*\*([^*]+)\*\*", r"“([^”]+)”"
FORMS = {
    "beside": rf"(?:press|then) {BOLD} beside {QUOTED}",
    "top": rf"(?:press|then) {BOLD} at the top",
    "press": rf"(?:press|open|then) {BOLD}",
    "write": rf"write {QUOTED} under {BOLD}",
    "choose": rf"choose {QUOTED} under {BOLD}",
    "see": rf"you see ((?:{QUOTED.replace('(', '(?:')}(?:, and |, | and )?)+)",
    "second": r"open the address on the page in a second window",
    "window": r"in the (first|second) window",
    "picture": r"!\[[^\]]*\]\((?:\.\./)*pictures/([a-z0-9-]+)\.webp\)",
}
ANY = re.compile("|".join(f"(?P<{name}>{form})" for name, form in FORMS.items()), re.IGNORECASE)
PRESSED = "a[href], button, summary, [role=button], [role=tab], [role=option], label"

# The names of a control: all it says, its first words, and what a screen reader is told.
NAMES = """all => all.map(node => {
  const said = (node.innerText ?? node.textContent).replace(/\\s+/g, " ").trim();
  const walk = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  let first = "";
  while (!first && walk.nextNode()) first = walk.currentNode.data.replace(/\\s+/g, " ").trim();
  const seen = node.checkVisibility({visibilityProperty: true}) && node.getClientRects().length > 0
    && !node.querySelector("a[href], button");
  return {names: seen ? [said, first, node.ariaLabel ?? ""] : [], to: node.href ?? ""};
})"""
THERE = (
    f"([name, pressed]) => ({NAMES})([...document.querySelectorAll(pressed)])"
    ".some(each => each.names.includes(name))"
)
# A letter that is shown as a picture comes after its page.
SHOWN = """() => [...document.images].every(
  image => image.complete || image.getBoundingClientRect().top > innerHeight)"""
AGAIN = 20
AT_THE_TOP = "node => !!node.closest('.topline')"
# How many steps up from a control something says the text.
FAR = 1000
DISTANCE = """(node, text) => {
  const flat = words => words.replace(/\\s+/g, " ");
  for (let steps = 0, at = node; at; steps++, at = at.parentElement)
    if (flat(at.innerText ?? "").includes(flat(text))) return steps;
  return 1000;  // FAR
}"""


type Named = tuple[ElementHandle, str]  # a control, and where it leads


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: its form and the words in it."""

    form: str
    words: tuple[str, ...]
    told: str


def steps_of(text: str) -> Iterator[Step]:
    """Return the steps of a page in their order. Errors: AssertionError for words that are in no form."""
    text = re.sub(r"\s+", " ", text)
    last = 0
    for found in ANY.finditer(text):
        assert_is_prose(text[last : found.start()])
        form = found.lastgroup or ""
        words = tuple(word for word in found.groups() if word and word != found[0])
        yield Step(form, quoted_in(words[0]) if form == "see" else words, found[0])
        last = found.end()
    assert_is_prose(text[last:])


def quoted_in(words: str) -> tuple[str, ...]:
    return tuple(re.findall(QUOTED, words))


def assert_is_prose(text: str) -> None:
    """Words between the steps tell nothing that has to be done."""
    assert not re.search(r"\*\*|[“”]|!\[", text), f"No step of a form that a test knows: {text.strip()}"


def only_one(found: list[Named]) -> ElementHandle:
    """What the name means; several of one name have to lead to the same."""
    assert len({to for _each, to in found}) == 1, "several have that name"
    return found[0][0]


def nearest(found: list[Named], text: str) -> ElementHandle:
    """The one with the fewest steps up to something that says the text."""
    steps = [int(each.evaluate(DISTANCE, text)) for each, _to in found]
    assert min(steps) < FAR, f"nothing is beside “{text}”"
    return found[steps.index(min(steps))][0]


@dataclass(slots=True)
class Reader:
    """Somebody who does what a page tells, in one window or two."""

    page: Page
    second: Callable[[str], Page]
    first: Page = field(init=False)
    other: Page | None = None

    def __post_init__(self) -> None:
        self.first = self.page

    def do(self, step: Step) -> None:
        """Do one step. Errors: AssertionError or TimeoutError naming the step."""
        try:
            getattr(self, f"_{step.form}")(*step.words)
        except Exception as error:
            error.add_note(f"The manual says: {step.told}; the page is {self.page.url}.")
            raise

    def _press(self, name: str) -> None:
        self._click(name, only_one)

    def _top(self, name: str) -> None:
        self._click(name, lambda found: only_one([each for each in found if each[0].evaluate(AT_THE_TOP)]))

    def _beside(self, name: str, text: str) -> None:
        self._click(name, lambda found: nearest(found, text))

    def _click(self, name: str, chosen: Callable[[list[Named]], ElementHandle]) -> None:
        """Click what has the name, as soon as there is one; a page may draw itself anew meanwhile."""
        for _time in range(AGAIN):
            self.page.wait_for_function(THERE, arg=[name, PRESSED])
            controls = self.page.query_selector_all(PRESSED)
            try:
                told = zip(controls, self.page.evaluate(NAMES, controls), strict=True)
                if found := [(each, said["to"]) for each, said in told if name in said["names"]]:
                    chosen(found).click()
                    self.page.wait_for_load_state()
                    return
            except Error as error:
                if not re.search("attached|context", str(error)):
                    raise
        raise AssertionError(f"nothing stays that is called {name}")

    def _write(self, text: str, label: str) -> None:
        found = self.page.get_by_label(label, exact=True).or_(self.page.get_by_placeholder(label, exact=True))
        found.locator("visible=true").first.fill(text)

    def _choose(self, option: str, label: str) -> None:
        self.page.get_by_label(label, exact=True).select_option(label=option)

    def _see(self, *texts: str) -> None:
        for text in texts:
            expect(self.page.get_by_text(text).locator("visible=true").first).to_be_visible()

    def _second(self) -> None:
        address = re.search(r"https?://\S+", self.page.locator("main").inner_text())
        assert address, "no address stands on the page"
        self.other = self.page = self.second(address[0])

    def _window(self, which: str) -> None:
        page = self.first if which == "first" else self.other
        assert page, "there is no second window yet"
        self.page = page

    def _picture(self, name: str) -> None:
        self.page.wait_for_function(SHOWN)
        floats = self.page.locator("dialog[open], [role=combobox][aria-expanded=true]").count() > 0
        picture(self.page, name, "body" if floats or self.page is self.other else "main")


def told_steps(page: Path) -> list[Step]:
    """The steps of a page of the manual: what stands in its numbered lines, and its pictures."""
    lines = re.split(r"\n(?=\d+\. |\n|#)", page.read_text())
    told = [line for line in lines if re.match(r"\d+\. |\n?!\[", line)]
    return [step for line in told for step in steps_of(line)]
