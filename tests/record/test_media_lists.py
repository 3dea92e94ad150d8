"""Media lists: addresses typed, pasted or taken from the directory, each once."""

import pytest
from django.test import Client
from django.urls import reverse

from chancery.accounts.models import Organiser
from chancery.directory.actions import book
from chancery.directory.models import ContactPoint
from chancery.record.models import MediaAddress, MediaList
from chancery.record.queries.media import distribution_of, lists_of, with_addresses
from tests import make
from tests.record import communique_built as built

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Organiser:
    return make.organiser()


@pytest.fixture
def page(client: Client, office: Organiser) -> Client:
    client.force_login(make.member(office, "press").user)
    return client


def _url(chosen: MediaList, name: str, **route: str | int) -> str:
    return reverse(f"record:{name}", kwargs={"ref": chosen.organiser.ref, "chosen": chosen.code, **route})


def test_pasted_lines_become_addresses_and_none_stands_twice(page: Client, office: Organiser) -> None:
    chosen = built.a_media_list(office, "Local", "desk@example.org")
    lines = [
        "Sample Herald <desk@example.org>",
        "Proba de Știri\tstiri@example.org\tro",
        "Écho; echo@example.org; fr",
        "Herald, Evening, evening@example.org",
        "alone@example.org",
        "ALONE@example.org",
    ]

    page.post(_url(chosen, "media-list-paste"), {"text": "\n".join(lines), "language": "en"})

    found = chosen.addresses.order_by("position").values_list("name", "email", "language")
    assert list(found)[1:] == [
        ("Proba de Știri", "stiri@example.org", "ro"),
        ("Écho", "echo@example.org", "fr"),
        ("Herald", "evening@example.org", "en"),
        ("", "ALONE@example.org", "en"),
    ]


def test_a_line_without_an_address_is_named_and_nothing_is_added(page: Client, office: Organiser) -> None:
    chosen = built.a_media_list(office)

    answer = page.post(_url(chosen, "media-list-paste"), {"text": "a@example.org\nnobody", "language": ""})

    assert "Line 2 holds no address: “nobody”" in answer.content.decode()
    assert not chosen.addresses.exists()


def test_the_address_of_the_directory_is_taken(page: Client, office: Organiser) -> None:
    chosen, body = built.a_media_list(office), make.body(office, "Sample Herald")
    ContactPoint.objects.create(body=body, kind="email", value="desk@example.org")

    page.post(
        _url(chosen, "media-address-new"),
        {"who": body.code, "who_text": "Sample Herald", "name": "", "email": "", "language": "en"},
    )

    assert chosen.addresses.values_list("email", "body").get() == ("desk@example.org", body.pk)


def test_a_press_officer_finds_people_and_bodies_of_the_directory_and_nothing_else(
    page: Client, office: Organiser
) -> None:
    chosen, body = built.a_media_list(office), make.body(office, "Sample Herald")
    make.post(body, "Sample Herald correspondent")
    book.reindex(body)
    form = page.get(_url(chosen, "media-address-new")).content.decode()
    where = reverse("record:media-find", args=[office.ref])

    found = page.get(where, {"q": "Sample Herald"}, headers={"HX-Request": "true"}).content.decode()

    assert where in form
    assert body.code in found
    assert "correspondent" not in found


def test_nobody_is_added_without_any_address(page: Client, office: Organiser) -> None:
    chosen = built.a_media_list(office)

    answer = page.post(
        _url(chosen, "media-address-new"), {"who": "", "who_text": "", "name": "A", "email": ""}
    )

    assert "There is no address in the directory; write one." in answer.content.decode()
    assert not chosen.addresses.exists()


def test_the_same_address_is_refused_on_one_list(page: Client, office: Organiser) -> None:
    chosen = built.a_media_list(office, "Local", "desk@example.org")

    page.post(_url(chosen, "media-address-new"), {"name": "A", "email": "Desk@example.org", "language": ""})

    assert chosen.addresses.count() == 1


def test_taking_an_address_off_can_be_undone(page: Client, office: Organiser) -> None:
    chosen = built.a_media_list(office, "Local", "desk@example.org")
    address = chosen.addresses.get()

    answer = page.post(_url(chosen, "media-address-delete", address=address.pk), follow=True)
    assert not chosen.addresses.exists()
    undo = next(iter(answer.context["messages"])).extra_tags.removeprefix("undo=")
    page.post(undo)

    assert chosen.addresses.get().email == "desk@example.org"


def test_a_list_is_deleted_after_asking(page: Client, office: Organiser) -> None:
    chosen = built.a_media_list(office, "Local", "desk@example.org")

    assert page.get(_url(chosen, "media-list-delete")).status_code == 200
    page.post(_url(chosen, "media-list-delete"))

    assert not MediaList.objects.exists()


@pytest.mark.parametrize(
    ("languages", "instead", "going", "unreached"),
    [
        (["en"], "", {"en": ["en@x.org", "none@x.org"]}, ["de@x.org", "fr@x.org"]),
        (["fr", "en"], "", {"fr": ["fr@x.org", "none@x.org"], "en": ["en@x.org"]}, ["de@x.org"]),
        (["en"], "en", {"en": ["de@x.org", "en@x.org", "fr@x.org", "none@x.org"]}, []),
    ],
)
def test_each_address_gets_the_language_it_reads(
    office: Organiser, languages: list[str], instead: str, going: dict[str, list[str]], unreached: list[str]
) -> None:
    chosen = built.a_media_list(office)
    for language in ("en", "fr-CH", "de", ""):
        email = f"{language.split('-')[0] or 'none'}@x.org"
        MediaAddress.objects.create(media_list=chosen, email=email, language=language)

    found = distribution_of(with_addresses(lists_of(office)), languages, instead=instead)

    shared = {language: sorted(one.email for one in some) for language, some in found.going.items()}
    assert (shared, sorted(one.email for one in found.unreached)) == (going, unreached)
