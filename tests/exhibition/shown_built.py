"""Exhibitions, works and loans as tests of pages need them."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from chancery.accounts.models import Organiser
from chancery.base import media
from chancery.base.models import StoredFile
from chancery.exhibition.models import ConditionReport, Exhibit, Exhibition, Loan, Rights, Work
from tests import make


def upload(name: str = "sample.jpg", width: int = 1200, height: int = 800) -> SimpleUploadedFile:
    """A picture as a browser sends it."""
    content = BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(content, "JPEG")
    return SimpleUploadedFile(name, content.getvalue(), "image/jpeg")


def picture(office: Organiser, *, width: int = 1200, height: int = 800) -> StoredFile:
    """A picture with its sizes made."""
    sent = upload(width=width, height=height)
    file = media.receive(sent, kind=StoredFile.Kind.PICTURE, by=make.actor(office))
    media.prepare(file)
    return file


def work(office: Organiser, title: str = "Shore", **fields: Any) -> Work:
    """A work of the office's own, with an English title, without a picture."""
    return Work.objects.create(organiser=office, **{"titles": {"en": title}, "rights": Rights.OWN, **fields})


def hang(exhibition: Exhibition, *works: Work, **fields: Any) -> list[Exhibit]:
    """Hang works behind those that hang already."""
    first = exhibition.exhibits.count()
    return [
        Exhibit.objects.create(exhibition=exhibition, work=each, position=position, **fields)
        for position, each in enumerate(works, start=first)
    ]


def loan(office: Organiser, **fields: Any) -> Loan:
    """A loan of a new work."""
    return Loan.objects.create(organiser=office, **{"work": work(office), **fields})


def an_exhibition(office: Organiser) -> str:
    """The code of an exhibition."""
    return make.exhibition(office).code


def its_exhibition(office: Organiser) -> str:
    """The code of the exhibition in which `an_exhibit` hangs."""
    found, _made = Exhibition.objects.get_or_create(organiser=office, ref="with-a-work")
    return found.code


def an_exhibit(office: Organiser) -> str:
    """The code of a work in its exhibition."""
    exhibition = Exhibition.objects.get(code=its_exhibition(office))
    return hang(exhibition, work(office))[0].code


def a_work(office: Organiser) -> str:
    """The code of a work."""
    return work(office).code


def a_work_with_picture(office: Organiser) -> str:
    """The code of a work with its picture."""
    return work(office, picture=picture(office)).code


def a_size(office: Organiser) -> str:
    """The name of a size that each picture has."""
    return "480"


def a_loan(office: Organiser) -> str:
    """The code of the one loan of an office."""
    found = Loan.objects.filter(organiser=office).first()
    return (found or loan(office)).code


def a_report(office: Organiser) -> int:
    """The key of a condition report of that loan, with a picture."""
    of = Loan.objects.get(code=a_loan(office))
    seen = ConditionReport.objects.create(
        loan=of, seen_on="2027-03-01", text="Good.", picture=picture(office)
    )
    return seen.pk


def a_public_exhibition(office: Organiser) -> str:
    """The code of the one published exhibition of an office, with a work."""
    found = Exhibition.objects.filter(organiser=office, ref="public").first()
    if found is None:
        found = make.exhibition(office, ref="public", is_published=True, languages=["en"])
        hang(found, work(office, picture=picture(office), alt_texts={"en": "A gradient."}))
    return found.code


def its_public_exhibit(office: Organiser) -> str:
    """The code of the work in that exhibition."""
    return Exhibit.objects.get(exhibition__code=a_public_exhibition(office)).code
