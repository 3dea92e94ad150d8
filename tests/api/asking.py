"""A program that asks the interface through a token."""

import json
from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse
from django.test import Client

from chancery.accounts.actions import tokens
from chancery.accounts.models import AccessToken, Membership, Organiser
from chancery.accounts.roles import Right
from tests import make

ROOT = "/api/v1"


def token_of(member: Membership, *, scopes: Iterable[Right] = Right, **fields: Any) -> str:
    """Return what the holder of a new token of a member shows."""
    token = AccessToken(
        membership=member, name="Calendar of the residence", scopes=[each.value for each in scopes], **fields
    )
    return tokens.make_token(token, by=make.actor(member.organiser, member.user))


class Program:
    """Asks as one who holds a token; without one as nobody."""

    def __init__(self, shown: str = "") -> None:
        self.client, self.headers = Client(), {"Authorization": f"Bearer {shown}"} if shown else {}

    def get(self, path: str, **headers: str) -> HttpResponse:
        return self.client.get(_whole(path), headers=self.headers | _named(headers))

    def send(self, method: str, path: str, body: Any = None, **headers: str) -> HttpResponse:
        """Send JSON, or text as it stands."""
        text = body if isinstance(body, str | bytes) else "" if body is None else json.dumps(body)
        return self.client.generic(
            method,
            _whole(path),
            text,
            content_type="application/json",
            headers=self.headers | _named(headers),
        )

    def post(self, path: str, body: Any = None, **headers: str) -> HttpResponse:
        return self.send("POST", path, body, **headers)

    def patch(self, path: str, body: Any, **headers: str) -> HttpResponse:
        return self.send("PATCH", path, body, **headers)

    def delete(self, path: str, **headers: str) -> HttpResponse:
        return self.send("DELETE", path, **headers)


def program(office: Organiser, role: str = "owner", **token: Any) -> Program:
    """Return a program of a new member of an office, with every scope unless it is given others."""
    return Program(token_of(make.member(office, role), **token))


def problem(response: HttpResponse) -> tuple[int, str, list[str]]:
    """Return status, code and fields of a problem; what is none fails."""
    assert response.headers["Content-Type"] == "application/problem+json", response.content
    told = response.json()
    assert told["status"] == response.status_code
    assert told["detail"].endswith(".")
    assert set(told) == {"type", "title", "status", "detail", "errors"}
    return (
        told["status"],
        told["type"].removeprefix("urn:chancery:problem:"),
        [each["field"] for each in told["errors"]],
    )


def _whole(path: str) -> str:
    return path if path.startswith(("http", ROOT)) else f"{ROOT}{path}"


def _named(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}
