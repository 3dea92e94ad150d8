"""The fields that a wording may hold: what each stands for, where it may stand, and a sample of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chancery.guests.models.vocabulary import Form

_ALL = frozenset(Form)
_CARD = frozenset({Form.CARD})
_NOTE = frozenset({Form.NOTE})
_LETTERS = frozenset({Form.EMAIL, Form.LETTER})
_SPOKEN_TO = frozenset({Form.EMAIL, Form.LETTER, Form.CALL})
_WRITTEN = _ALL - {Form.CALL}


@dataclass(frozen=True, slots=True)
class Field:
    """One field; `is_link` may stand as the target of a link."""

    name: str
    meaning: str | Promise
    forms: frozenset[Form]
    sample: str
    is_link: bool = False

    @property
    def written(self) -> str:
        """The field as it is written into a text."""
        return f"{{{self.name}}}"


_LIST = (
    Field("salutation", _("how the letter opens"), _SPOKEN_TO, "Your Excellency"),
    Field(
        "guest",
        _("the guest, as a card names whoever is invited"),
        _ALL,
        "H.E. Mr Olivier Marchand\nAmbassador of France",
    ),
    Field(
        "guest_within",
        _("the guest, within a sentence"),
        _ALL,
        "H.E. Mr Olivier Marchand, Ambassador of France",
    ),
    Field("spoken", _("how the guest is spoken to"), frozenset({Form.CALL}), "Mr Ambassador"),
    Field("office", _("the office of the guest"), _ALL, "Ambassador of France"),
    Field("body", _("the mission or body of the guest"), _ALL, "Embassy of France"),
    Field("companions", _("who comes along"), _ALL, "Ms Elena Popescu and one guest"),
    Field("host", _("who invites"), _ALL, "The Ambassador of Azerbaijan"),
    Field("host_within", _("who invites, within a sentence"), _ALL, "the Ambassador of Azerbaijan"),
    Field(
        "request",
        _("the request of a card, before the guest"),
        _CARD,
        "requests the honour of the company of",
    ),
    Field("invites", _("the request of a letter"), _SPOKEN_TO, "has the honour to invite you"),
    Field("event", _("the title of the event"), _ALL, "Commemoration"),
    Field("occasion", _("the occasion with its number"), _ALL, "33rd anniversary · Khojaly tragedy"),
    Field("ordinal", _("the number of the anniversary"), _ALL, "33rd anniversary"),
    Field("day", _("the day with its weekday"), _ALL, "Thursday, 26 February 2026"),
    Field("time", _("the time in figures"), _ALL, "19:00"),
    Field("when", _("day and time in figures"), _ALL, "Thursday, 26 February 2026, 19:00"),
    Field(
        "day_in_words",
        _("the day in words"),
        _ALL,
        "Thursday, the twenty-sixth of February, two thousand and twenty-six",
    ),
    Field("time_in_words", _("the time in words"), _ALL, "seven o’clock in the evening"),
    Field("place", _("the place"), _ALL, "Great Hall"),
    Field("address", _("the address of the place"), _ALL, "1 Example Street, Bucharest"),
    Field("dress", _("the dress"), _ALL, "Dark suit"),
    Field("reply", _("the reply mark with day and contact"), _CARD, "R.S.V.P. by 19 February 2026"),
    Field(
        "reply_request",
        _("the sentence that asks for a reply"),
        _ALL - {Form.CARD},
        "The favour of a reply is requested by 19 February 2026.",
    ),
    Field("reply_by", _("the day by which a reply is asked for"), _ALL, "19 February 2026"),
    Field("reply_contact", _("where replies go"), _ALL, "+40 21 000 00 00"),
    Field(
        "reply_link",
        _("the guest’s own address of the reply page; on paper its code is printed instead"),
        _LETTERS,
        "https://example.org/r/…",
        is_link=True,
    ),
    Field(
        "thanks",
        _("for what the guest is thanked, after the event"),
        _ALL - _NOTE,
        "the words you spoke and for your presence",
    ),
    Field(
        "thanks_in_note",
        _("the same as a note says it"),
        _NOTE,
        "the words spoken and for the presence",
    ),
    Field("own_text", _("the text written for this wave"), _ALL, "Parking is in the courtyard."),
    Field(
        "close",
        _("how the letter closes"),
        _LETTERS,
        "Accept, Excellency, the renewed assurances of my highest consideration.",
    ),
    Field("sender", _("the office that writes"), _ALL, "Embassy of Azerbaijan"),
    Field("note_number", _("the number of the note"), _NOTE, "12/2026"),
    Field(
        "opening_formula",
        _("the opening of a note, up to its matter"),
        _NOTE,
        "The Embassy of Azerbaijan presents its compliments to the Embassy of France and has the honour to",
    ),
    Field(
        "opening_end",
        _("what ends the opening after the matter, where the language puts its verb last"),
        _NOTE,
        "şərəf duyur.",
    ),
    Field(
        "closing_formula",
        _("the closing of a note; empty where practice has none"),
        _NOTE,
        "The Embassy avails itself of this opportunity to renew to the Embassy the assurances of its highest "
        "consideration.",
    ),
    Field("admission", _("the admission mark"), _ALL, "Please present this card at the entrance."),
    Field("enclosures", _("what is enclosed"), _WRITTEN, "Map of the place"),
)
FIELDS: Mapping[str, Field] = MappingProxyType({field.name: field for field in _LIST})


def fields_of(form: Form) -> list[Field]:
    """The fields that a wording of this form may hold, in the order of the list."""
    return [field for field in _LIST if form in field.forms]
