"""The roles of an office and what each may do."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Right(models.TextChoices):
    """One thing somebody may do; every page asks for exactly one."""

    OFFICE_VIEW = "office.view", _("open the office")
    OFFICE_MANAGE = "office.manage", _("manage the office and its team")
    DIRECTORY_VIEW = "directory.view", _("read the directory")
    DIRECTORY_EDIT = "directory.edit", _("change the directory")
    PROFILES_EDIT = "profiles.edit", _("change protocol profiles")
    EVENTS_VIEW = "events.view", _("read events")
    EVENTS_EDIT = "events.edit", _("plan events")
    PROGRAMME_VIEW = "programme.view", _("read programmes")
    PROGRAMME_EDIT = "programme.edit", _("change programmes")
    GUESTS_VIEW = "guests.view", _("read guest lists")
    GUESTS_EDIT = "guests.edit", _("change guest lists")
    INVITATIONS_SEND = "invitations.send", _("prepare and send invitations")
    INVITATIONS_APPROVE = "invitations.approve", _("approve list and text of invitations")
    ORDER_EDIT = "order.edit", _("change the order of precedence")
    SEATING_VIEW = "seating.view", _("read seat plans")
    SEATING_EDIT = "seating.edit", _("make seat plans")
    RUN_CALL = "run.call", _("call the programme")
    DOOR_VIEW = "door.view", _("see who has come")
    DOOR_WORK = "door.work", _("let guests in")
    DOOR_EDIT = "door.edit", _("prepare doors and arrivals")
    RECORD_VIEW = "record.view", _("read the record")
    RECORD_EDIT = "record.edit", _("write the record")
    RELEASE = "record.release", _("release communiqués and publish pictures")
    COSTS_EDIT = "costs.edit", _("keep the costs of events")
    PAPERS_PRINT = "papers.print", _("print papers")


class Role(models.TextChoices):
    """What somebody is in an office, or for one event."""

    OWNER = "owner", _("owner")
    HEAD = "head", _("head of mission")
    PROTOCOL = "protocol", _("protocol officer")
    ASSISTANT = "assistant", _("assistant")
    DOOR = "door", _("door steward")
    CALLER = "caller", _("caller")
    PRESS = "press", _("press officer")
    VIEWER = "viewer", _("viewer")


_READS = frozenset(
    {
        Right.OFFICE_VIEW,
        Right.DIRECTORY_VIEW,
        Right.EVENTS_VIEW,
        Right.PROGRAMME_VIEW,
        Right.GUESTS_VIEW,
        Right.SEATING_VIEW,
        Right.DOOR_VIEW,
        Right.RECORD_VIEW,
    }
)

RIGHTS: dict[Role, frozenset[Right]] = {
    Role.OWNER: frozenset(Right),
    Role.HEAD: _READS
    | {
        Right.PAPERS_PRINT,
        Right.ORDER_EDIT,
        Right.INVITATIONS_APPROVE,
        Right.RELEASE,
        Right.COSTS_EDIT,
    },
    Role.PROTOCOL: frozenset(Right) - {Right.OFFICE_MANAGE, Right.INVITATIONS_APPROVE},
    Role.ASSISTANT: _READS | {Right.DIRECTORY_EDIT, Right.GUESTS_EDIT, Right.DOOR_WORK, Right.PAPERS_PRINT},
    Role.DOOR: frozenset(
        {Right.OFFICE_VIEW, Right.EVENTS_VIEW, Right.SEATING_VIEW, Right.DOOR_VIEW, Right.DOOR_WORK}
    ),
    Role.CALLER: frozenset(
        {Right.OFFICE_VIEW, Right.EVENTS_VIEW, Right.PROGRAMME_VIEW, Right.RUN_CALL, Right.PAPERS_PRINT}
    ),
    Role.PRESS: frozenset(
        {
            Right.OFFICE_VIEW,
            Right.EVENTS_VIEW,
            Right.PROGRAMME_VIEW,
            Right.RECORD_VIEW,
            Right.RECORD_EDIT,
            Right.RELEASE,
        }
    ),
    Role.VIEWER: frozenset({Right.OFFICE_VIEW, Right.EVENTS_VIEW, Right.PROGRAMME_VIEW}),
}


def rights_by_role() -> list[tuple[Role, list[Right]]]:
    """Return what each role may do, both in the order of their enumerations."""
    return [(role, [right for right in Right if right in RIGHTS[role]]) for role in Role]


def roles_with(right: Right) -> list[Role]:
    """Return the roles that include `right`, in the order of the enumeration."""
    return [role for role in Role if right in RIGHTS[role]]
