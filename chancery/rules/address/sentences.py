"""The sentences that say why a form reads as it does; English sources of their translations."""

from chancery.rules.reasons import gettext_noop as _

OWN_FORM = _("The wording is the office's own.")
NO_FORMS_FOR_LANGUAGE = _(
    "No forms of address are kept for this language; the name and office are printed as recorded."
)
NO_NAME = _("No name is recorded; add one to the directory.")
NAME_IN_ANOTHER_SCRIPT = _(
    "The name is recorded only in another script; add it as it is printed in this one."
)
HONORIFIC_MISSING = _("An honorific is recorded, but not in this language; it is left out.")
TITLE_MISSING = _("The title of the office is not recorded in this language; only its kind is printed.")
NO_FORM_OF_ITS_OWN = _("“%(office_class)s” has no form of its own; the person is addressed by name.")
STATE_MISSING = _("The state is not recorded, so that it is left out and the own state cannot be told apart.")
STATE_NAME_MISSING = _("The name of the state is not recorded in this language; it is left out.")
STATE_BESIDE = _(
    "How “%(state)s” is declined in this language is not known, so the state stands beside the office."
)
GENDER_UNKNOWN = _("The gender is not recorded; the form is written without it.")
UNMARKED_TITLE = _("The gender is not recorded; the title stands in the form that grammars call unmarked.")
TITLE_OF_THE_HOLDER = _(
    "The recorded title belongs to the head of mission; a chargé is written to by the kind of office."
)

EXCELLENCY = _("Excellency is given to a foreign holder of this office.")
EXCELLENCY_BY_USAGE = _("Excellency for this office rests on usage; no rule was read.")
EMINENCE = _("A cardinal is addressed as Eminence.")
PRELATE = _(
    "A bishop is written to as the Roman Catholic form has it; other churches need the office's own form."
)
HONOURABLE = _("Officials of the United States are written to as The Honorable by their own.")
OWN_STATE = _("No Excellency: an ambassador is not so called inside the own state or by own nationals.")
OWN_STATE_EXTENDED = _("No Excellency at home: the rule for ambassadors is applied to this office too.")
WRITER_UNKNOWN = _("It is not said who writes and where; the form is that for a foreigner.")
CHARGE = _("No Excellency: a chargé d'affaires is not so called.")
ENVOY = _("No Excellency: an envoy is written to as Sir or Madam.")
CONSUL = _("No Excellency: a consul has no style of the kind.")
DESIGNATE = _("No Excellency before credentials are presented.")
ACTING = _("No Excellency for an acting holder; usage differs by state.")
FORMER = _("No Excellency after the office; sources disagree whether it is kept.")
HEAD_CALLED_PRESIDENT = _(
    "A head of state is called President here; a sovereign needs the office's own form."
)
HEAD_CALLED_PRIME_MINISTER = _(
    "A head of government is called Prime Minister here; a chancellor needs the office's own form."
)
FRENCH_FEMININE = _(
    "French usage is divided over feminine titles; this one follows the source, Canada the other."
)
US_HOST = _("On cards of the United States only chiefs of mission and of consular posts are hosts by title.")

VERIFIED = _("The wording was read in its source.")
PARTLY = _("The wording rests on a secondary source.")
UNVERIFIED = _("The wording is general knowledge, not from a source; have somebody of the language check it.")

COUPLE_ORDER = _("The one whose office counts more stands first, whichever of the two it is.")
ONE_IS_ADDRESSED = _(
    "The letter opens with one of the two; of the other the name or the gender is not recorded."
)
SPOUSE_NAMELESS = _("No name of the spouse is recorded; add it if the card should bear it.")

IN_WORDS = _("On a formal card all words and numbers are spelled out except in the address.")
DAY_UNKNOWN = _("The day is not known; the card needs one.")
NO_WORDS = _(
    "How numbers are spelled out in this language was not described; the date is printed in figures."
)

TOO_MANY_MARKS = _("A card bears one reply mark; choose one of them.")
NO_REPLY_MARK = _("A card bears one reply mark; choose R.S.V.P., regrets only or to remind.")
NO_MARK = _("No wording of this reply mark is known in this language; enter the office's own.")

NO_PHRASE = _("No phrase for notes is known in this language; enter the office's own.")
NO_HONOUR = _("A note of the United States to a chargé d'affaires a.i. does not have the honor.")
NO_CLOSING = _("British practice drops the closing of a note.")
CLOSING_IN_THE_US = _("One text says that the United States drop the closing too; it is kept here.")
MOURNING = _("After a death or a tragedy a note takes no opportunity and only renews the assurances.")
BODY_UNDECLINED = _("How “%(body)s” is declined is not known; enter the office's own phrase.")
