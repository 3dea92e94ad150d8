"""
The HTML of an e-mail: one column of text as a letter has it, without tables, pictures or anything fetched.

Nothing in it is fetched and nothing tells the sender that it was read. It reads at 320 px, by day and night.
"""

from html import escape

from chancery.base.languages import direction

# Fields in double angles, because style sheets are full of braces.
_PAGE = """<!DOCTYPE html>
<html lang="«language»" dir="«direction»">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>«title»</title>
<style>
:root { color-scheme: light dark; }
body { margin: 0; padding: 0; background: #FBFAF7; color: #1E2430; }
main { max-width: 36em; margin: 0 auto; padding: 24px 20px; overflow-wrap: anywhere;
  font: 17px/1.55 Georgia, "Noto Naskh Arabic", "Times New Roman", serif; }
h2 { font-size: 1.35em; line-height: 1.3; font-weight: 600; margin: 1.2em 0 0.5em; }
p, ul, ol { margin: 0 0 1em; }
hr { border: 0; border-top: 1px solid #D9D5CB; margin: 1.5em 0; }
a { color: «accent»; }
.house { font-size: 0.85em; color: #5B6270; border-bottom: 1px solid #D9D5CB; padding-bottom: 10px;
  margin-bottom: 24px; }
.before { display: none; max-height: 0; overflow: hidden; }
@media (prefers-color-scheme: dark) {
  body { background: #14171D; color: #ECE8DF; }
  a { color: «accent_night»; }
  .house { color: #A9A69D; border-color: #3A3F4A; }
  hr { border-color: #3A3F4A; }
}
</style>
</head>
<body>
<div class="before" style="display:none">«before»</div>
<main>
<p class="house">«house»</p>
«body»
</main>
</body>
</html>
"""


def mail_page(
    body: str, *, language: str, title: str, before: str, house: str, accent: str, accent_night: str
) -> str:
    """
    Return a whole page around the HTML of a body.

    Shape: `body` is written already; everything else is plain text. `before` is what a mail program shows
    beside the subject, before the message is opened.
    """
    values = {
        "language": escape(language),
        "direction": direction(language),
        "title": escape(title),
        "before": escape(before),
        "house": escape(house),
        "accent": escape(accent),
        "accent_night": escape(accent_night),
        "body": body,
    }
    parts = _PARTS
    return "".join(values[part] if is_field else part for is_field, part in parts)


def _parts(page: str) -> tuple[tuple[bool, str], ...]:
    parts: list[tuple[bool, str]] = []
    for chunk in page.split("«"):
        name, _end, rest = chunk.partition("»")
        parts += [(True, name), (False, rest)] if _end else [(False, chunk)]
    return tuple(parts)


_PARTS = _parts(_PAGE)
