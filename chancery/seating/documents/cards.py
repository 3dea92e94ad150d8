"""Cards of a plan: place cards, escort cards, table numbers, signs of special seats."""

from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import gettext, override

from chancery.base.languages import wording
from chancery.base.pdf import Imprint
from chancery.events.wording import main_language
from chancery.guests import papers as guest_papers
from chancery.rules.seating.naming import is_mark
from chancery.rules.seating.room import Seat, Shape, Unit
from chancery.seating import papers
from chancery.seating.documents.seated import Letterer, Lettering, SeatedPlan, Sitting
from chancery.seating.models import SeatNote
from chancery.seating.wording import mark_of, place_words, seat_words, unit_words


def place_cards(plan: SeatedPlan, imprint: Imprint, only: frozenset[str] | None = None) -> bytes:
    """
    Print place cards by table and seat, as they are laid; `only` are the sitters whose cards are wanted.

    The front of a tent faces the table, in the language of the paper; its back faces the sitter, in the
    guest's own language and script, with a small mark of table and seat for whoever lays it. Of a flat card
    the guest's own face lies upwards, and the other one behind it where it differs.
    """
    letterer = Letterer(plan)
    make = _tent if imprint.stock.place_card == "tent" else _flat
    values: guest_papers.PlaceCards = {
        "sheet": imprint.stock.sheet,
        "cut": imprint.stock.cut,
        "style": imprint.stock.place_card,
        "cards": [make(letterer, sitting) for sitting in chosen(plan, only)],
    }
    title = titled("place-cards", plan.language)
    return guest_papers.PLACE_CARDS.pdf(values, language=plan.language, title=title, imprint=imprint)


def chosen(plan: SeatedPlan, only: frozenset[str] | None) -> Iterable[Sitting]:
    """Everybody by table and seat, or those who are wanted."""
    return (each for each in plan.in_order_of_seats() if only is None or each.sitter.id in only)


def _tent(letterer: Letterer, sitting: Sitting) -> guest_papers.PlaceCard:
    own = letterer.for_sitter(sitting)
    return {
        "front": _face(letterer.for_readers(sitting), sitting),
        "back": _face(own, sitting, mark_of(sitting.unit, sitting.seat)),
    }


def _flat(letterer: Letterer, sitting: Sitting) -> guest_papers.PlaceCard:
    own, read = letterer.for_sitter(sitting), letterer.for_readers(sitting)
    behind = _face(read, sitting, mark_of(sitting.unit, sitting.seat)) if read != own else None
    return {"front": _face(own, sitting), "back": behind}


def _face(lettering: Lettering, sitting: Sitting, mark: str = "") -> guest_papers.Face:
    label = " · ".join(part for part in (_sample(lettering.language, sitting), mark) if part)
    return {
        "name": lettering.name,
        "lines": list(lettering.lines),
        "language": lettering.language,
        "label": label,
    }


def _sample(language: str, sitting: Sitting) -> str:
    """The word that marks the card of an invented guest, in the language of the card."""
    with override(language):
        return gettext("Sample") if sitting.who.is_sample else ""


def lettering_of(plan: SeatedPlan) -> dict[str, tuple[Lettering, Lettering]]:
    """How each sitter with a seat is lettered, for the others and for himself or herself."""
    letterer = Letterer(plan)
    return {each.sitter.id: (letterer.for_readers(each), letterer.for_sitter(each)) for each in plan.sittings}


def escort_cards(plan: SeatedPlan, imprint: Imprint, only: frozenset[str] | None = None) -> bytes:
    """Print the cards that lead from the door to the table: by table and seat, in the guest's language."""
    letterer = Letterer(plan)
    values: papers.EscortCards = {
        "sheet": imprint.stock.sheet,
        "cut": imprint.stock.cut,
        "cards": [_escort(letterer, sitting) for sitting in chosen(plan, only)],
    }
    title = titled("escort-cards", plan.language)
    return papers.ESCORT_CARDS.pdf(values, language=plan.language, title=title, imprint=imprint)


def _escort(letterer: Letterer, sitting: Sitting) -> papers.EscortCard:
    own = letterer.for_sitter(sitting)
    with override(own.language):
        return {
            "name": own.name,
            "lines": list(own.lines),
            "language": own.language,
            "unit": unit_words(sitting.unit),
            "seat": seat_words(sitting.seat) if sitting.unit.shape is not Shape.STANDING else "",
            "label": _sample(own.language, sitting),
        }


def table_numbers(plan: SeatedPlan, imprint: Imprint) -> bytes:
    """Print a tent for each table, in the main language of the event; rows have none."""
    tables = [unit for unit in plan.room.units if unit.shape not in (Shape.ROW, Shape.STANDING)]
    with override(plan.language):
        values: papers.TableNumbers = {
            "sheet": imprint.stock.sheet,
            "tables": [
                {"word": gettext("Table") if is_mark(unit.label) else "", "label": unit.label}
                for unit in tables
            ],
        }
    title = titled("table-numbers", plan.language)
    return papers.TABLE_NUMBERS.pdf(values, language=plan.language, title=title, imprint=imprint)


def signs(plan: SeatedPlan, imprint: Imprint) -> bytes:
    """Print a sign for each seat with a caption, or that is kept for a band of rank (R76), seat by seat."""
    values: papers.Signs = {
        "sheet": imprint.stock.sheet,
        "cut": imprint.stock.cut,
        "signs": [_sign(plan, unit, seat, note) for unit, seat, note in notes_of(plan)],
    }
    title = titled("signs", plan.language)
    return papers.SIGNS.pdf(values, language=plan.language, title=title, imprint=imprint)


def notes_of(plan: SeatedPlan) -> Iterator[tuple[Unit, Seat, SeatNote]]:
    """The seats that are captioned or kept, with their note, in the order of the room."""
    noted = {note.seat: note for note in SeatNote.objects.filter(plan=plan.plan).order_by("id")}
    for seat in plan.room.seats:
        note = noted.get(seat.id)
        if note and not note.is_blocked and (note.captions or note.band):
            yield plan.room.unit_of[seat.unit], seat, note


def _sign(plan: SeatedPlan, unit: Unit, seat: Seat, note: SeatNote) -> papers.Sign:
    main = main_language(plan.event)
    with override(plan.language):
        return {"captions": _captions(note, plan.event.languages or [main]), "place": place_words(unit, seat)}


def _captions(note: SeatNote, languages: Sequence[str]) -> list[tuple[str, str]]:
    """The caption in the languages of the event; “Reserved” on a seat without one in any of them."""
    written = [(note.captions[one], one) for one in languages if note.captions.get(one)]
    if written or note.captions:
        return written or [(found.text, found.language) for found in [wording(note.captions, languages[0])]]
    kept = {_reserved(language): language for language in reversed(languages)}
    return [(text, language) for text, language in reversed(kept.items())]


def _reserved(language: str) -> str:
    with override(language):
        return gettext("Reserved")


def titled(of: str, language: str) -> str:
    """What a paper of cards is called, in a language."""
    with override(language):
        titles = {
            "place-cards": gettext("Place cards"),
            "escort-cards": gettext("Escort cards"),
            "table-numbers": gettext("Table numbers"),
            "signs": gettext("Signs of special seats"),
        }
    return titles[of]
