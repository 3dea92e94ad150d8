"""Who may open the pages of webhooks."""

from chancery.accounts.roles import Right
from tests.access import Audience, Row, needs
from tests.api.hooks.built import a_delivery, an_endpoint

ROWS: dict[str, Right | Audience | Row] = {
    "hooks:endpoints": Right.OFFICE_MANAGE,
    "hooks:add": Right.OFFICE_MANAGE,
    "hooks:endpoint": needs(Right.OFFICE_MANAGE, endpoint=an_endpoint),
    "hooks:change": needs(Right.OFFICE_MANAGE, endpoint=an_endpoint),
    "hooks:secret": needs(Right.OFFICE_MANAGE, endpoint=an_endpoint),
    "hooks:remove": needs(Right.OFFICE_MANAGE, endpoint=an_endpoint),
    "hooks:test": needs(Right.OFFICE_MANAGE, endpoint=an_endpoint),
    "hooks:replay-span": needs(Right.OFFICE_MANAGE, endpoint=an_endpoint),
    "hooks:replay": needs(Right.OFFICE_MANAGE, endpoint=an_endpoint, delivery=a_delivery),
}
