"""The pages on which a member makes tokens, sees each once, and withdraws them."""

import re
from collections import Counter

import pytest
from allauth.account.internal.flows.login import record_authentication
from django.test import Client, RequestFactory
from django.urls import reverse

from chancery.accounts.models import AccessToken, User
from chancery.api import description
from chancery.api.shapes import Shape, Written
from chancery.base.models import AuditLine
from tests import make
from tests.api.asking import Program, token_of
from tests.conftest import People

pytestmark = pytest.mark.django_db


def just_signed_in(user: User) -> Client:
    """A client of somebody who has just shown the password."""
    client = Client()
    client.force_login(user)
    request = RequestFactory().get("/")
    request.session, request.user = client.session, user  # type: ignore[assignment]  # what allauth looks at
    record_authentication(request, user, method="password")
    request.session.save()
    return client


def page_of(people: People) -> str:
    return reverse("tokens:tokens", args=[people.office.ref])


def test_a_token_is_made_shown_once_and_withdrawn(people: People) -> None:
    event = make.event(people.office)
    client = just_signed_in(people.colleague)
    written = {
        "name": "Residence",
        "scopes": ["guests.view"],
        "events": [event.code],
        "last_day": "2999-12-31",
    }

    client.post(reverse("tokens:make_token", args=[people.office.ref]), written)
    first, again = client.get(page_of(people)).content.decode(), client.get(page_of(people)).content.decode()

    shown = re.search(r'value="(chy_[^"]+)"', first)
    assert shown is not None
    assert shown[1] not in again
    token = AccessToken.objects.get()
    assert (token.scopes, token.events) == (["guests.view"], [event.code])
    assert shown[1] not in str(AuditLine.objects.values_list("changes", flat=True))
    asking = Program(shown[1])
    assert asking.get(f"/events/{event.code}/guests").status_code == 200

    client.post(reverse("tokens:withdraw_token", args=[people.office.ref, token.code]))

    assert asking.get("/me").status_code == 401
    assert set(AuditLine.objects.values_list("code", flat=True)) >= {
        "accounts.token.made",
        "accounts.token.withdrawn",
    }


def test_a_token_asks_for_the_password_first(people: People) -> None:
    client = Client()
    people.owner.set_password("a password of the test")
    people.owner.save()
    client.force_login(people.owner)

    response = client.get(reverse("tokens:make_token", args=[people.office.ref]))

    assert response.headers["Location"].startswith(reverse("account_reauthenticate"))


@pytest.mark.parametrize(
    "wrong",
    [{"scopes": ["office.manage"]}, {"scopes": []}, {"events": ["elsewhere"]}, {"last_day": "2001-01-01"}],
)
def test_nobody_passes_on_what_they_may_not(people: People, wrong: dict[str, object]) -> None:
    client = just_signed_in(people.colleague)
    written = {"name": "Residence", "scopes": ["guests.view"]} | wrong

    response = client.post(reverse("tokens:make_token", args=[people.office.ref]), written)

    assert response.status_code == 200
    assert not AccessToken.objects.exists()


def test_owners_see_the_tokens_of_all_and_others_their_own(people: People, signed_in: Client) -> None:
    other = make.member(people.office, "assistant")
    token_of(other)
    colleague = just_signed_in(people.colleague)

    assert str(other.user) in signed_in.get(page_of(people)).content.decode()
    assert str(other.user) not in colleague.get(page_of(people)).content.decode()


def test_a_withdrawal_is_not_undone(people: People, signed_in: Client) -> None:
    asking = Program(token_of(make.member(people.office, "protocol")))
    token = AccessToken.objects.get()
    signed_in.post(reverse("tokens:withdraw_token", args=[people.office.ref, token.code]))
    line = AuditLine.objects.get(code="accounts.token.withdrawn")

    signed_in.post(reverse("accounts:undo", args=[people.office.ref, line.pk]))

    assert asking.get("/me").status_code == 401


def test_the_description_is_a_page_under_the_strict_policy(client: Client) -> None:
    response = client.get(reverse("api_reference"))

    page = response.content.decode()
    assert "/api/v1/events/{event}/guests" in page
    assert "<script>" not in page
    assert "style=" not in page
    assert "'unsafe-inline'" not in response.headers["Content-Security-Policy"]


def test_no_two_shapes_have_one_name() -> None:
    """In the description the one would stand for both."""
    names = Counter(
        description.called(shape.__name__) for base in (Shape, Written) for shape in base.__subclasses__()
    )

    assert [name for name, count in names.items() if count > 1] == []


def test_the_description_is_openapi(client: Client) -> None:
    told = client.get(reverse("api_description")).json()

    assert told["openapi"] == "3.1.0"
    assert {"Person", "PersonNew", "PersonChange", "PersonPage"} <= set(told["components"]["schemas"])
    fields = [field for shape in told["components"]["schemas"].values() for field in shape["properties"]]
    assert len(fields) > 100
