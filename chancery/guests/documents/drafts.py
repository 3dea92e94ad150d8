"""Cards of invitation as they would be written today, before anything leaves."""

from django.utils.translation import override

from chancery.base.pdf import Imprint
from chancery.events.models import Event
from chancery.guests.documents import sent
from chancery.guests.documents.loading import printed_list
from chancery.guests.documents.messages import Writer
from chancery.guests.models import Form, Invitation, Kind
from chancery.guests.queries.reaching import Reach, reach_of


def invitation_cards(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """
    Print a card for each party that is reached by one, in order of precedence; they have no codes yet.

    The number of queries is fixed. Errors: PaperFailed; CannotWrite where nobody wrote the card in the
    language of a guest.
    """
    writer = Writer(event, kind=Kind.INVITATION, now=imprint.made_at, language=language)
    with override(language):
        cards = [
            writer.write(reach.invitation, Form.CARD, reach.language).printed
            for reach in _by_card(event, language)
        ]
    return sent.card_pages(cards, language=language, imprint=imprint)


def _by_card(event: Event, language: str) -> list[Reach]:
    """Those who are reached by a card; whoever cannot be reached at all gets none."""
    places = {guest.who.key: place for place, guest in enumerate(printed_list(event, language).guests)}
    rows = Invitation.objects.filter(guest__event=event, guest__in=places)
    parties = sorted(rows.order_by("id"), key=lambda one: places[one.guest_id])
    reaches = reach_of(event, parties)
    return [reach for reach in reaches if reach.form == Form.CARD and not reach.why_not]
