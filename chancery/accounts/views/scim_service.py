"""SCIM 2.0 over the accounts and groups of one office: HTTP on one side, the actions on the other."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext
from pydantic import ValidationError
from scim2_models import (
    Context,
    Error,
    InvalidSyntaxException,
    ListResponse,
    NotFoundException,
    PatchOp,
    Resource,
    ResourceType,
    Schema,
    SCIMException,
    SearchRequest,
    UniquenessException,
)
from scim2_models.path import Comparison

from chancery.accounts import queries, scim
from chancery.accounts.access import Office
from chancery.accounts.actions import provisioned_groups, provisioning
from chancery.accounts.actions.team import LastOwner
from chancery.accounts.models import AccessToken, ProvisionedColleague, ProvisionedGroup
from chancery.accounts.views.scim import KIND, refusal
from chancery.base import audit, sent_json
from chancery.base.models import AuditLine

LAST_OWNER = "An office keeps at least one owner who can sign in; make somebody else owner first."
ADDRESS_IN_USE = "Another account has this address; invite its holder on the page of the team."


def answer(request: HttpRequest, office: Office, what: str, *, through: AccessToken) -> HttpResponse:
    """Answer one request; what a directory changes tells in the history through which token it came."""
    name, _slash, code = what.strip("/").partition("/")
    try:
        with scim.POLICY, transaction.atomic(), audit.collected() as lines:
            response = _dispatched(_Asked(request, office, name, code))
            reason = gettext("By SCIM, with the token “%(token)s”.") % {"token": through.name}
            AuditLine.objects.filter(pk__in=[line.pk for line in lines], reason="").update(reason=reason)
            return response
    except SCIMException as error:
        return _sent(error.to_error(), status=error.status)
    except ValidationError as errors:
        [first, *_others] = Error.from_validation_errors(errors)
        return _sent(first, status=first.status or 400)
    except (provisioning.NameTaken, IntegrityError):
        return _sent(UniquenessException(detail="The office has one of this name already.").to_error(), 409)
    except provisioning.AddressInUse:
        return _sent(UniquenessException(detail=ADDRESS_IN_USE).to_error(), 409)
    except LastOwner:
        return refusal(409, LAST_OWNER)


@dataclass(frozen=True, slots=True)
class _Asked:
    """One request, taken apart: `Users/4711` is `name` and `code`."""

    request: HttpRequest
    office: Office
    name: str
    code: str

    def body(self) -> dict[str, Any]:
        return json_of(self.request)


def json_of(request: HttpRequest) -> dict[str, Any]:
    """What a request brings. Errors: InvalidSyntaxException."""
    try:
        found = sent_json.read_json(request.body)
    except sent_json.NotReadable as error:
        raise InvalidSyntaxException(detail="The request is no JSON.") from error
    if not isinstance(found, dict):
        raise InvalidSyntaxException(detail="The request is no JSON object.")
    return found


type Verb = Callable[[_Asked], HttpResponse]


def _dispatched(asked: _Asked) -> HttpResponse:
    if asked.request.method == "POST" and ".search" in (asked.name, asked.code):
        return refusal(501, "Questions are asked by GET.")
    known = OF_ONE if asked.code else OF_ALL
    verbs = known.get(asked.name)
    if verbs is None:
        raise NotFoundException(detail="There is nothing at this address.")
    verb = verbs.get(asked.request.method or "")
    if verb is None:
        response = refusal(405, "This cannot be done at this address.")
        response.headers["Allow"] = ", ".join(sorted(verbs))
        return response
    return verb(asked)


def _users(asked: _Asked) -> HttpResponse:
    provisioning.adopt_members(asked.office.organiser)
    found = queries.colleagues_provisioned(asked.office.organiser)
    if name := _compared(asked, "username"):
        found = found.filter(user_name__iexact=name)
    return _listed(asked, scim.User, [_user(each) for each in found])


def _user_of(asked: _Asked) -> HttpResponse:
    return _sent_one(asked, _user(_colleague(asked)))


def _add_user(asked: _Asked) -> HttpResponse:
    body = scim.completed(asked.body())
    user = scim.User.model_validate(body, scim_ctx=Context.RESOURCE_CREATION_REQUEST)
    made = provisioning.add_colleague(
        asked.office.organiser, scim.told_by(user), now=timezone.now(), by=asked.office.actor
    )
    return _sent_new(_user(_colleague(asked, made.code)))


def _replace_user(asked: _Asked) -> HttpResponse:
    colleague = _colleague(asked)
    before = _user(colleague)
    body = scim.completed(asked.body(), before=before)
    user = scim.User.model_validate(body, scim_ctx=Context.RESOURCE_REPLACEMENT_REQUEST)
    user.replace(before)
    return _follow_user(asked, colleague, user)


def _patch_user(asked: _Asked) -> HttpResponse:
    colleague = _colleague(asked)
    user = _user(colleague)
    patch = PatchOp[scim.User].model_validate(asked.body(), scim_ctx=Context.RESOURCE_PATCH_REQUEST)
    patch.patch(user)
    return _follow_user(asked, colleague, user)


def _follow_user(asked: _Asked, colleague: ProvisionedColleague, user: scim.User) -> HttpResponse:
    told = scim.told_by(user)
    provisioning.change_colleague(colleague, told, now=timezone.now(), by=asked.office.actor)
    return _user_of(asked)


def _remove_user(asked: _Asked) -> HttpResponse:
    provisioning.remove_colleague(_colleague(asked), by=asked.office.actor)
    return HttpResponse(status=204)


def _groups(asked: _Asked) -> HttpResponse:
    found = queries.groups_provisioned(asked.office.organiser)
    if name := _compared(asked, "displayname"):
        found = found.filter(name__iexact=name)
    return _listed(asked, scim.Group, [scim.group_of(each, base=_base()) for each in found])


def _group_of(asked: _Asked) -> HttpResponse:
    return _sent_one(asked, scim.group_of(_group(asked), base=_base()))


def _add_group(asked: _Asked) -> HttpResponse:
    group = scim.Group.model_validate(asked.body(), scim_ctx=Context.RESOURCE_CREATION_REQUEST)
    made = provisioned_groups.save_group(
        ProvisionedGroup(organiser=asked.office.organiser),
        scim.told_of_group(group),
        now=timezone.now(),
        by=asked.office.actor,
    )
    return _sent_new(scim.group_of(_group(asked, made.code), base=_base()))


def _replace_group(asked: _Asked) -> HttpResponse:
    kept = _group(asked)
    group = scim.Group.model_validate(asked.body(), scim_ctx=Context.RESOURCE_REPLACEMENT_REQUEST)
    group.replace(scim.group_of(kept, base=_base()))
    return _follow_group(asked, kept, group)


def _patch_group(asked: _Asked) -> HttpResponse:
    kept = _group(asked)
    group = scim.group_of(kept, base=_base())
    patch = PatchOp[scim.Group].model_validate(asked.body(), scim_ctx=Context.RESOURCE_PATCH_REQUEST)
    patch.patch(group)
    return _follow_group(asked, kept, group)


def _follow_group(asked: _Asked, kept: ProvisionedGroup, group: scim.Group) -> HttpResponse:
    told = scim.told_of_group(group)
    provisioned_groups.save_group(kept, told, now=timezone.now(), by=asked.office.actor)
    return _group_of(asked)


def _remove_group(asked: _Asked) -> HttpResponse:
    provisioned_groups.remove_group(_group(asked), by=asked.office.actor)
    return HttpResponse(status=204)


def _configuration(asked: _Asked) -> HttpResponse:
    return _sent(scim.configuration())


def _resource_types(asked: _Asked) -> HttpResponse:
    return _listed(asked, ResourceType, scim.resource_types())


def _resource_type_of(asked: _Asked) -> HttpResponse:
    return _sent_one(asked, _named(asked, scim.resource_types()))


def _schemas(asked: _Asked) -> HttpResponse:
    return _listed(asked, Schema, scim.schemas())


def _schema_of(asked: _Asked) -> HttpResponse:
    return _sent_one(asked, _named(asked, scim.schemas()))


OF_ALL: dict[str, dict[str, Verb]] = {
    "Users": {"GET": _users, "POST": _add_user},
    "Groups": {"GET": _groups, "POST": _add_group},
    "ServiceProviderConfig": {"GET": _configuration},
    "ResourceTypes": {"GET": _resource_types},
    "Schemas": {"GET": _schemas},
}
OF_ONE: dict[str, dict[str, Verb]] = {
    "Users": {"GET": _user_of, "PUT": _replace_user, "PATCH": _patch_user, "DELETE": _remove_user},
    "Groups": {"GET": _group_of, "PUT": _replace_group, "PATCH": _patch_group, "DELETE": _remove_group},
    "ResourceTypes": {"GET": _resource_type_of},
    "Schemas": {"GET": _schema_of},
}


def _colleague(asked: _Asked, code: str = "") -> ProvisionedColleague:
    found = queries.colleagues_provisioned(asked.office.organiser).filter(code=code or asked.code).first()
    if found is None:
        raise NotFoundException(detail="The office has no such account.")
    return found


def _user(colleague: ProvisionedColleague) -> scim.User:
    works_here: bool = colleague.works_here  # type: ignore[attr-defined]  # annotated by the query
    return scim.user_of(colleague, base=_base(), works_here=works_here)


def _group(asked: _Asked, code: str = "") -> ProvisionedGroup:
    found = queries.groups_provisioned(asked.office.organiser).filter(code=code or asked.code).first()
    if found is None:
        raise NotFoundException(detail="The office has no such group.")
    return found


def _base() -> str:
    return f"{settings.BASE_URL}/scim/v2"


def _named[Kind: Resource[Any]](asked: _Asked, among: Iterable[Kind]) -> Kind:
    for each in among:
        if each.id == asked.code:
            return each
    raise NotFoundException(detail="There is nothing of this name.")


def _search(asked: _Asked, model: type[Resource[Any]]) -> Any:
    return SearchRequest[model].model_validate(asked.request.GET.dict())  # type: ignore[valid-type]


def _compared(asked: _Asked, attribute: str) -> str:
    """The text that a filter compares one attribute with: what directories ask for each of their people."""
    text = asked.request.GET.get("filter", "")
    tree: Any = SearchRequest.model_validate({"filter": text}).filter if text else None
    node = tree.ast if tree is not None else None
    if isinstance(node, Comparison) and node.op == "eq" and str(node.attr_path).lower() == attribute:
        return str(node.value)
    return ""


def _listed(asked: _Asked, model: type[Resource[Any]], found: Iterable[Resource[Any]]) -> HttpResponse:
    """One page of what fits the filter, counted from one."""
    search = _search(asked, model)
    fitting = [each for each in found if search.filter is None or search.filter.match(each)]
    first = search.start_index_0 or 0
    count = scim.MOST_RESULTS if search.count is None else min(search.count, scim.MOST_RESULTS)
    page = fitting[first : first + count]
    listed = ListResponse[model](  # type: ignore[valid-type]
        total_results=len(fitting), start_index=first + 1, items_per_page=len(page), resources=page
    )
    return _sent(listed, parameters=search)


def _sent_one(asked: _Asked, found: Resource[Any]) -> HttpResponse:
    return _sent(found, parameters=_search(asked, type(found)))


def _sent_new(made: Resource[Any]) -> HttpResponse:
    response = _sent(made, status=201, context=Context.RESOURCE_CREATION_RESPONSE)
    assert made.meta is not None
    response.headers["Location"] = str(made.meta.location)
    return response


def _sent(
    body: Any,
    status: int = 200,
    *,
    context: Context = Context.RESOURCE_QUERY_RESPONSE,
    parameters: Any = None,
) -> HttpResponse:
    text = body.model_dump_json(scim_ctx=context, response_parameters=parameters)
    return HttpResponse(text, content_type=KIND, status=status)
