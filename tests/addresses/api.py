"""Who may open the pages of access tokens; the interface itself takes no session, see tests/api."""

from chancery.accounts.models import AccessToken, Organiser
from chancery.accounts.roles import Right
from chancery.api.resources import RESOURCES
from tests import make
from tests.access import Audience, Row, needs


def a_token(office: Organiser) -> str:
    """The code of a token of somebody of an office, which only its owners may look at."""
    member = make.member(office)
    return AccessToken.objects.create(
        membership=member, name="Screen", digest=member.code, beginning="x"
    ).code


def any_code(office: Organiser) -> str:
    return "23456789bcdf"


def _of_resources() -> dict[str, Right | Audience | Row]:
    rows: dict[str, Right | Audience | Row] = {}
    for resource in RESOURCES:
        above = {"event": any_code} if resource.is_in_event else {}
        named = {**above, resource.one: any_code}
        rows[f"api:{resource.name}_list"] = needs(Audience.TOKEN, **above)
        rows[f"api:{resource.name}_get"] = needs(Audience.TOKEN, **named)
        for write in resource.writes():
            route = above if write.what == "create" else named
            rows[f"api:{resource.name}_{write.what}"] = needs(Audience.TOKEN, **route)
    return rows


ROWS: dict[str, Right | Audience | Row] = {
    "api:api-root": Audience.UNKNOWN,
    "api:changes_list": Audience.TOKEN,
    "api:me_get": Audience.TOKEN,
    "api_description": Audience.EVERYBODY,
    "api_reference": Audience.EVERYBODY,
    "tokens:make_token": Right.OFFICE_VIEW,
    "tokens:tokens": Right.OFFICE_VIEW,
    "tokens:withdraw_token": needs(Right.OFFICE_MANAGE, code=a_token),
    **_of_resources(),
}
