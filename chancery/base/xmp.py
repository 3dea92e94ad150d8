"""The words of a photograph inside its file, as picture desks read them: caption, credit, title (XMP)."""

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">
{lines}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def packet(captions: Mapping[str, str], *, title: str = "", credit: str = "") -> bytes:
    """
    Write captions by language, the first of them for readers of any other, with title and credit.

    Shape: empty texts are left out; without any text the packet holds none.
    """
    written = {language: text for language, text in captions.items() if text}
    lines = []
    if written:
        lines.append(_in_languages("dc:description", written))
    if title:
        lines.append(_in_languages("dc:title", {"x-default": title}))
    if credit:
        lines.append(f"<photoshop:Credit>{escape(credit)}</photoshop:Credit>")
        lines.append(f"<dc:creator><rdf:Seq><rdf:li>{escape(credit)}</rdf:li></rdf:Seq></dc:creator>")
    return _PACKET.format(lines="\n".join(lines)).encode()


def _in_languages(name: str, texts: Mapping[str, str]) -> str:
    texts = texts if "x-default" in texts else {"x-default": next(iter(texts.values())), **texts}
    lines = "".join(
        f"<rdf:li xml:lang={quoteattr(language)}>{escape(text)}</rdf:li>" for language, text in texts.items()
    )
    return f"<{name}><rdf:Alt>{lines}</rdf:Alt></{name}>"
