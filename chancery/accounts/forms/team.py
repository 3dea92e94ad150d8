"""The forms of the team: who works in the office, as what, and who is asked to join."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.accounts import queries
from chancery.accounts.models import Grant, Membership, Organiser, ProvisionedGroup, Team
from chancery.accounts.roles import Role
from chancery.base.forms import RowForm


class MemberForm(forms.Form):
    """What a member is, and what need-to-know text they may read."""

    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)
    secrets = forms.MultipleChoiceField(
        label=_("May read"),
        choices=Grant.Secret.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("No role includes these; give them only to whom they concern."),
    )

    @classmethod
    def of(cls, member: Membership, **kwargs: Any) -> "MemberForm":
        """Return the form filled with what a member is now."""
        secrets = [grant.secret for grant in member.grants.all()]
        return cls(initial={"role": member.role, "secrets": secrets}, **kwargs)


class InviteForm(forms.Form):
    """A colleague to invite."""

    email = forms.EmailField(label=_("E-mail address"), max_length=254)
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices, initial=Role.PROTOCOL)


class GroupRoleForm(forms.Form):
    """The role that the members of a group of the directory have."""

    role = forms.ChoiceField(
        label=_("Role of its members"), choices=[("", _("none by this group")), *Role.choices], required=False
    )

    @classmethod
    def of(cls, group: ProvisionedGroup) -> "GroupRoleForm":
        """Return the form filled with what the group gives now; several stand on one page."""
        return cls(initial={"role": group.role}, prefix=group.code)


class TeamForm(RowForm):
    """A team and who is in it."""

    members = forms.ModelMultipleChoiceField(
        label=_("Members"),
        queryset=Membership.objects.none(),
        to_field_name="code",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Team
        fields = ("name",)

    def __init__(self, *args: Any, organiser: Organiser, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        members = self.fields["members"]
        assert isinstance(members, forms.ModelMultipleChoiceField)
        members.queryset = queries.members_of(organiser)
        if self.instance.pk:
            members.initial = list(self.instance.members.values_list("code", flat=True))
