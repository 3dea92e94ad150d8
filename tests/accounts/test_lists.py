"""How a reader wants lists to look is remembered with the account."""

from django.test import Client
from django.urls import reverse

from chancery.accounts.actions import users
from chancery.accounts.models import User
from tests.conftest import People


def test_density_is_remembered_and_leads_back_to_the_list(people: People, signed_in: Client) -> None:
    before = "http://testserver/o/mission/people/?q=ana"

    response = signed_in.post(reverse("accounts:density"), {"density": "close"}, headers={"Referer": before})

    assert response.headers["Location"] == before
    assert User.objects.get(pk=people.owner.pk).density == User.Density.CLOSE
    assert User.objects.get(pk=people.colleague.pk).density == User.Density.COMFORTABLE


def test_density_leads_nowhere_else_and_takes_no_other_word(people: People, signed_in: Client) -> None:
    elsewhere = {"Referer": "https://elsewhere.example/"}

    response = signed_in.post(reverse("accounts:density"), {"density": "none"}, headers=elsewhere)

    assert response.headers["Location"] == reverse("home")
    assert User.objects.get(pk=people.owner.pk).density == User.Density.COMFORTABLE


def test_columns_are_remembered_for_each_list(people: People) -> None:
    users.choose_columns(people.owner, "people", ["office"])
    users.choose_columns(people.owner, "guests", ["category", "planned"])

    stored = User.objects.get(pk=people.owner.pk)
    assert stored.columns == {"people": ["office"], "guests": ["category", "planned"]}
