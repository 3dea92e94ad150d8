"""Who may open the pages of films, exhibitions and what they show to everybody."""

from chancery.accounts.models import Organiser
from chancery.accounts.roles import Right
from tests import films, make
from tests.access import Audience, Row, needs
from tests.addresses.shared import a_campaign, its_subtitles, the_film
from tests.exhibition import shown_built


def a_published_exhibition(office: Organiser) -> str:
    """The code of an exhibition that anybody may see."""
    return make.exhibition(office, is_published=True, languages=["en"]).code


def its_campaign(office: Organiser) -> str:
    """The code of the campaign that offers that film."""
    campaign = make.offered_film(office).campaign
    assert campaign
    return campaign.code


def an_offered_film(office: Organiser) -> str:
    """The code of a film that a campaign of an office offers."""
    return make.offered_film(office).code


def a_taken_film(office: Organiser) -> str:
    """The code of a film that an office took over."""
    return make.film(office, source=make.offered_film(office)).code


ROWS: dict[str, Right | Audience | Row] = {
    # the pages of guests, which belong to whoever holds the link
    "public-exhibition:exhibition": needs(Audience.EVERYBODY, code=a_published_exhibition),
    "public-exhibition:manifest": needs(Audience.EVERYBODY, code=a_published_exhibition),
    "public-exhibition:caption": needs(
        Audience.EVERYBODY, code=shown_built.a_public_exhibition, exhibit=shown_built.its_public_exhibit
    ),
    "public-exhibition:picture": needs(
        Audience.EVERYBODY,
        code=shown_built.a_public_exhibition,
        exhibit=shown_built.its_public_exhibit,
        size=shown_built.a_size,
    ),
    "exhibition:offered": needs(Right.EVENTS_VIEW, campaign=a_campaign),
    "exhibition:offer": needs(Right.PROGRAMME_EDIT, campaign=a_campaign),
    "exhibition:take": needs(
        Right.PROGRAMME_EDIT, campaign=its_campaign, kind=lambda _office: "film", code=an_offered_film
    ),
    "exhibition:taken": needs(Right.PROGRAMME_VIEW, kind=lambda _office: "film", code=a_taken_film),
    "exhibition:take-newer": needs(Right.PROGRAMME_EDIT, kind=lambda _office: "film", code=a_taken_film),
    "exhibition:keep-own": needs(Right.PROGRAMME_EDIT, kind=lambda _office: "film", code=a_taken_film),
    "exhibition:works": Right.PROGRAMME_VIEW,
    "exhibition:add-film": Right.PROGRAMME_EDIT,
    "exhibition:change-film": needs(Right.PROGRAMME_EDIT, film=lambda office: make.film(office).code),
    "exhibition:delete-film": needs(Right.PROGRAMME_EDIT, film=lambda office: make.film(office).code),
    "exhibition:film-file": needs(Right.PROGRAMME_VIEW, film=the_film),
    "exhibition:film-poster": needs(Right.PROGRAMME_VIEW, film=the_film),
    "exhibition:film-tried": needs(Right.PROGRAMME_EDIT, film=lambda office: make.film(office).code),
    "exhibition:film-uploads": needs(Right.PROGRAMME_EDIT, film=the_film),
    "exhibition:film-upload": needs(Right.PROGRAMME_EDIT, film=the_film, upload=films.an_upload),
    "exhibition:add-subtitles": needs(Right.PROGRAMME_EDIT, film=lambda office: make.film(office).code),
    "exhibition:change-subtitles": needs(Right.PROGRAMME_EDIT, film=the_film, subtitles=its_subtitles),
    "exhibition:delete-subtitles": needs(Right.PROGRAMME_EDIT, film=the_film, subtitles=its_subtitles),
    "exhibition:subtitles-file": needs(Right.PROGRAMME_VIEW, film=the_film, subtitles=its_subtitles),
    "exhibition:add-exhibition": Right.PROGRAMME_EDIT,
    "exhibition:exhibition": needs(Right.PROGRAMME_VIEW, exhibition=shown_built.an_exhibition),
    "exhibition:change-exhibition": needs(Right.PROGRAMME_EDIT, exhibition=shown_built.an_exhibition),
    "exhibition:delete-exhibition": needs(Right.PROGRAMME_EDIT, exhibition=shown_built.an_exhibition),
    "exhibition:arrange-works": needs(Right.PROGRAMME_EDIT, exhibition=shown_built.an_exhibition),
    "exhibition:add-works": needs(Right.PROGRAMME_EDIT, exhibition=shown_built.an_exhibition),
    "exhibition:take-out": needs(
        Right.PROGRAMME_EDIT, exhibition=shown_built.its_exhibition, exhibit=shown_built.an_exhibit
    ),
    "exhibition:publication": needs(Right.PROGRAMME_VIEW, exhibition=shown_built.an_exhibition),
    "exhibition:leave-out": needs(Right.PROGRAMME_EDIT, exhibition=shown_built.an_exhibition),
    "exhibition:publish": needs(Right.RELEASE, exhibition=shown_built.an_exhibition),
    "exhibition:take-back": needs(Right.RELEASE, exhibition=shown_built.an_exhibition),
    "exhibition:collection": Right.PROGRAMME_VIEW,
    "exhibition:add-work": Right.PROGRAMME_EDIT,
    "exhibition:add-by-pictures": Right.PROGRAMME_EDIT,
    "exhibition:work": needs(Right.PROGRAMME_VIEW, work=shown_built.a_work),
    "exhibition:change-work": needs(Right.PROGRAMME_EDIT, work=shown_built.a_work),
    "exhibition:delete-work": needs(Right.PROGRAMME_EDIT, work=shown_built.a_work),
    "exhibition:take-picture-away": needs(Right.PROGRAMME_EDIT, work=shown_built.a_work),
    "exhibition:work-picture": needs(
        Right.PROGRAMME_VIEW, work=shown_built.a_work_with_picture, size=shown_built.a_size
    ),
    "exhibition:labels": needs(Right.PROGRAMME_VIEW, exhibition=shown_built.an_exhibition),
    "exhibition:loan-list": Right.PROGRAMME_VIEW,
    "exhibition:condition-paper": needs(
        Right.PROGRAMME_VIEW, loan=shown_built.a_loan, report=shown_built.a_report
    ),
    "exhibition:loans": Right.PROGRAMME_VIEW,
    "exhibition:add-loan": Right.PROGRAMME_EDIT,
    "exhibition:loan": needs(Right.PROGRAMME_VIEW, loan=shown_built.a_loan),
    "exhibition:change-loan": needs(Right.PROGRAMME_EDIT, loan=shown_built.a_loan),
    "exhibition:delete-loan": needs(Right.PROGRAMME_EDIT, loan=shown_built.a_loan),
    "exhibition:add-report": needs(Right.PROGRAMME_EDIT, loan=shown_built.a_loan),
    "exhibition:change-report": needs(
        Right.PROGRAMME_EDIT, loan=shown_built.a_loan, report=shown_built.a_report
    ),
    "exhibition:delete-report": needs(
        Right.PROGRAMME_EDIT, loan=shown_built.a_loan, report=shown_built.a_report
    ),
    "exhibition:report-picture": needs(
        Right.PROGRAMME_VIEW,
        loan=shown_built.a_loan,
        report=shown_built.a_report,
        size=shown_built.a_size,
    ),
}
