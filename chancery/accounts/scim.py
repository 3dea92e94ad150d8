"""
Accounts and groups in the words of SCIM 2.0 (RFC 7643, 7644); the extra `chancery[scim]` brings its grammar.

The schemas say what is kept and nothing else; what a directory sends besides is passed over.
"""

from datetime import datetime
from typing import Annotated, Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from pydantic import EmailStr, Field
from scim2_models import (
    URN,
    AuthenticationScheme,
    Bulk,
    CaseExact,
    ChangePassword,
    ComplexAttribute,
    ETag,
    Filter,
    GroupMembership,
    InvalidValueException,
    Meta,
    Mutability,
    Patch,
    Reference,
    Required,
    Resource,
    ResourceType,
    Schema,
    ScimPolicy,
    ServiceProviderConfig,
    Sort,
    Uniqueness,
)

from chancery.accounts.models import ProvisionedColleague, ProvisionedGroup
from chancery.accounts.provisioning import Told, ToldGroup

MOST_RESULTS = 200
AT_WORK = "work"
WORKS = {"type": AT_WORK, "primary": True}

# Directories send more than is kept; Entra ID removes members by value and replaces what is not there yet.
POLICY = ScimPolicy(
    unknown=ScimPolicy.Unknown.ignore,
    remove_value_as_filter=ScimPolicy.RemoveValue.apply,
    unmatched_path_filter=ScimPolicy.UnmatchedPathFilter.create,
)


class Name(ComplexAttribute):
    """How somebody is called."""

    family_name: str | None = None
    given_name: str | None = None


class Email(ComplexAttribute):
    """An address; the primary one is that of the account."""

    value: Annotated[EmailStr | None, Required.true] = None
    type: str | None = None
    primary: bool | None = None


class User(Resource[Any]):
    """An account of the office."""

    __schema__ = URN("urn:ietf:params:scim:schemas:core:2.0:User")

    user_name: Annotated[str | None, Uniqueness.server, Required.true] = None
    name: Name | None = None
    Name: ClassVar[type[ComplexAttribute]] = Name
    display_name: str | None = None
    active: Annotated[bool | None, Required.true] = None
    emails: Annotated[list[Email] | None, Required.true] = None
    Emails: ClassVar[type[ComplexAttribute]] = Email
    groups: Annotated[list[GroupMembership] | None, Mutability.read_only] = None
    Groups: ClassVar[type[ComplexAttribute]] = GroupMembership


class GroupMember(ComplexAttribute):
    """Who is in a group."""

    value: Annotated[str | None, Mutability.immutable, CaseExact.true] = None
    ref: Annotated[Reference[User] | None, Mutability.immutable] = Field(
        None, serialization_alias="$ref", validation_alias="$ref"
    )
    type: Annotated[str | None, Mutability.immutable] = Field(None, examples=["User"])


class Group(Resource[Any]):
    """A group of the directory; its name, or a page of the office, says which role its members have."""

    __schema__ = URN("urn:ietf:params:scim:schemas:core:2.0:Group")

    display_name: Annotated[str | None, Uniqueness.server, Required.true] = None
    members: list[GroupMember] | None = None
    Members: ClassVar[type[ComplexAttribute]] = GroupMember


def user_of(colleague: ProvisionedColleague, *, base: str, works_here: bool) -> User:
    """Return an account as the directory reads it; `base` is the address of the service."""
    account = colleague.user
    return User(
        id=colleague.code,
        external_id=colleague.external_id or None,
        user_name=colleague.user_name,
        display_name=(colleague.display_name if colleague.is_made_here else account.name) or None,
        name=_name_of(colleague),
        active=account.is_active and works_here,
        emails=[Email(value=account.email, **(colleague.address_marks or WORKS))],
        groups=[
            GroupMembership(
                value=group.code,
                display=group.name,
                type="direct",
                ref=Reference(f"{base}/Groups/{group.code}"),
            )
            for group in colleague.groups.all()
        ]
        or None,
        meta=_meta("User", f"{base}/Users/{colleague.code}", colleague.made_at, colleague.changed_at),
    )


def group_of(group: ProvisionedGroup, *, base: str) -> Group:
    """Return a group as the directory reads it."""
    return Group(
        id=group.code,
        external_id=group.external_id or None,
        display_name=group.name,
        members=[
            GroupMember(
                value=each.code,
                type="User",
                ref=Reference(f"{base}/Users/{each.code}"),
            )
            for each in group.members.all()
        ]
        or None,
        meta=_meta("Group", f"{base}/Groups/{group.code}", group.made_at, group.changed_at),
    )


def told_by(user: User) -> Told:
    """Return what a directory says of somebody. Errors: InvalidValueException."""
    name, address = user.name or Name(), _address_of(user)
    return Told(
        user_name=_text(user.user_name, "userName", 254),
        email=_text(address.value, "emails", 254),
        address_marks={"type": _text(address.type, "emails.type", 40) or None, "primary": address.primary},
        display_name=_text(user.display_name, "displayName", 200),
        given_name=_text(name.given_name, "name.givenName", 100),
        family_name=_text(name.family_name, "name.familyName", 100),
        external_id=_text(user.external_id, "externalId", 254),
        is_open=user.active is not False,
    )


def completed(body: dict[str, Any], *, before: User | None = None) -> dict[str, Any]:
    """
    Add to a request what an account cannot be without, and what some directories leave out.

    That is whether it is open, and an address: as it was, else the name by which somebody signs in.
    """
    named = {key.lower() for key in body}
    whole = dict(body)
    if "active" not in named:
        whole["active"] = before is None or bool(before.active)
    if "emails" not in named:
        address = before.emails[0].value if before is not None and before.emails else body.get("userName")
        whole["emails"] = [{"value": address, **WORKS}]
    return whole


def told_of_group(group: Group) -> ToldGroup:
    """Return what a directory says of a group. Errors: InvalidValueException."""
    return ToldGroup(
        name=_text(group.display_name, "displayName", 254),
        external_id=_text(group.external_id, "externalId", 254),
        members=frozenset(member.value for member in group.members or () if member.value),
    )


def _address_of(user: User) -> Email:
    """The primary address, else that at work, else any."""
    addresses = [email for email in user.emails or () if email.value]
    addresses.sort(key=lambda email: (not email.primary, email.type != AT_WORK))
    found = addresses[0] if addresses else Email()
    try:
        validate_email(found.value)
    except ValidationError as error:
        sentence = "An account needs an e-mail address, in emails or as userName."
        raise InvalidValueException(detail=sentence) from error
    return found


def _text(text: str | None, attribute: str, most: int) -> str:
    found = text or ""
    if len(found) > most or "\0" in found:
        raise InvalidValueException(detail=f"{attribute} takes up to {most} characters.")
    return found


def _name_of(colleague: ProvisionedColleague) -> Name | None:
    if not colleague.given_name and not colleague.family_name:
        return None
    return Name(given_name=colleague.given_name or None, family_name=colleague.family_name or None)


def _meta(kind: str, location: str, made_at: datetime, changed_at: datetime) -> Meta:
    return Meta(resource_type=kind, created=made_at, last_modified=changed_at, location=location)


def schemas() -> list[Schema]:
    """What is kept of accounts and of groups."""
    return [User.to_schema(), Group.to_schema()]


def resource_types() -> list[ResourceType]:
    """What there is."""
    return [ResourceType.from_resource(User), ResourceType.from_resource(Group)]


def configuration() -> ServiceProviderConfig:
    """What the service can do."""
    return ServiceProviderConfig(
        patch=Patch(supported=True),
        bulk=Bulk(supported=False, max_operations=0, max_payload_size=0),
        filter=Filter(supported=True, max_results=MOST_RESULTS),
        change_password=ChangePassword(supported=False),
        sort=Sort(supported=False),
        etag=ETag(supported=False),
        authentication_schemes=[
            AuthenticationScheme(
                type=AuthenticationScheme.Type.oauthbearertoken,
                name="Access token",
                description="An access token of an owner of the office.",
                primary=True,
            )
        ],
    )
