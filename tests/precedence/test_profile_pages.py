"""Profiles in the browser: read, filled, reordered, refused in words, taken back, begun from another one."""

import re
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chancery.base.models import AuditLine
from chancery.precedence import actions, loader, queries
from chancery.precedence.models import Profile
from chancery.rules import precedence as rules
from tests import make
from tests.conftest import People

HOME = "/o/mission/profiles/"


def shown(client: Client, path: str) -> str:
    """A page as text."""
    response = client.get(f"{HOME}{path}")
    assert response.status_code == 200
    return unescape(response.content.decode())


def fields_of(client: Client, path: str) -> dict[str, Any]:
    """What the forms of a page would send if nothing were changed."""
    context = client.get(f"{HOME}{path}").context
    found: dict[str, Any] = {}
    for name in ("form", "reason", "formset", "sources", "notes"):
        if name in context:
            found |= _sent(context[name])
    return {name: value for name, value in found.items() if value is not None and value is not False}


def _sent(form: Any) -> dict[str, Any]:
    if hasattr(form, "management_form"):
        found = _sent(form.management_form)
        for row in form:
            found |= _sent(row)
        return found
    return {bound.html_name: bound.value() for bound in form}


def post(client: Client, path: str, **changed: Any) -> Any:
    """Send the forms of a page with some fields changed; "__" stands for the hyphen of a name."""
    sent = fields_of(client, path) | {"reason": "confirmed by the ministry"}
    return client.post(
        f"{HOME}{path}", sent | {name.replace("__", "-"): value for name, value in changed.items()}
    )


def messages(response: Any) -> list[str]:
    """What the page says about a request."""
    return [str(message) for message in response.context["messages"]] if response.context else []


def counts(people: People, key: str) -> rules.Profile:
    """The profile that counts for the office."""
    offered = queries.offered(people.office, key)
    assert offered
    return offered.profile


def ranks(profile: rules.Profile) -> list[tuple[str, str]]:
    """Rank and English name of each row."""
    return [(row.rank, row.name["en"]) for row in profile.rows]


def test_list_tells_own_from_shipped(signed_in: Client, people: People) -> None:
    post(signed_in, "romania/settings/", tie="alphabet")

    page = shown(signed_in, "")

    own, shipped = page.split("As shipped")
    assert "Romania" in own
    assert "own version 1" in own
    assert "Spain: acts in Madrid" in shipped
    assert "41 rows" in shipped


def test_profile_says_scope_order_certainty_and_sources(signed_in: Client) -> None:
    page = shown(signed_in, "spain-madrid/")

    assert "Madrid" in page
    assert "among themselves by a fixed order, those of the place first" in page
    assert "keep their own rank" in page
    assert "R27-R30 · read in the source" in page
    assert "https://www.boe.es/buscar/act.php?id=BOE-A-1983-21534" in page


@pytest.mark.parametrize("profile", loader.profiles(), ids=loader.keys())
def test_every_profile_can_be_read(signed_in: Client, profile: rules.Profile) -> None:
    page = shown(signed_in, f"{profile.key}/")

    assert all(row.name["en"] in page for row in profile.rows)
    assert "None" not in re.sub(r"<[^>]+>", "", page)


def test_empty_table_asks_to_be_filled(signed_in: Client) -> None:
    assert "An office fills it with what its host ministry confirms." in shown(signed_in, "azerbaijan/")


def test_ranks_are_added_to_an_empty_table(signed_in: Client, people: People) -> None:
    people.office.languages = ["en", "az"]
    people.office.save(update_fields=["languages"])

    response = post(
        signed_in,
        "azerbaijan/table/",
        rows__0__rank="1",
        rows__0__name="President",
        rows__0__local="Prezident",
        rows__0__classes="Head of state",
        rows__1__rank="2",
        rows__1__name="Ambassadors",
        rows__1__classes="ambassador; Envoy",
        rows__1__order_by="taking-up",
    )

    assert response.status_code == 302
    filled = counts(people, "azerbaijan")
    assert ranks(filled) == [("1", "President"), ("2", "Ambassadors")]
    assert filled.rows[0].name["az"] == "Prezident"
    assert filled.rows[1].classes == ("ambassador", "envoy")
    assert filled.rows[1].order_by == (rules.OrderKey.TAKING_UP,)
    assert [line.reason for line in AuditLine.objects.filter(code="precedence.profile.saved")] == [
        "confirmed by the ministry"
    ]


def test_a_filled_table_orders_guests(signed_in: Client, people: People) -> None:
    post(signed_in, "azerbaijan/table/", rows__0__rank="1", rows__0__name="Rector", rows__0__classes="rector")
    guest = rules.Guest("a", "Ana", offices=(rules.HeldOffice(title="Rector of the university"),))

    order = rules.order([guest], profile=counts(people, "azerbaijan"))

    assert [(ranked.place, ranked.rank) for ranked in order] == [(1, "1")]


def test_ranks_are_reordered_by_their_places(signed_in: Client, people: People) -> None:
    post(signed_in, "romania/table/", rows__3__ORDER="1", rows__0__ORDER="4")

    assert [rank for rank, _ in ranks(counts(people, "romania"))] == ["4", "2", "3", "1"]


def test_a_row_keeps_what_the_page_does_not_show(signed_in: Client, people: People) -> None:
    before = loader.profile("spain-madrid").rows

    post(signed_in, "spain-madrid/table/", rows__10__name="Ministers of the Government")

    after = counts(people, "spain-madrid").rows
    assert after[10].name["en"] == "Ministers of the Government"
    assert after[10].sequence == before[10].sequence
    assert (*after[:10], *after[11:]) == (*before[:10], *before[11:])


def test_a_row_is_taken_away(signed_in: Client, people: People) -> None:
    post(signed_in, "romania/table/", rows__1__DELETE="on")

    assert [rank for rank, _ in ranks(counts(people, "romania"))] == ["1", "3", "4"]


BAD_ROWS = {
    "a class that is none": ({"rows__0__classes": "grandee"}, "“grandee” is no class of office"),
    "a rank without a name": ({"rows__0__name": ""}, "This field is required"),
    "ranks apart": (
        {"rows__0__rank": "2", "rows__1__rank": "9", "rows__2__rank": "2"},
        "the rank “2” stands in several places",
    ),
    "no reason": ({"reason": ""}, "This field is required"),
    "a rank too long": ({"rows__0__rank": "1" * 13}, "at most 12 characters"),
    "another number of rows": ({"rows__TOTAL_FORMS": "many"}, "Not all of the rows arrived"),
}


@pytest.mark.parametrize(("changed", "sentence"), BAD_ROWS.values(), ids=BAD_ROWS)
def test_bad_tables_are_refused_and_the_input_stays(
    signed_in: Client, people: People, changed: dict[str, str], sentence: str
) -> None:
    response = post(signed_in, "romania/table/", **changed, rows__3__local="as it was written")

    assert response.status_code == 200
    page = unescape(response.content.decode())
    assert sentence in page
    assert "as it was written" in page or "TOTAL_FORMS" in str(changed)
    assert not Profile.objects.filter(organiser=people.office).exists()


def test_scope_sources_and_notes_are_written(signed_in: Client, people: People) -> None:
    response = post(
        signed_in,
        "azerbaijan/about/",
        version="2026",
        valid_from="2026-01",
        status="practice",
        state="Azerbaijan",
        places="Baku; Ganja",
        scope="Acts of the state.",
        sources__0__title="Letter of the state protocol",
        sources__0__address="https://example.org/letter",
        notes__0__text="Ask before every act.",
    )

    assert response.status_code == 302
    about = counts(people, "azerbaijan")
    assert (about.version, about.valid_from, about.status) == ("2026", "2026-01", rules.Status.PRACTICE)
    assert (about.scope.state, about.scope.places) == ("AZ", ("Baku", "Ganja"))
    assert about.scope.text == {"en": "Acts of the state."}
    assert "letter-of-the-state-protocol" in about.sources or any(
        source.title == "Letter of the state protocol" for source in about.sources.values()
    )
    assert about.notes[0].text["en"] == "Ask before every act."


def test_a_source_can_be_named_by_a_row(signed_in: Client, people: People) -> None:
    post(signed_in, "germany/about/", sources__1__title="Own letter")
    key = next(
        key for key, source in counts(people, "germany").sources.items() if source.title == "Own letter"
    )

    post(signed_in, "germany/table/", rows__0__source=key)

    assert counts(people, "germany").rows[0].source == key


BAD_SCOPES = {
    "a state that is none": ({"state": "Ruritania"}, "“Ruritania” is not known as a state."),
    "a date that is none": ({"valid_from": "last year"}, "Write a year, a month or a day"),
    "no name": ({"name": ""}, "This field is required"),
    "an address that is none": ({"sources__0__address": "not an address"}, "Enter a valid URL"),
    "a source that rows name": ({"sources__0__DELETE": "on"}, "is not listed; add it under"),
}


@pytest.mark.parametrize(("changed", "sentence"), BAD_SCOPES.values(), ids=BAD_SCOPES)
def test_bad_scopes_are_refused(
    signed_in: Client, people: People, changed: dict[str, str], sentence: str
) -> None:
    response = post(signed_in, "spain-madrid/about/", **changed)

    assert response.status_code == 200
    assert sentence in unescape(response.content.decode())
    assert not Profile.objects.filter(organiser=people.office).exists()


def test_text_is_read_before_it_is_saved(signed_in: Client, people: People) -> None:
    broken = post(signed_in, "romania/text/", text='key = "romania"\nversion = 3')
    renamed = post(
        signed_in, "romania/text/", text=loader.dump_profile(loader.profile("germany")).replace("\n", "\r\n")
    )

    assert "the field “status” is missing; please add it." in unescape(broken.content.decode())
    assert "it must stay “romania”" in unescape(renamed.content.decode())
    assert not Profile.objects.filter(organiser=people.office).exists()


def test_a_colleague_is_not_overwritten_unseen(signed_in: Client, people: People) -> None:
    opened = fields_of(signed_in, "romania/settings/") | {"reason": "mine", "tie": "lot"}
    post(signed_in, "romania/settings/", tie="alphabet")

    refused = signed_in.post(f"{HOME}romania/settings/", opened)
    assert "Version 1 was saved meanwhile" in unescape(refused.content.decode())
    assert counts(people, "romania").settings.tie.value is rules.settings.Tie.ALPHABET

    again = {bound.html_name: bound.value() for bound in refused.context["form"]}
    assert signed_in.post(f"{HOME}romania/settings/", again).status_code == 302
    assert counts(people, "romania").settings.tie.value is rules.settings.Tie.LOT


def test_the_last_change_is_undone_from_its_message(signed_in: Client, people: People) -> None:
    page = signed_in.get(post(signed_in, "romania/table/", rows__0__DELETE="on").headers["Location"])
    undo = re.search(r'action="([^"]*restore/)"', page.content.decode())
    assert undo

    signed_in.post(undo[1])

    assert counts(people, "romania").rows == loader.profile("romania").rows
    assert [version.reason for version in queries.own_versions(people.office, "romania")] == [
        "As shipped again.",
        "confirmed by the ministry",
    ]


def test_an_earlier_version_is_shown_and_used_again(signed_in: Client, people: People) -> None:
    post(signed_in, "romania/table/", rows__0__name="First change")
    post(signed_in, "romania/table/", rows__0__name="Second change")

    assert "This is version 1; orders follow version 2." in shown(signed_in, "romania/versions/1/")
    assert "First change" in shown(signed_in, "romania/versions/1/")
    signed_in.post(f"{HOME}romania/versions/1/restore/")

    assert counts(people, "romania").rows[0].name["en"] == "First change"
    assert len(queries.own_versions(people.office, "romania")) == 3


@pytest.mark.parametrize("path", ["romania/versions/7/", "nowhere/", "nowhere/versions/0/", "nowhere/copy/"])
def test_what_does_not_exist_is_not_found(signed_in: Client, path: str) -> None:
    assert signed_in.get(f"{HOME}{path}").status_code == 404


def test_a_copy_is_an_own_profile(signed_in: Client, people: People) -> None:
    response = signed_in.post(f"{HOME}spain-madrid/copy/", {"name": "House rules"})

    assert response.headers["Location"] == f"{HOME}house-rules/"
    copied = counts(people, "house-rules")
    assert copied.rows == loader.profile("spain-madrid").rows
    assert copied.names == {"en": "House rules"}


def test_a_copy_may_begin_empty(signed_in: Client, people: People) -> None:
    signed_in.post(f"{HOME}romania/copy/", {"name": "Town hall", "is_empty": "on"})

    begun = counts(people, "town-hall")
    assert (begun.rows, begun.notes, begun.status) == ((), (), rules.Status.PRACTICE)
    assert begun.settings == loader.profile("romania").settings


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Germany", "There is a profile of this name already"),
        ("؟؟", "needs a Latin letter"),
        ("", "required"),
    ],
)
def test_a_copy_needs_a_name_of_its_own(signed_in: Client, people: People, name: str, sentence: str) -> None:
    response = signed_in.post(f"{HOME}romania/copy/", {"name": name})

    assert sentence in unescape(response.content.decode())
    assert not Profile.objects.filter(organiser=people.office).exists()


def test_another_office_sees_nothing_of_it(signed_in: Client, people: People) -> None:
    signed_in.post(f"{HOME}romania/copy/", {"name": "House rules"})
    stranger = Client()
    stranger.force_login(people.stranger)

    assert stranger.get("/o/elsewhere/profiles/house-rules/").status_code == 404
    assert b"House rules" not in stranger.get("/o/elsewhere/profiles/").content
    assert stranger.get(f"{HOME}house-rules/").status_code == 404


@pytest.mark.parametrize("path", ["", "romania/", "romania/table/", "romania/about/"])
def test_queries_do_not_grow_with_versions(signed_in: Client, people: People, path: str) -> None:
    text = loader.dump_profile(loader.profile("romania"))

    def queries_after(versions: int) -> int:
        for _ in range(versions):
            actions.save_profile(
                people.office, key="romania", text=text, reason="again", by=make.actor(people.office)
            )
        signed_in.get(f"{HOME}{path}")
        with CaptureQueriesContext(
            connection,
        ) as caught:
            signed_in.get(f"{HOME}{path}")
        return len(caught)

    assert queries_after(1) == queries_after(2) == queries_after(20)
