"""
The sample exhibition of the demo: its pictures are drawn here, its days set around the evening.

Pictures, loans and the publication come by the same actions as in the office.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from io import BytesIO
from math import sin

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from chancery.base import audit, media
from chancery.base.audit import Actor
from chancery.events.models import Event
from chancery.exhibition.actions import loans, publishing, works
from chancery.exhibition.models import ConditionReport, Exhibition, Loan, Work
from chancery.rules.dates import PartialDate

EXHIBITION = "sample-colours-of-an-evening"
WIDTH, HEIGHT = 1200, 900
STAYS_DAYS, LENT_DAYS = 20, 9

type Draw = Callable[[ImageDraw.ImageDraw], None]


def hang_samples(event: Event, *, by: Actor, today: date) -> None:
    """Draw the pictures of the sample exhibition, set its days around the evening, and publish it."""
    exhibition = Exhibition.objects.get(organiser=event.organiser, ref=EXHIBITION)
    for ref, draw in DRAWINGS.items():
        work = Work.objects.get(organiser=event.organiser, ref=ref)
        works.save_work(work, _drawn(ref, draw), by=by)
        assert work.picture is not None
        media.prepare(work.picture)
    _set_days(exhibition, event, by=by)
    _lend(event, by=by, today=today)
    publishing.publish(exhibition, on=today, by=by)


def _set_days(exhibition: Exhibition, event: Event, *, by: Actor) -> None:
    """It opens with the evening and stays for some weeks."""
    assert event.held_on is not None
    for stay in exhibition.stays.order_by("pk"):
        stay.opens = PartialDate.parse(event.held_on.isoformat())
        stay.closes = PartialDate.parse((event.held_on + timedelta(days=STAYS_DAYS)).isoformat())
        audit.update(stay, by=by, code="exhibition.stay.changed")


def _lend(event: Event, *, by: Actor, today: date) -> None:
    """One loan is in the house, ends soon, and was looked at on arrival."""
    loan = Loan.objects.get(organiser=event.organiser, ref="sample-loan-shore")
    loan.begins, loan.ends = today - timedelta(days=1), today + timedelta(days=LENT_DAYS)
    loans.save_loan(loan, by=by)
    report = ConditionReport(loan=loan, seen_on=loan.begins, seen_by="Sample Curator")
    report.text = "Frame rubbed at the lower left corner; canvas sound."
    report.is_damaged = True
    loans.save_report(report, by=by)


def _drawn(ref: str, draw: Draw) -> SimpleUploadedFile:
    picture = Image.new("RGB", (WIDTH, HEIGHT), "#f3ede0")
    draw(ImageDraw.Draw(picture))
    content = BytesIO()
    picture.save(content, "JPEG", quality=88)
    return SimpleUploadedFile(f"{ref}.jpg", content.getvalue(), "image/jpeg")


def _shore(paper: ImageDraw.ImageDraw) -> None:
    bands = ("#dfe7ea", "#cfdde2", "#b7d0d6", "#7fb0b5", "#4f8d96", "#3f7680", "#d9c59a", "#e6d7b4")
    for number, colour in enumerate(bands):
        top = number * HEIGHT // len(bands)
        paper.rectangle((0, top, WIDTH, top + HEIGHT // len(bands)), fill=colour)
    paper.ellipse((860, 230, 980, 350), fill="#f2c879")


def _orchard(paper: ImageDraw.ImageDraw) -> None:
    colours = ("#6d8b4f", "#8aa35e", "#b98a3c", "#5d7a48")
    for number in range(48):
        if number != 29:
            row, column = divmod(number, 8)
            left, top = 30 + column * 145, 25 + row * 145
            paper.ellipse((left, top, left + 120, top + 120), fill=colours[(number * 7 + row) % 4])


def _city(paper: ImageDraw.ImageDraw) -> None:
    paper.rectangle((0, 0, WIDTH, HEIGHT), fill="#182644")
    for tower in range(14):
        left, top = tower * 88, 220 + (tower * 173) % 380
        paper.rectangle((left, top, left + 70, HEIGHT), fill="#0c1222")
        for window in range((HEIGHT - top) // 34):
            if (window * 5 + tower * 3) % 4:
                lit = left + 10 + 20 * ((window + tower) % 3)
                paper.rectangle(
                    (lit, top + 14 + window * 34, lit + 10, top + 28 + window * 34), fill="#f3cf6b"
                )


def _tide(paper: ImageDraw.ImageDraw) -> None:
    for line in range(44):
        shade = 205 - line * 4
        points = [
            (x, 30 + line * 20 + 9 * sin(x / 70 + line * 0.6) + 4 * sin(x / 23))
            for x in range(0, WIDTH + 8, 8)
        ]
        paper.line(points, fill=(shade - 60, shade - 20, shade), width=5)


def _tiles(paper: ImageDraw.ImageDraw) -> None:
    side = 150
    for number in range((WIDTH // side) * (HEIGHT // side)):
        row, column = divmod(number, WIDTH // side)
        left, top = column * side, row * side
        paper.rectangle((left, top, left + side, top + side), fill="#f7f4ec", outline="#c9d3da", width=3)
        turn = (row + column * 3) % 4
        x, y = left + side * (turn in (1, 2)), top + side * (turn in (2, 3))
        for reach, colour in ((130, "#2f5f93"), (90, "#f7f4ec"), (55, "#6fa0c8")):
            paper.pieslice(
                (x - reach, y - reach, x + reach, y + reach), turn * 90, turn * 90 + 90, fill=colour
            )


DRAWINGS: Mapping[str, Draw] = {
    "sample-shore": _shore,
    "sample-orchard": _orchard,
    "sample-city": _city,
    "sample-tide": _tide,
    "sample-tiles": _tiles,
}
