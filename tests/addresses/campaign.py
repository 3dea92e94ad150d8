"""Who may open the pages of the campaign and what it shows to everybody."""

from chancery.accounts.models import Organiser
from chancery.accounts.roles import Right
from chancery.base.models import Job
from chancery.campaign.actions import feeds
from chancery.campaign.models import CalendarFeed
from tests import make
from tests.access import Audience, Row, needs
from tests.addresses.shared import a_campaign
from tests.campaign import figures_built, pages_built
from tests.occasions import recognitions_built


def a_table(office: Organiser) -> str:
    """A kind of file that holds a table."""
    return "csv"


def a_counted_chart(office: Organiser) -> str:
    """The key of a chart of the figures of an office."""
    figures_built.counted(office, 2025, figures_built.a_year(60))
    return "answers"


def a_counted_campaign(office: Organiser) -> str:
    """The code of a campaign that has figures."""
    campaign = make.campaign(office)
    figures_built.counted(office, 2025, figures_built.a_year(60), campaign=campaign)
    return campaign.code


def a_counting(office: Organiser) -> str:
    """The code of a counting of an office."""
    return Job.objects.create(organiser_id=office.pk, kind="campaign.count").code


def a_feed(office: Organiser) -> str:
    """The code of a calendar that an office made for others."""
    feed = CalendarFeed(organiser=office, name="For the press", language="en")
    feeds.make_feed(feed, by=make.actor(office))
    return feed.code


def a_feed_token(office: Organiser) -> str:
    """What stands in the address of such a calendar."""
    feed = CalendarFeed(organiser=office, name="For the press", language="en")
    return feeds.make_feed(feed, by=make.actor(office))


ROWS: dict[str, Right | Audience | Row] = {
    "campaign:calendar": Right.EVENTS_VIEW,
    "campaign:calendar-paper": Right.EVENTS_VIEW,
    "campaign:feeds": Right.EVENTS_VIEW,
    "campaign:add-feed": Right.RELEASE,
    "campaign:revoke-feed": needs(Right.RELEASE, feed=a_feed),
    "public-calendar:calendar": needs(Audience.EVERYBODY, token=a_feed_token),
    "public-calendar:table": needs(Audience.EVERYBODY, token=a_feed_token),
    "campaign:claims": needs(Right.EVENTS_VIEW, campaign=a_campaign),
    "campaign:add-claim": needs(Right.EVENTS_EDIT, campaign=a_campaign),
    "campaign:change-claim": needs(Right.EVENTS_EDIT, **recognitions_built.CLAIM),
    "campaign:follow-claim": needs(Right.EVENTS_EDIT, **recognitions_built.CLAIM),
    "campaign:delete-claim": needs(Right.EVENTS_EDIT, **recognitions_built.CLAIM),
    "campaign:totals": needs(Right.EVENTS_VIEW, campaign=a_campaign),
    "campaign:state-total": needs(Right.EVENTS_EDIT, campaign=a_campaign),
    "campaign:total": needs(
        Right.EVENTS_VIEW, campaign=recognitions_built.a_campaign, total=recognitions_built.a_total
    ),
    "campaign:delete-total": needs(
        Right.EVENTS_EDIT, campaign=recognitions_built.a_campaign, total=recognitions_built.a_total
    ),
    "campaign:office": Right.EVENTS_VIEW,
    "campaign:office-compare": Right.EVENTS_VIEW,
    "campaign:office-csv": Right.EVENTS_VIEW,
    "campaign:office-xlsx": Right.EVENTS_VIEW,
    "campaign:office-paper": Right.EVENTS_VIEW,
    "campaign:office-file": needs(Right.EVENTS_VIEW, chart=a_counted_chart, kind=a_table),
    "campaign:dashboard": needs(Right.EVENTS_VIEW, campaign=a_counted_campaign),
    "campaign:dashboard-compare": needs(Right.EVENTS_VIEW, campaign=a_counted_campaign),
    "campaign:dashboard-csv": needs(Right.EVENTS_VIEW, campaign=a_counted_campaign),
    "campaign:dashboard-xlsx": needs(Right.EVENTS_VIEW, campaign=a_counted_campaign),
    "campaign:dashboard-paper": needs(Right.EVENTS_VIEW, campaign=a_counted_campaign),
    "campaign:dashboard-file": needs(
        Right.EVENTS_VIEW, campaign=a_counted_campaign, chart=lambda office: "answers", kind=a_table
    ),
    "campaign:count-progress": needs(Right.EVENTS_VIEW, job=a_counting),
    "campaign:count": Right.EVENTS_EDIT,
    "campaign:office-missions": Right.EVENTS_VIEW,
    "campaign:office-missions-csv": Right.EVENTS_VIEW,
    "campaign:office-missions-xlsx": Right.EVENTS_VIEW,
    "campaign:dashboard-missions": needs(Right.EVENTS_VIEW, campaign=a_counted_campaign),
    "campaign:dashboard-missions-csv": needs(Right.EVENTS_VIEW, campaign=a_counted_campaign),
    "campaign:dashboard-missions-xlsx": needs(Right.EVENTS_VIEW, campaign=a_counted_campaign),
    "campaign:figure": Right.EVENTS_VIEW,
    "campaign:posts": Right.EVENTS_VIEW,
    "campaign:page": needs(Right.EVENTS_VIEW, campaign=a_campaign),
    "campaign:change-page": needs(Right.EVENTS_EDIT, campaign=a_campaign),
    "campaign:preview-page": needs(Right.EVENTS_VIEW, campaign=pages_built.a_campaign_with_a_page),
    "campaign:publish-page": needs(Right.RELEASE, campaign=pages_built.a_campaign_with_a_page),
    "campaign:take-page-down": needs(Right.RELEASE, campaign=pages_built.a_campaign_with_a_page),
    "campaign:reports": needs(Right.RECORD_VIEW, campaign=a_campaign),
    "campaign:office-reports": Right.RECORD_VIEW,
    "campaign:report": needs(Right.RECORD_VIEW, report=pages_built.a_draft_report),
    "campaign:report-progress": needs(Right.RECORD_VIEW, report=pages_built.a_draft_report),
    "campaign:stop-report": needs(Right.EVENTS_EDIT, report=pages_built.a_draft_report),
    "campaign:release-report": needs(Right.RELEASE, report=pages_built.a_draft_report),
    "campaign:withdraw-report": needs(Right.RELEASE, report=pages_built.a_draft_report),
    "campaign:report-file": needs(
        Right.RECORD_VIEW, report=pages_built.a_draft_report, suffix=lambda office: "docx"
    ),
    "public-campaign:report": needs(
        Audience.EVERYBODY, slug=pages_built.a_page_with_a_report, year=lambda office: 2025
    ),
    "public-campaign:report-in": needs(
        Audience.EVERYBODY,
        slug=pages_built.a_page_with_a_report,
        year=lambda office: 2025,
        language=lambda office: "en",
    ),
    "public-campaign:report-file": needs(
        Audience.EVERYBODY,
        slug=pages_built.a_page_with_a_report,
        year=lambda office: 2025,
        language=lambda office: "en",
        suffix=lambda office: "docx",
    ),
    "public-report:reports": Audience.EVERYBODY,
    "public-report:feed": Audience.EVERYBODY,
    "public-report:report": needs(Audience.EVERYBODY, year=pages_built.a_year_with_a_report),
    "public-report:report-in": needs(
        Audience.EVERYBODY, year=pages_built.a_year_with_a_report, language=lambda office: "en"
    ),
    "public-report:report-file": needs(
        Audience.EVERYBODY,
        year=pages_built.a_year_with_a_report,
        language=lambda office: "en",
        suffix=lambda office: "docx",
    ),
    "public-campaign:page": needs(Audience.EVERYBODY, slug=pages_built.a_public_page),
    "public-campaign:page-in": needs(
        Audience.EVERYBODY, slug=pages_built.a_public_page, language=lambda office: "en"
    ),
    "public-campaign:events": needs(
        Audience.EVERYBODY, slug=pages_built.a_public_page, language=lambda office: "en"
    ),
    "public-campaign:feed": needs(
        Audience.EVERYBODY,
        slug=pages_built.a_public_page,
        language=lambda office: "en",
        kind=lambda office: "atom",
    ),
}
