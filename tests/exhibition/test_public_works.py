"""What anybody sees of works: their captions, their pictures, and nothing that is not cleared."""

import json
import re
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from chancery.exhibition.models import Exhibit, Exhibition, Rights, Room, Stay, Work
from tests import make
from tests.access import close_file
from tests.conftest import People
from tests.exhibition import shown_built as built

LANGUAGES = ["en", "ar"]


@pytest.fixture
def shown(people: People) -> Exhibition:
    """A published exhibition with three works: one with a picture, one panel, one more."""
    made = make.exhibition(
        people.office, titles={"en": "Voices", "ar": "أصوات"}, languages=LANGUAGES, is_published=True
    )
    pictured = built.work(
        people.office,
        titles={"en": "Shore", "ar": "شاطئ"},
        captions={"en": "Bands of <b>sand</b>.", "ar": "شرائط من الرمل."},
        alt_texts={"en": "Bands.", "ar": "شرائط."},
        picture=built.picture(people.office),
        makers="Sample Painter",
        credit="Sample credit",
        rights=Rights.LICENCE,
        licence="CC-BY-4.0",
        licence_address="https://creativecommons.org/licenses/by/4.0/",
    )
    built.hang(
        made,
        pictured,
        built.work(people.office, titles={"en": "Panel", "ar": "لوحة"}, kind=Work.Kind.PANEL),
        built.work(people.office, titles={"en": "City", "ar": "مدينة"}),
    )
    return made


def address(exhibition: Exhibition, name: str = "exhibition", **route: str) -> str:
    return reverse(f"public-exhibition:{name}", kwargs={"ref": "mission", "code": exhibition.code, **route})


def exhibit(title: str) -> Exhibit:
    return Exhibit.objects.get(work__titles__en=title)


def caption(exhibition: Exhibition, title: str) -> str:
    return address(exhibition, "caption", exhibit=exhibit(title).code)


def test_works_stand_with_number_title_and_a_place_kept_for_their_picture(
    client: Client, shown: Exhibition
) -> None:
    text = client.get(address(shown), {"lang": "en"}).content.decode()

    assert re.findall(r'show-number figures">(\w+)<', text) == ["1", "2", "3"]
    assert text.index("Shore") < text.index("Panel") < text.index("City")
    (picture,) = re.findall(r"<img [^>]+>", text)
    assert 'width="960" height="640" alt="Bands."' in picture
    assert re.search(r'srcset="\S+/480\.webp 480w, \S+/960\.webp 960w', picture)
    assert 'fetchpriority="high"' in picture
    assert "lazy" not in picture


def test_links_carry_the_language_that_was_chosen_and_no_other(client: Client, shown: Exhibition) -> None:
    chosen = client.get(address(shown), {"lang": "ar"}).content.decode()
    found = client.get(address(shown), headers={"Accept-Language": "ar"}).content.decode()

    assert f'href="{caption(shown, "Shore")}?lang=ar"' in chosen
    assert f'href="{caption(shown, "Shore")}"' in found


@pytest.mark.parametrize(
    "barred",
    [{"rights": ""}, {"rights": Rights.REFUSED}, {"rights": Rights.PERMISSION, "rights_until": "2020-01-01"}],
)
def test_a_work_whose_rights_end_disappears_with_its_caption_and_picture(
    client: Client, shown: Exhibition, barred: dict[str, Any]
) -> None:
    addresses = [
        caption(shown, "Shore"),
        address(shown, "picture", exhibit=exhibit("Shore").code, size="480"),
    ]
    for path in addresses:
        response = client.get(path)
        assert response.status_code == 200
        close_file(response) if response.streaming else None

    Work.objects.filter(titles__en="Shore").update(**barred)

    page = client.get(address(shown)).content.decode()
    assert "Shore" not in page
    assert [client.get(path).status_code for path in addresses] == [404, 404]
    assert "Shore" not in client.get(address(shown, "manifest")).content.decode()
    # The labels that are printed keep their numbers.
    assert re.findall(r'show-number figures">(\w+)<', client.get(address(shown)).content.decode()) == [
        "2",
        "3",
    ]


def test_what_is_left_out_is_nowhere(client: Client, shown: Exhibition) -> None:
    left_out = caption(shown, "Shore")
    Exhibit.objects.filter(work__titles__en="Shore").update(is_left_out=True)

    assert "Shore" not in client.get(address(shown)).content.decode()
    assert client.get(left_out).status_code == 404


def test_a_picture_without_its_description_in_a_language_is_not_shown_in_it(
    client: Client, shown: Exhibition
) -> None:
    Work.objects.filter(titles__en="Shore").update(alt_texts={"en": "Bands."})

    assert "<img" in client.get(caption(shown, "Shore"), {"lang": "en"}).content.decode()
    assert "<img" not in client.get(caption(shown, "Shore"), {"lang": "ar"}).content.decode()


def test_the_caption_opens_in_the_language_of_the_visitor_and_leads_on(
    client: Client, shown: Exhibition
) -> None:
    text = client.get(caption(shown, "Shore"), headers={"Accept-Language": "ar-EG"}).content.decode()

    assert '<html lang="ar" dir="rtl">' in text
    assert "شرائط من الرمل." in text
    assert "Sample credit" in text
    assert 'rel="license noreferrer">CC-BY-4.0</a>' in text
    assert f'rel="next" href="{caption(shown, "Panel")}"' in text
    assert 'rel="prev"' not in text
    last = client.get(caption(shown, "City")).content.decode()
    assert f'rel="prev" href="{caption(shown, "Panel")}"' in last
    assert 'rel="next"' not in last


def test_words_of_a_work_never_become_markup_or_end_the_data_of_machines(
    client: Client, shown: Exhibition
) -> None:
    Work.objects.filter(titles__en="City").update(titles={"en": "</script><b>City"}, makers="<i>Nobody</i>")

    text = client.get(address(shown), {"lang": "en"}).content.decode()

    assert "<b>" not in text
    assert "<i>" not in text
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    assert json.loads(block)["workFeatured"][2]["name"] == "</script><b>City"


def test_machines_read_the_exhibition_with_its_place_and_days(
    client: Client, shown: Exhibition, people: People
) -> None:
    Stay.objects.create(
        exhibition=shown, place=make.place(people.office), opens="2027-03-01", closes="2027-04"
    )

    text = client.get(address(shown), {"lang": "en"}).content.decode()

    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    data = json.loads(block)
    assert (data["@type"], data["name"], data["startDate"], data["endDate"]) == (
        "ExhibitionEvent",
        "Voices",
        "2027-03-01",
        "2027-04",
    )
    assert data["location"]["name"] == "Great Hall"
    assert data["workFeatured"][0]["license"] == "https://creativecommons.org/licenses/by/4.0/"


def test_a_picture_may_be_shown_by_a_viewer_of_another_site(client: Client, shown: Exhibition) -> None:
    response = client.get(address(shown, "picture", exhibit=exhibit("Shore").code, size="480"))

    assert response.headers["Content-Type"] == "image/webp"
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert response.headers["Cache-Control"] == "public, max-age=60"
    close_file(response)
    page = client.get(address(shown))
    assert page.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in page.headers


def test_the_original_of_a_picture_has_no_public_address(client: Client, shown: Exhibition) -> None:
    path = address(shown, "picture", exhibit=exhibit("Shore").code, size="original")

    assert client.get(path).status_code == 404


def test_queries_of_the_public_page_do_not_grow_with_the_works(client: Client, people: People) -> None:
    made = make.exhibition(people.office, languages=["en"], is_published=True)
    counts = []
    for number in (1, 3, 30):
        built.hang(made, *(built.work(people.office) for _ in range(number)))
        with CaptureQueriesContext(connection) as captured:
            client.get(address(made))
        counts.append(len(captured))

    assert counts[0] == counts[1] == counts[2]
    assert counts[0] <= 5


def manifest(client: Client, exhibition: Exhibition) -> dict[str, Any]:
    response = client.get(address(exhibition, "manifest"))
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    found: dict[str, Any] = json.loads(response.content)
    return found


def test_the_manifest_has_the_shape_of_presentation_3(client: Client, shown: Exhibition) -> None:
    foyer = Room.objects.create(exhibition=shown, names={"en": "Foyer", "ar": "البهو"})
    Exhibit.objects.filter(work__titles__en="Shore").update(room=foyer)

    found = manifest(client, shown)

    assert found["@context"] == "http://iiif.io/api/presentation/3/context.json"
    assert (found["type"], found["id"]) == ("Manifest", f"{settings.BASE_URL}{address(shown, 'manifest')}")
    assert found["label"] == {"en": ["Voices"], "ar": ["أصوات"]}
    (canvas,) = found["items"]
    assert (canvas["type"], canvas["width"], canvas["height"]) == ("Canvas", 1200, 800)
    assert canvas["label"] == {"en": ["Shore"], "ar": ["شاطئ"]}
    assert canvas["rights"] == "http://creativecommons.org/licenses/by/4.0/"
    assert canvas["requiredStatement"]["value"] == {"none": ["Sample credit"]}
    (page,) = canvas["items"]
    (painting,) = page["items"]
    assert (page["type"], painting["type"]) == ("AnnotationPage", "Annotation")
    assert (painting["motivation"], painting["target"]) == ("painting", canvas["id"])
    assert (painting["body"]["type"], painting["body"]["format"]) == ("Image", "image/webp")
    assert canvas["thumbnail"][0]["width"] == 480
    (room,) = found["structures"]
    assert (room["type"], room["items"]) == ("Range", [{"id": canvas["id"], "type": "Canvas"}])


def test_everything_in_the_manifest_has_an_address_of_its_own_and_pictures_open(
    client: Client, shown: Exhibition
) -> None:
    found = manifest(client, shown)
    canvas = found["items"][0]
    page = canvas["items"][0]
    ids = [found["id"], canvas["id"], page["id"], page["items"][0]["id"]]

    assert len(set(ids)) == len(ids)
    for each in ids:
        assert each.startswith(f"{settings.BASE_URL}/p/mission/exhibitions/")
        assert "#" not in each
    body = page["items"][0]["body"]["id"].removeprefix(settings.BASE_URL)
    response = client.get(body)
    assert response.status_code == 200
    close_file(response)


@pytest.mark.parametrize(
    ("rights", "statement"),
    [
        ({"rights": Rights.OWN}, "http://rightsstatements.org/vocab/InC/1.0/"),
        ({"rights": Rights.PUBLIC_DOMAIN}, "http://creativecommons.org/publicdomain/mark/1.0/"),
        ({"rights": Rights.LICENCE, "licence_address": "https://example.org/terms"}, None),
    ],
)
def test_the_manifest_names_rights_only_by_addresses_that_iiif_knows(
    client: Client, shown: Exhibition, rights: dict[str, str], statement: str | None
) -> None:
    Work.objects.filter(titles__en="Shore").update(**rights)

    assert manifest(client, shown)["items"][0].get("rights") == statement
