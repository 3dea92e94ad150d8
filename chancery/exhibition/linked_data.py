"""What machines read of a published exhibition: schema.org within its pages, and an IIIF manifest."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.utils.translation import gettext, gettext_noop, override

from chancery.base.languages import any_text, wording
from chancery.exhibition import licences, visiting
from chancery.exhibition.models import Work
from chancery.exhibition.queries.hanging import Hung
from chancery.exhibition.queries.public import Shown
from chancery.rules.dates import PartialDate

IIIF = "http://iiif.io/api/presentation/3/context.json"
NO_LANGUAGE = "none"
THUMBNAIL = 480

type LanguageMap = dict[str, list[str]]


def schema_of(shown: Shown, language: str) -> dict[str, Any]:
    """Describe an exhibition in the words of schema.org; what is not known is left out."""
    exhibition = shown.exhibition
    stays = [_schema_of_stay(shown, number, language) for number in range(len(shown.stays))]
    known: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "ExhibitionEvent",
        "name": wording(exhibition.titles or exhibition.about, language).text,
        "description": wording(exhibition.about, language).text,
        "url": _absolute(visiting.address_of(shown)),
        "organizer": {"@type": "Organization", "name": wording(exhibition.organiser.names, language).text},
        "workFeatured": [schema_of_work(shown, hung, language) for hung in shown.works],
    }
    # One that stands at one place only is itself what is held there.
    known |= {**stays[0], **known} if len(stays) == 1 else {"subEvent": stays}
    return _known(known)


def _schema_of_stay(shown: Shown, number: int, language: str) -> dict[str, Any]:
    stay = shown.stays[number]
    place = stay.place
    found = {
        "@type": "ExhibitionEvent",
        "name": wording(shown.exhibition.titles or shown.exhibition.about, language).text,
        "startDate": _date(stay.opens),
        "endDate": _date(stay.closes),
        "location": place
        and _known(
            {
                "@type": "Place",
                "name": wording(place.names, language).text,
                "address": ", ".join(line for line in (*place.address.splitlines(), place.city) if line),
            }
        ),
    }
    return _known(found)


def schema_of_work(shown: Shown, hung: Hung, language: str) -> dict[str, Any]:
    """Describe a work in the words of schema.org."""
    seen = visiting.public_work(shown, hung, language)
    return _known(
        {
            "@type": "VisualArtwork",
            "name": seen.title.text or seen.caption.text,
            "url": _absolute(seen.url),
            "creator": seen.work.makers,
            "dateCreated": _date(seen.work.made_on),
            "artMedium": seen.technique.text,
            "image": seen.picture and _absolute(seen.picture.url),
            "creditText": seen.work.credit,
            "license": licences.statement_of(seen.work),
        }
    )


def manifest_of(shown: Shown) -> dict[str, Any]:
    """
    Return the IIIF Presentation 3 manifest: a canvas for each work that has a picture.

    Shape: every label is a map from languages to texts, with the languages of the exhibition only; works that
    may not be shown are not in it.
    """
    exhibition = shown.exhibition
    address = _absolute(visiting.address_of(shown))
    pictured = [hung for hung in shown.works if _sizes(hung)]
    manifest: dict[str, Any] = {
        "@context": IIIF,
        "id": f"{address}manifest.json",
        "type": "Manifest",
        "label": _map(shown, exhibition.titles or exhibition.about) or {NO_LANGUAGE: [exhibition.code]},
        "summary": _map(shown, exhibition.about),
        "requiredStatement": _statement(shown, exhibition.credits),
        "homepage": [_homepage(shown, address, code) for code in shown.languages],
        "provider": [
            {
                "id": address,
                "type": "Agent",
                "label": dict(_plain_map(exhibition.organiser.names)),
                "homepage": [_homepage(shown, address, code) for code in shown.languages],
            }
        ],
        "items": [_canvas(shown, hung) for hung in pictured],
        "structures": _ranges(shown, address, pictured),
    }
    return _known(manifest)


def _canvas(shown: Shown, hung: Hung) -> dict[str, Any]:
    work, sizes = hung.exhibit.work, _sizes(hung)
    address = _absolute(visiting.address_of(shown, hung))
    largest = sizes[-1]
    small = [size for size in sizes if size["width"] <= THUMBNAIL] or sizes[:1]
    page = f"{address}page"
    canvas = f"{address}canvas"
    return _known(
        {
            "id": canvas,
            "type": "Canvas",
            "label": _map(shown, work.titles or work.captions) or {NO_LANGUAGE: [hung.number]},
            "summary": _map(shown, work.captions),
            "metadata": _metadata(shown, work),
            "requiredStatement": _statement(shown, {NO_LANGUAGE: work.credit} if work.credit else {}),
            "rights": _rights(work),
            "homepage": [_homepage(shown, address, code) for code in shown.languages],
            "width": largest["width"],
            "height": largest["height"],
            "thumbnail": [_image(shown, hung, small[-1])],
            "items": [
                {
                    "id": page,
                    "type": "AnnotationPage",
                    "items": [
                        {
                            "id": f"{address}painting",
                            "type": "Annotation",
                            "motivation": "painting",
                            "target": canvas,
                            "body": _image(shown, hung, largest),
                        }
                    ],
                }
            ],
        }
    )


def _image(shown: Shown, hung: Hung, size: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": _absolute(visiting.sizes_of(shown, hung)(size["name"])),
        "type": "Image",
        "format": "image/webp",
        "width": size["width"],
        "height": size["height"],
    }


def _sizes(hung: Hung) -> list[dict[str, Any]]:
    picture = hung.exhibit.work.picture
    return list(picture.renditions) if picture is not None and picture.state == picture.State.READY else []


def _ranges(shown: Shown, address: str, pictured: Sequence[Hung]) -> list[dict[str, Any]]:
    """The rooms of the visit, as a viewer lists them."""
    codes = {hung.exhibit.code for hung in pictured}
    ranges = []
    for section in shown.sections:
        canvases = [
            {"id": f"{_absolute(visiting.address_of(shown, hung))}canvas", "type": "Canvas"}
            for hung in section.works
            if hung.exhibit.code in codes
        ]
        if section.room is not None and canvases:
            label = _map(shown, section.room.names) or {NO_LANGUAGE: [section.room.ref]}
            room = {"id": f"{address}room/{section.room.ref}", "type": "Range", "label": label}
            ranges.append({**room, "items": canvases})
    return ranges


def _metadata(shown: Shown, work: Work) -> list[dict[str, Any]]:
    lines: list[tuple[str, LanguageMap]] = [
        (gettext_noop("Maker"), {NO_LANGUAGE: [work.makers]} if work.makers else {}),
        (gettext_noop("Made"), {NO_LANGUAGE: [_date(work.made_on)]} if work.made_on else {}),
        (gettext_noop("Technique"), _map(shown, work.techniques)),
        (gettext_noop("Dimensions"), {NO_LANGUAGE: [work.dimensions]} if work.dimensions else {}),
    ]
    return [{"label": _words(shown, word), "value": value} for word, value in lines if value]


def _statement(shown: Shown, texts: Mapping[str, str]) -> dict[str, Any]:
    value = {code: [text] for code, text in texts.items() if text}
    return {"label": _words(shown, gettext_noop("Credit line")), "value": value} if value else {}


def _words(shown: Shown, word: str) -> LanguageMap:
    """A word of the interface in the languages of the exhibition, as far as it is translated."""
    found = {}
    for code in shown.languages:
        with override(code):
            found[code] = [gettext(word)]
    return found


def _rights(work: Work) -> str:
    """IIIF names a licence by the address that its publisher gave it as a name, which begins with http."""
    address = licences.statement_of(work)
    known = (licences.CREATIVE_COMMONS, licences.RIGHTS_STATEMENTS)
    return address.replace("https://", "http://", 1) if any(name in address for name in known) else ""


def _homepage(shown: Shown, address: str, language: str) -> dict[str, Any]:
    label = wording(shown.exhibition.titles or shown.exhibition.about, language).text
    return {
        "id": f"{address}?lang={language}",
        "type": "Text",
        "label": {language: [label or any_text(shown.exhibition.organiser.names)]},
        "format": "text/html",
        "language": [language],
    }


def _map(shown: Shown, texts: Mapping[str, str]) -> LanguageMap:
    return {code: [texts[code]] for code in shown.languages if texts.get(code)}


def _plain_map(texts: Mapping[str, str]) -> LanguageMap:
    return {code: [text] for code, text in texts.items()}


def _date(known: PartialDate | None) -> str:
    return str(known) if known else ""


def _absolute(path: str) -> str:
    return f"{settings.BASE_URL}{path}"


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}
