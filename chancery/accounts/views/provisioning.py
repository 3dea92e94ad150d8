"""What the groups of a directory are in the office."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from chancery.accounts import access, queries
from chancery.accounts.access import Office
from chancery.accounts.actions import provisioned_groups
from chancery.accounts.actions.team import LastOwner
from chancery.accounts.forms.team import GroupRoleForm
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right, Role
from chancery.base.frame import framed


@office_page(Right.OFFICE_MANAGE)
def groups(request: HttpRequest, office: Office) -> HttpResponse:
    """List the groups that the directory told of, each with the role that it gives."""
    if request.method == "POST":
        return _give_role(request, office)
    found = queries.groups_provisioned(office.organiser)
    context = {
        "groups": [(group, GroupRoleForm.of(group)) for group in found],
        "colleagues": queries.colleagues_provisioned(office.organiser).count(),
        "address": f"{settings.BASE_URL}/scim/v2",
    }
    return framed(request, "accounts/provisioning.html", **context)


def _give_role(request: HttpRequest, office: Office) -> HttpResponse:
    group = access.group_of(office, request.POST.get("group", ""))
    form = GroupRoleForm(request.POST, prefix=group.code)
    if form.is_valid():
        chosen = form.cleaned_data["role"]
        try:
            provisioned_groups.give_role(group, Role(chosen) if chosen else None, by=office.actor)
        except LastOwner:
            messages.error(request, _("An office keeps at least one owner; make somebody else owner first."))
        else:
            messages.success(request, _("%(name)s is saved.") % {"name": group.name})
    return redirect("accounts:provisioning", ref=office.organiser.ref)
