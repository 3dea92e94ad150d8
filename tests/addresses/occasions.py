"""Who may open the pages of occasions, series and campaigns of an office."""

from chancery.accounts.models import Organiser
from chancery.accounts.roles import Right
from tests import make
from tests.access import Audience, Row, needs
from tests.addresses.shared import a_campaign
from tests.occasions import recognitions_built


def an_occasion(office: Organiser) -> str:
    """The code of an occasion of an office."""
    return make.occasion(office).code


def an_avoided_day(office: Organiser) -> str:
    """The code of a day to avoid of an office."""
    return make.avoided_day(office).code


def the_campaign_of_a_text(office: Organiser) -> str:
    """The code of the campaign of the text of an office."""
    campaign = make.text_of(office).campaign
    assert campaign
    return campaign.code


def a_series(office: Organiser) -> str:
    """The code of the series of an office."""
    return make.edition_of(office).series.code


def its_edition(office: Organiser) -> str:
    """The code of its edition."""
    return make.edition_of(office).code


def a_text(office: Organiser) -> str:
    """The code of the text of an office."""
    return make.text_of(office).code


ROWS: dict[str, Right | Audience | Row] = {
    "occasions:occasions": Right.EVENTS_VIEW,
    "occasions:add-occasion": Right.EVENTS_EDIT,
    "occasions:occasion": needs(Right.EVENTS_VIEW, occasion=an_occasion),
    "occasions:rule": needs(Right.EVENTS_EDIT, occasion=an_occasion),
    "occasions:delete-occasion": needs(Right.EVENTS_EDIT, occasion=an_occasion),
    "occasions:every-series": Right.EVENTS_VIEW,
    "occasions:add-series": Right.EVENTS_EDIT,
    "occasions:series": needs(Right.EVENTS_VIEW, series=a_series),
    "occasions:change-series": needs(Right.EVENTS_EDIT, series=a_series),
    "occasions:delete-series": needs(Right.EVENTS_EDIT, series=a_series),
    "occasions:edition": needs(Right.EVENTS_VIEW, series=a_series, edition=its_edition),
    "occasions:add-text": needs(Right.EVENTS_EDIT, campaign=a_campaign),
    "occasions:text": needs(Right.EVENTS_VIEW, campaign=the_campaign_of_a_text, text=a_text),
    "occasions:change-text": needs(Right.EVENTS_EDIT, campaign=the_campaign_of_a_text, text=a_text),
    "occasions:take-text": needs(Right.EVENTS_EDIT, campaign=the_campaign_of_a_text, text=a_text),
    "occasions:take-newer-text": needs(Right.EVENTS_EDIT, campaign=the_campaign_of_a_text, text=a_text),
    "occasions:keep-text": needs(Right.EVENTS_EDIT, campaign=the_campaign_of_a_text, text=a_text),
    "occasions:delete-text": needs(Right.EVENTS_EDIT, campaign=the_campaign_of_a_text, text=a_text),
    "occasions:delete-campaign": needs(Right.EVENTS_EDIT, campaign=a_campaign),
    "occasions:change-occasion": needs(Right.EVENTS_EDIT, occasion=an_occasion),
    "occasions:avoided": Right.EVENTS_VIEW,
    "occasions:add-avoided": Right.EVENTS_EDIT,
    "occasions:change-avoided": needs(Right.EVENTS_EDIT, day=an_avoided_day),
    "occasions:delete-avoided": needs(Right.EVENTS_EDIT, day=an_avoided_day),
    "occasions:campaigns": Right.EVENTS_VIEW,
    "occasions:add-campaign": Right.EVENTS_EDIT,
    "occasions:campaign": needs(Right.EVENTS_VIEW, campaign=a_campaign),
    "occasions:change-campaign": needs(Right.EVENTS_EDIT, campaign=a_campaign),
    "occasions:recognitions": needs(Right.EVENTS_VIEW, campaign=a_campaign),
    "occasions:add-recognition": needs(Right.EVENTS_EDIT, campaign=a_campaign),
    "occasions:undo-recognitions": needs(Right.EVENTS_EDIT, campaign=a_campaign),
    "occasions:import-recognitions": needs(Right.EVENTS_EDIT, campaign=a_campaign),
    "occasions:recognitions-sample": needs(Right.EVENTS_EDIT, campaign=a_campaign),
    "occasions:recognitions-csv": needs(Right.EVENTS_VIEW, campaign=a_campaign),
    "occasions:recognitions-xlsx": needs(Right.EVENTS_VIEW, campaign=a_campaign),
    "occasions:recognitions-pdf": needs(Right.EVENTS_VIEW, campaign=a_campaign),
    "occasions:recognition": needs(Right.EVENTS_VIEW, **recognitions_built.ONE),
    "occasions:change-recognition": needs(Right.EVENTS_EDIT, **recognitions_built.ONE),
    "occasions:delete-recognition": needs(Right.EVENTS_EDIT, **recognitions_built.ONE),
    "occasions:recognition-document": needs(Right.EVENTS_VIEW, **recognitions_built.ONE),
    "occasions:add-recognition-step": needs(Right.EVENTS_EDIT, **recognitions_built.ONE),
    "occasions:take-back-step": needs(
        Right.EVENTS_EDIT, **recognitions_built.ONE, step=recognitions_built.a_step
    ),
}
