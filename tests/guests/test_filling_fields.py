"""Fields filled with values: nothing in a value or a text is ever more than text."""

from html import unescape
from html.parser import HTMLParser

from hypothesis import example, given
from hypothesis import strategies as st

from chancery.guests.wordings import filling
from chancery.guests.wordings.source import TAGS, blocks_of, cleaned, line_of

LINK = "https://example.org/r/x/"


def text_of(source: str, **values: str) -> str:
    return filling.as_text(blocks_of(source), lambda name: values.get(name, ""))


def html_of(source: str, **values: str) -> str:
    return filling.as_html(blocks_of(source), lambda name: values.get(name, ""))


def tags_in(html: str) -> list[str]:
    """The tags of a piece of HTML as a browser finds them."""
    found: list[str] = []

    class Finder(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append(tag)

    finder = Finder()
    finder.feed(html)
    finder.close()
    return found


def test_plain_paragraphs_and_html_come_to_the_same() -> None:
    assert html_of("One\ntwo\n\nThree") == html_of("<p>One<br>two</p><p>Three</p>")
    assert text_of("One\ntwo\n\nThree") == "One\ntwo\n\nThree"


def test_blocks_written_once_for_all_say_what_each_would_say() -> None:
    source = (
        "<p>{salutation},</p><h2>{event}</h2><hr><p>{when}<br>{place}</p>"
        "<p>Dress: {dress}</p><p>{own_text}</p><ul><li>{event} for {guest}</li></ul>"
    )
    values = {
        "event": "A & B",
        "when": "19:00",
        "own_text": "One.\n\nTwo.",
        "salutation": "Sir",
        "guest": "G",
    }
    blocks = blocks_of(source)

    parts = filling.shared(blocks, {"event", "when", "place", "dress", "own_text"}, value_of(values))

    personal = value_of({"salutation": "Madam", "guest": "H"}, otherwise="unasked")
    everything = value_of({**values, "salutation": "Madam", "guest": "H"})
    assert [isinstance(part, filling.Same) for part in parts] == [False, True, True, True, True, True, False]
    assert filling.as_text(parts[:-1], personal) == filling.as_text(blocks[:-1], everything)
    assert filling.as_html(parts[:-1], personal) == filling.as_html(blocks[:-1], everything)
    assert filling.as_html(parts, everything) == filling.as_html(blocks, everything)


def value_of(values: dict[str, str], *, otherwise: str = "") -> filling.Values:
    return lambda name: values.get(name, otherwise)


def test_lists_headings_and_rules_read_well_as_text() -> None:
    source = "<h2>{a}</h2><ul><li>{b}</li><li>{c}</li><li>fixed</li></ul><hr><p>end</p>"

    assert text_of(source, a="A", b="B") == "A\n\n– B\n– fixed\n\n* * *\n\nend"
    assert html_of(source, a="A", b="B").splitlines() == [
        "<h2>A</h2>",
        "<ul><li>B</li><li>fixed</li></ul>",
        "<hr>",
        "<p>end</p>",
    ]


def test_links_are_written_out_in_the_text_once() -> None:
    assert text_of('<p><a href="{l}">Reply</a> now</p>', l=LINK) == f"Reply: {LINK} now"
    assert text_of('<p><a href="{l}">{l}</a></p>', l=LINK) == LINK
    assert text_of('<p><a href="mailto:a@example.org">a@example.org</a></p>') == "a@example.org"


def test_a_line_goes_with_its_only_field_and_stays_with_another() -> None:
    assert text_of("<p>Dress: {a}<br>At {b}</p>", b="B") == "At B"
    assert text_of("<p>{a}, {b}</p><p>{a}</p>", b="B") == ", B"
    assert html_of("<ul><li>{a}</li></ul>") == ""


def test_a_value_of_several_lines_keeps_them_only_where_it_stands_alone() -> None:
    assert text_of("<p>{a}</p>", a="one\ntwo") == "one\ntwo"
    assert html_of("<p><strong>{a}</strong></p>", a="one\ntwo") == "<p><strong>one<br>two</strong></p>"
    assert text_of("<p>Dear {a}.</p>", a="one\ntwo") == "Dear one, two."


def test_a_value_of_several_paragraphs_becomes_several() -> None:
    assert html_of("<p>{a}</p>", a="one\n\ntwo\nthree") == "<p>one</p>\n<p>two<br>three</p>"


def test_braces_are_doubled_to_be_written() -> None:
    assert text_of("<p>{{a}} {a}</p>", a="A") == "{a} A"


def test_only_an_address_can_be_the_target_of_a_link() -> None:
    assert 'href="#"' in html_of('<p><a href="{l}">x</a></p>', l="javascript:alert(1)")


def test_a_subject_is_one_line_without_what_an_empty_field_leaves() -> None:
    line = line_of("Invitation: {event}, {day}")

    written = filling.line_as_text(line, lambda name: {"event": "A\r\nBcc: x"}.get(name, ""))

    assert "\n" not in written
    assert filling.line_as_text(line, {"event": "A", "day": ""}.__getitem__) == "Invitation: A"


def test_marks_of_direction_are_taken_out_and_names_of_the_other_direction_set_apart() -> None:
    assert filling.tidy("a\u202ecba\u0007", "en") == "acba"
    assert filling.tidy("ليلى", "en") == "\u2068ليلى\u2069"
    assert filling.tidy("Leyla", "ar") == "\u2068Leyla\u2069"
    assert filling.tidy("Leyla", "en") == "Leyla"


@given(value=st.text(max_size=80))
def test_no_value_brings_a_tag_or_a_field_of_its_own(value: str) -> None:
    """Whatever a name is, the HTML has the tags of the wording and no others, and the text shows the name."""
    plain = filling.tidy(value, "en")

    html = html_of("<p>x {a} y {b}</p>", a=plain, b="B")

    assert tags_in(html) == ["p"]
    assert text_of("<p>x {a} y {b}</p>", a=plain, b="B").count("B") == plain.count("B") + 1
    if "\n" not in plain:
        assert unescape(html) == f"<p>x {plain} y B</p>"


@given(source=st.text(alphabet=st.sampled_from("<>/abpul{}\"'= \n&;hrefscript!-"), max_size=120))
@example(source=";<p;>")
def test_no_source_brings_a_tag_that_is_not_allowed(source: str) -> None:
    """Whatever is written, only light formatting comes out, and cleaning twice changes nothing."""
    html = html_of(source, a="A")

    assert set(tags_in(html)) <= TAGS
    assert cleaned(cleaned(source)) == cleaned(source)
