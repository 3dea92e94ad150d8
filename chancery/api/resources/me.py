"""Who asks: the member behind the token, the office, and what the token passes on."""

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from chancery.accounts.roles import Right
from chancery.api.bearer import caller_of
from chancery.api.conditions import send
from chancery.api.mounted import demand_known
from chancery.api.operations import READING
from chancery.api.shapes import Moment, Shape, Wording

router = Router(tags=["me"])


class OfficeOfMe(Shape):
    """The office that the token opens."""

    ref: str = Field(description="Short name of the office, as it stands in the addresses of its pages.")
    names: Wording
    state: str = Field(description="State it represents, by ISO 3166; empty where none is named.")
    host_state: str
    city: str
    time_zone: str
    languages: list[str] = Field(description="Languages of the office, the first one before the others.")


class TokenOfMe(Shape):
    """The token as its holder knows it."""

    name: str
    beginning: str
    scopes: list[str] = Field(description="The rights that the token passes on.")
    events: list[str] = Field(description="Codes of the only events it opens; empty for all of them.")
    expires_at: Moment | None


class Me(Shape):
    """The member behind a token."""

    name: str
    email: str
    role: str
    rights: list[str] = Field(description="What can be done through the token: its scopes within the role.")
    office: OfficeOfMe
    token: TokenOfMe


@router.api_operation(
    READING,
    "/me",
    response=Me,
    operation_id="me_get",
    url_name="me_get",
    summary="Read who asks",
    description="The member behind the token, the office, and what can be done. Needs no scope.",
)
def me(request: HttpRequest) -> HttpResponse:
    """Answer who asks."""
    demand_known(request, None)
    caller = caller_of(request)
    office, token = caller.office, caller.token
    told = Me(
        name=office.user.name,
        email=office.user.email,
        role=office.role.value,
        rights=[right.value for right in Right if office.may(right)],
        office=OfficeOfMe.model_construct(
            **{name: getattr(office.organiser, name) for name in OfficeOfMe.model_fields}
        ),
        token=TokenOfMe.model_construct(**{name: getattr(token, name) for name in TokenOfMe.model_fields}),
    )
    return send(request, told.model_dump_json())
