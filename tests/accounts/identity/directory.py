"""A directory that speaks SCIM to the office, in the process of the test."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.test import Client
from scim2_client.engines.wsgi import WSGISCIMClient

from chancery.accounts.actions import tokens
from chancery.accounts.models import AccessToken, Membership
from chancery.accounts.roles import Right
from chancery.base.audit import Actor

PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp"
USER = "urn:ietf:params:scim:schemas:core:2.0:User"
GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group"


def token_of(member: Membership, *scopes: Right) -> str:
    """A token as an owner hands it to a directory."""
    held = list(scopes or [Right.OFFICE_MANAGE])
    token = AccessToken(membership=member, name="Entra", scopes=held)
    return tokens.make_token(token, by=Actor(member.organiser_id, member.user))


class Directory:
    """Asks the service and reads what it answers."""

    def __init__(self, token: str) -> None:
        self.client = Client(headers={"Authorization": f"Bearer {token}"})

    def ask(self, verb: str, what: str, body: Any = None) -> tuple[int, dict[str, Any]]:
        """Return the status and the body of one request."""
        text = "" if body is None else json.dumps(body)
        response = self.client.generic(verb, f"/scim/v2/{what}", text, "application/scim+json")
        return response.status_code, json.loads(response.content or "{}")

    def add(self, email: str, **told: Any) -> dict[str, Any]:
        """Tell of somebody new; return the account."""
        status, account = self.ask("POST", "Users", {"schemas": [USER], "userName": email, **told})
        assert status == 201, account
        return account

    def patch(self, what: str, *operations: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """Change a part of something."""
        return self.ask("PATCH", what, {"schemas": [PATCH], "Operations": list(operations)})

    def group(self, name: str, *members: dict[str, Any]) -> dict[str, Any]:
        """Tell of a group and who is in it."""
        body = {
            "schemas": [GROUP],
            "displayName": name,
            "members": [{"value": each["id"]} for each in members],
        }
        status, group = self.ask("POST", "Groups", body)
        assert status == 201, group
        return group


def independent_client(token: str) -> WSGISCIMClient:
    """The client of scim2-client, in front of the office without a network."""
    return WSGISCIMClient(
        _served(Client()),
        base_url=f"{settings.BASE_URL}/scim/v2",
        headers={"Authorization": f"Bearer {token}"},
    )


def _served(client: Client) -> Callable[..., Iterable[bytes]]:
    def served(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        path = environ["PATH_INFO"] + (f"?{environ['QUERY_STRING']}" if environ["QUERY_STRING"] else "")
        response = client.generic(
            environ["REQUEST_METHOD"],
            path,
            environ["wsgi.input"].read(),
            environ.get("CONTENT_TYPE", ""),
            headers={"Authorization": environ["HTTP_AUTHORIZATION"]},
        )
        start(f"{response.status_code} Answer", list(response.headers.items()))
        return [response.content]

    return served
