"""The sentences that say why an invitation reads as it does; English sources of their translations."""

from chancery.rules.reasons import gettext_noop as _

THIRD_PERSON = _("A card speaks of its host in the third person.")
HONOUR = _("The host has the honour: the stronger of the two requests, for guests of high rank.")
PLEASURE = _("The host has the pleasure: the lighter of the two requests.")
SEVERAL_HOSTS = _("Several hosts invite, so the request stands in the plural.")
NO_REQUEST = _("No request line is kept for this language; the wording has to carry its own.")
NO_REPLY_WORDS = _("No words that ask for a reply are kept for this language; the mark stands alone.")
NO_REPLY_DUE = _("Who has accepted by telephone is reminded and owes no reply.")
OUT_OF_ORDER = _("On a card %(first)s stands above %(second)s; change their order.")
CLOSING_CHOSEN = _("The office chose how its notes for this event close.")
