"""Who may open what an office does about the data it holds on people: its owners alone."""

from django.utils import timezone

from chancery.accounts.models import Organiser
from chancery.accounts.roles import Right
from chancery.custody.actions import certificates, requests
from chancery.custody.models import Certificate
from chancery.privacy.actions import keeping
from tests import make
from tests.access import Audience, Row, needs
from tests.addresses.shared import an_event


def a_person(office: Organiser) -> str:
    """The code of somebody of the directory."""
    return make.person(office).code


def a_request(office: Organiser) -> str:
    """The code of a request of somebody."""
    asked = requests.enter(
        make.person(office), kind="access", received_on=timezone.localdate(), by=make.actor(office)
    )
    return asked.code


def a_certificate(office: Organiser) -> str:
    """The code of a certificate."""
    made = certificates.issue(
        office,
        kind=Certificate.Kind.KEEPING,
        about="2025",
        lines=[{"what": "replies", "count": 2, "rule": "14 days"}],
        by=make.actor(office),
        now=timezone.now(),
    )
    return made.code


def a_hold(office: Organiser) -> str:
    """The code of a hold on the event of an office."""
    held = keeping.hold(make.event(office), reason="A court asks", by=make.actor(office), now=timezone.now())
    return held.code


def a_kind(office: Organiser) -> str:
    """A kind of data with a time of keeping."""
    return "letters"


ROWS: dict[str, Right | Audience | Row] = {
    "custody:subject": needs(Right.OFFICE_MANAGE, person=a_person),
    "custody:export": needs(Right.OFFICE_MANAGE, person=a_person),
    "custody:erase": needs(Right.OFFICE_MANAGE, person=a_person),
    "privacy:office": Right.OFFICE_MANAGE,
    "custody:register": Right.OFFICE_MANAGE,
    "custody:keeping": Right.OFFICE_MANAGE,
    "custody:delete-due": Right.OFFICE_MANAGE,
    "custody:end-hold": needs(Right.OFFICE_MANAGE, hold=a_hold),
    "custody:rule": Right.OFFICE_MANAGE,
    "custody:rows": needs(Right.OFFICE_MANAGE, kind=a_kind, event=an_event),
    "custody:lines": Right.OFFICE_MANAGE,
    "custody:requests": Right.OFFICE_MANAGE,
    "custody:answer": needs(Right.OFFICE_MANAGE, asked=a_request),
    "custody:certificates": Right.OFFICE_MANAGE,
    "custody:certificate": needs(Right.OFFICE_MANAGE, certificate=a_certificate),
    "custody:certificate-paper": needs(Right.OFFICE_MANAGE, certificate=a_certificate),
}
