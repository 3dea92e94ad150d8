"""What a browser would send for a form as it stands on a page."""

from html.parser import HTMLParser

UNSENT = frozenset({"submit", "button", "reset", "image", "file"})

type Sent = dict[str, str | list[str]]


class _Forms(HTMLParser):
    """Gathers what each form of a page would send without its buttons, by the address it goes to."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[tuple[str, list[tuple[str, str]]]] = []
        self.select, self.option, self.area = "", "", ""
        self.chosen: list[str] = []
        self.first: str | None = None
        self.is_in_form = False
        self.is_kept_back = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "template":
            self.is_kept_back = True
        elif self.is_kept_back:
            return
        elif tag == "form":
            self.forms.append((given.get("action", ""), []))
            self.is_in_form = True
        elif tag == "input":
            self._input(given)
        elif tag == "select":
            self.select, self.chosen, self.first = given.get("name", ""), [], None
        elif tag == "option" and self.select:
            self.first = given.get("value", "") if self.first is None else self.first
            self.chosen += [given.get("value", "")] if "selected" in given else []
        elif tag == "textarea":
            self.area = given.get("name", "")
            self._say(self.area, "")

    def handle_data(self, data: str) -> None:
        if self.area:
            name, text = self.forms[-1][1].pop()
            self._say(name, text + data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "select" and self.select:
            for value in self.chosen or ([] if self.first is None else [self.first]):
                self._say(self.select, value)
            self.select = ""
        elif tag == "textarea":
            self.area = ""
        elif tag == "template":
            self.is_kept_back = False
        elif tag == "form":
            self.is_in_form = False

    def _input(self, given: dict[str, str]) -> None:
        kind = given.get("type", "text")
        is_chosen = kind not in ("checkbox", "radio") or "checked" in given
        if given.get("name") and kind not in UNSENT and is_chosen and "disabled" not in given:
            self._say(given["name"], given.get("value", "on" if kind == "checkbox" else ""))

    def _say(self, name: str, value: str) -> None:
        if self.is_in_form:
            self.forms[-1][1].append((name, value))


def sent_by(page: str, *, having: str) -> Sent:
    """
    Return what the form of a page with a field called `having` would send.

    Shape: the value of each field by its name, a list where a name comes more than once.
    Errors: LookupError where no form of the page has such a field.
    """
    reader = _Forms()
    reader.feed(page)
    for _address, pairs in reader.forms:
        if any(name == having for name, _value in pairs):
            return _gathered(pairs)
    raise LookupError(f"No form of the page has a field “{having}”.")


def _gathered(pairs: list[tuple[str, str]]) -> Sent:
    sent: dict[str, list[str]] = {}
    for name, value in pairs:
        sent.setdefault(name, []).append(value)
    return {name: values[0] if len(values) == 1 else values for name, values in sent.items()}
