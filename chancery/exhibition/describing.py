"""Works and loans in words, as the pages of the office show them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.base import media
from chancery.base.cldr import money_in_words
from chancery.base.frame import Shape, Tone
from chancery.base.languages import any_text
from chancery.base.models import StoredFile
from chancery.base.rows import Mark
from chancery.exhibition.models import CLEARED, ConditionReport, Loan, Rights, RightsModel, Work
from chancery.exhibition.pictures import Picture, picture_of
from chancery.exhibition.queries.loans import SOON_DAYS, days_left, insured
from chancery.exhibition.queries.publishing import is_cleared


@dataclass(frozen=True, slots=True)
class WorkLine:
    """A work in a list: its picture where it can be shown, and how its rights stand."""

    work: Work
    picture: Picture | None
    waiting: str
    """Why there is no picture to see, where one was given."""
    rights: Mark

    @property
    def alt_text(self) -> str:
        """What the picture shows, in any language, for the pages of the office."""
        return any_text(self.work.alt_texts)


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a work in one language; what is not written is empty."""

    language: str
    title: str
    caption: str
    technique: str
    alt_text: str


def line_of(office: Office, work: Work, *, on: date) -> WorkLine:
    """Describe a work for the pages of its office."""
    picture = picture_of(work.picture, address_of_sizes(office, work))
    return WorkLine(work, picture, _why_unseen(work.picture), rights_mark(work, on=on))


def address_of_sizes(office: Office, work: Work) -> Callable[[str], str]:
    """Make the addresses of the sizes of a picture within the office."""
    return lambda size: reverse("exhibition:work-picture", args=[office.organiser.ref, work.code, size])


def _why_unseen(picture: StoredFile | None) -> str:
    if picture is None or picture.state == StoredFile.State.READY:
        return ""
    if picture.state == StoredFile.State.REFUSED:
        return picture.why_refused
    return _("The picture is being prepared.")


def rights_mark(held: RightsModel, *, on: date) -> Mark:
    """How the rights of something stand on a day."""
    if is_cleared(held, on):
        return Mark(Shape.YES, str(Rights(held.rights).label), Tone.GOOD)
    if held.rights in CLEARED:
        return Mark(Shape.CLOCK, _("rights ended"), Tone.CAREFUL)
    if held.rights == Rights.REFUSED:
        return Mark(Shape.NO, _("refused"), Tone.WRONG)
    return Mark(Shape.OPEN, _("not cleared"), Tone.CAREFUL)


def wordings_of(work: Work, languages: Iterable[str]) -> Sequence[Wording]:
    """The words of a work, language by language."""
    return [
        Wording(
            code,
            work.titles.get(code, ""),
            work.captions.get(code, ""),
            work.techniques.get(code, ""),
            work.alt_texts.get(code, ""),
        )
        for code in languages
    ]


def picture_response(request: HttpRequest, picture: StoredFile | None, size: str) -> HttpResponseBase:
    """Answer with one size of a picture. Errors: Http404 where there is none."""
    if picture is None:
        raise Http404
    return media.file_response(request, picture, rendition=size)


@dataclass(frozen=True, slots=True)
class LoanLine:
    """A loan in a list; `due` is empty where nothing is due soon, `damage` where none was found."""

    loan: Loan
    state: Mark
    value: str
    due: str
    is_late: bool
    has_damage: bool


STATES = {
    Loan.State.ASKED: (Shape.OPEN, Tone.PLAIN),
    Loan.State.AGREED: (Shape.HALF, Tone.PLAIN),
    Loan.State.HERE: (Shape.YES, Tone.GOOD),
    Loan.State.RETURNED: (Shape.BAR, Tone.PLAIN),
    Loan.State.REFUSED: (Shape.NO, Tone.WRONG),
}


def loan_line(loan: Loan, *, on: date) -> LoanLine:
    """Describe a loan on a day."""
    shape, tone = STATES[Loan.State(loan.state)]
    left = days_left(loan, on)
    return LoanLine(
        loan,
        Mark(shape, loan.get_state_display(), tone),
        "" if loan.value is None else money_in_words(loan.value, loan.currency, get_language() or "en"),
        due_words(left),
        is_late=left is not None and left < 0,
        has_damage=any(report.is_damaged for report in loan.condition_reports.all()),
    )


def due_words(left: int | None) -> str:
    """Say how many days a loan has left; empty where it does not end soon."""
    if left is None or left > SOON_DAYS:
        return ""
    if left < 0:
        late = ngettext("should be back since %(days)s day", "should be back since %(days)s days", -left)
        return late % {"days": -left}
    if left == 0:
        return _("ends today")
    return ngettext("ends in %(days)s day", "ends in %(days)s days", left) % {"days": left}


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A condition report with its picture, where that can be shown."""

    report: ConditionReport
    picture: Picture | None
    waiting: str


def report_line(office: Office, loan: Loan, report: ConditionReport) -> ReportLine:
    """Describe a condition report."""

    def address(size: str) -> str:
        route = [office.organiser.ref, loan.code, report.pk, size]
        return reverse("exhibition:report-picture", args=route)

    return ReportLine(report, picture_of(report.picture, address), _why_unseen(report.picture))


@dataclass(frozen=True, slots=True)
class InsuredLine:
    """What is insured in one currency, in words, and for how many loans."""

    words: str
    count: int


def insured_lines(loans: Iterable[Loan]) -> list[InsuredLine]:
    """The sums that loans are insured for, currency by currency."""
    reader = get_language() or "en"
    return [InsuredLine(money_in_words(s.value, s.currency, reader), s.count) for s in insured(loans)]
