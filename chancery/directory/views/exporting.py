"""People as a file: CSV, XLSX, vCard."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.access import Office as Seat
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import downloads, sheets
from chancery.directory import access
from chancery.directory.documents.people import card_of, columns, loaded, row_of
from chancery.directory.forms.filters import PeopleFilterForm
from chancery.directory.models import Person
from chancery.directory.queries.people import PeopleFilter, people_of


def _rows(request: HttpRequest, office: Seat) -> Iterator[list[sheets.Cell]]:
    language, today = get_language() or "en", office.today
    for person in loaded(_chosen(request, office)):
        yield row_of(person, language=language, today=today)


def _chosen(request: HttpRequest, office: Seat) -> QuerySet[Person]:
    """Return the people of the list with its filters, as they stand in the address."""
    form = PeopleFilterForm(request.GET, office=office)
    form.is_valid()
    wanted = PeopleFilter(**{key: form.cleaned_data.get(key, "") for key in PeopleFilter.__slots__})
    return people_of(office, wanted, office.today)


@office_page(Right.DIRECTORY_VIEW)
def export_csv(request: HttpRequest, office: Seat) -> HttpResponse:
    """Give the people of the list as CSV."""
    content = sheets.write_csv([column.heading for column in columns()], _rows(request, office))
    return downloads.saved(content, f"{office.organiser.ref}-people.csv")


@office_page(Right.DIRECTORY_VIEW)
def export_xlsx(request: HttpRequest, office: Seat) -> HttpResponse:
    """Give the people of the list as a workbook."""
    sheet = sheets.Sheet(_("People"), columns(), _rows(request, office))
    content = sheets.write_xlsx(
        [sheet],
        language=get_language() or "en",
        title=_("People"),
        author=str(office.organiser),
        made_at=timezone.now().astimezone(office.organiser.zone),
    )
    return downloads.saved(content, f"{office.organiser.ref}-people.xlsx")


@office_page(Right.DIRECTORY_VIEW)
def export_vcard(request: HttpRequest, office: Seat) -> HttpResponseBase:
    """Give the people of the list as cards for an address book."""
    language, today = get_language() or "en", office.today
    cards = (card_of(person, language=language, today=today) for person in loaded(_chosen(request, office)))
    response = StreamingHttpResponse(cards, content_type=downloads.TYPES["vcf"])
    response.headers["Content-Disposition"] = f'attachment; filename="{office.organiser.ref}-people.vcf"'
    return response


@office_page(Right.DIRECTORY_VIEW)
def person_vcard(request: HttpRequest, office: Seat, person: str) -> HttpResponse:
    """Give one person as a card."""
    row = access.row_for(office, Person, person)
    rows = loaded(Person.objects.filter(pk=row.pk))
    content = "".join(card_of(each, language=get_language() or "en", today=office.today) for each in rows)
    return downloads.saved(content.encode(), f"{row.code}.vcf")
