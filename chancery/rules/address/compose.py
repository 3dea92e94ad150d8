"""The forms of address of one person or of two, in the language and for the purpose asked for (R80, R86)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from chancery.rules.address import sentences, sources
from chancery.rules.address.arabic import Arabic
from chancery.rules.address.azerbaijani import Azerbaijani
from chancery.rules.address.english import English
from chancery.rules.address.facts import Facts, base_of, clean, facts_of, whole_name
from chancery.rules.address.french import French
from chancery.rules.address.neutral import Neutral
from chancery.rules.address.romanian import Romanian
from chancery.rules.address.sources import Source
from chancery.rules.address.tongue import Tongue
from chancery.rules.address.values import Addressee, Form, Gender, Purpose, Setting, Status
from chancery.rules.reasons import Reason

_TONGUES: Mapping[str, Tongue] = MappingProxyType(
    {"en": English(), "fr": French(), "ro": Romanian(), "az": Azerbaijani(), "ar": Arabic()}
)
_NEUTRAL = Neutral()
LANGUAGES = tuple(_TONGUES)

# Where the joining of two was read; what stands on either side of it has its own sources.
_COUPLES_READ: Mapping[tuple[str, Purpose], Source] = MappingProxyType(
    {
        ("en", Purpose.ENVELOPE): sources.HICKEY_COUPLES,
        ("fr", Purpose.ENVELOPE): sources.ARCHIMAIL,
        ("fr", Purpose.CARD): sources.ARCHIMAIL,
    }
)

OwnForms = Mapping[tuple[str, Purpose], str]
_NO_OWN_FORMS: OwnForms = MappingProxyType({})


def form_of_address(addressee: Addressee, purpose: Purpose, setting: Setting) -> Form:
    """
    Write the form of one person for one purpose.

    Shape: lines from top to bottom without empty ones, no comma or full stop at the end of a line except
    in a closing; no lines where nothing is known. The office's own form wins over every rule.
    Ties: a gender that is not recorded is never guessed; the form avoids it or an open reason says so.
    Errors: none; what is missing comes as an open reason.
    Source: R80 and R86 in docs/rules/address.md.
    """
    return Forms(addressee, setting).form(purpose)


@dataclass(frozen=True)
class Forms:
    """The forms of one person in one setting; what all of them share is worked out once."""

    addressee: Addressee
    setting: Setting

    def form(self, purpose: Purpose) -> Form:
        """Write the form for one purpose; see `form_of_address`."""
        own = _own_form(self.addressee.own_forms, purpose, self.setting.language)
        if own is not None:
            return own
        facts, reasons = self._facts
        tongue = _TONGUES.get(base_of(self.setting.language))
        if tongue is None:
            return Form(_NEUTRAL.lines(purpose, facts), (*reasons, *_NEUTRAL.doubts()), Status.UNVERIFIED)
        return Form(
            tongue.lines(purpose, facts),
            (*reasons, *tongue.doubts(purpose, facts)),
            tongue.source(purpose, facts).status,
        )

    @cached_property
    def _facts(self) -> tuple[Facts, tuple[Reason, ...]]:
        return facts_of(self.addressee, self.setting)


def form_for_couple(
    first: Addressee,
    second: Addressee,
    purpose: Purpose,
    setting: Setting,
    own_forms: OwnForms = _NO_OWN_FORMS,
) -> Form:
    """
    Write the form of two who are addressed together.

    Shape: `first` is the one whose office counts more at this event, whichever of the two it is (R25, R31);
    a second who holds no office takes one line, one who does takes an own block. For purposes that are
    said to one person at a time, and for place cards, the lines of both follow each other.
    Source: R31 and R86 in docs/rules/address.md.
    """
    own = _own_form(own_forms, purpose, setting.language)
    if own is not None:
        return own
    apart = (form_of_address(first, purpose, setting), form_of_address(second, purpose, setting))
    tongue = _TONGUES.get(base_of(setting.language))
    lines = _lines_for_two(tongue, (first, second), purpose, setting) if tongue else ()
    order = Reason(sentences.COUPLE_ORDER, rule="R31", source=sources.HICKEY_COUPLES.address)
    source = _COUPLES_READ.get((base_of(setting.language), purpose), sources.GENERAL_KNOWLEDGE)
    joined = (*_doubts_of_second(second, purpose), order, sources.founded(source, "R86"))
    return Form(
        tuple(map(clean, lines)) or (*apart[0].lines, *apart[1].lines),
        _each_once((*apart[0].reasons, *apart[1].reasons, *joined)),
        source.status,
    )


def _own_form(own_forms: OwnForms, purpose: Purpose, language: str) -> Form | None:
    if not own_forms:
        return None
    text = own_forms.get((language, purpose)) or own_forms.get((base_of(language), purpose), "")
    lines = tuple(line for line in map(clean, text.splitlines()) if line)
    if not lines:
        return None
    return Form(lines, (Reason(sentences.OWN_FORM),), Status.VERIFIED)


def _lines_for_two(
    tongue: Tongue, couple: tuple[Addressee, Addressee], purpose: Purpose, setting: Setting
) -> tuple[str, ...]:
    first, second = (facts_of(addressee, setting)[0] for addressee in couple)
    match purpose:
        case Purpose.OPENING if tongue.can_open_with(second):
            return (tongue.opening_for_two(first, second),)
        case Purpose.OPENING:
            return (tongue.opening(first),)
        case Purpose.ENVELOPE | Purpose.CARD | Purpose.HOST_LINE:
            return (*tongue.lines(purpose, first), *_second_block(tongue, first, second, purpose))
        case Purpose.INTRODUCTION | Purpose.FIRST_MENTION:
            one_line = (*tongue.lines(purpose, first), *_second_block(tongue, first, second, purpose))
            # The comma closes the office; two names alone stand together without one.
            return ((tongue.before_and if first.office_class != "none" else " ").join(one_line),)
    return ()


def _second_block(tongue: Tongue, first: Facts, second: Facts, purpose: Purpose) -> tuple[str, ...]:
    block = tongue.lines(purpose, second)
    if second.office_class == "none" or not block:
        return (tongue.and_spouse(first, second, purpose),)
    return (tongue.and_holder(block[0]), *block[1:])


def _doubts_of_second(second: Addressee, purpose: Purpose) -> tuple[Reason, ...]:
    is_nameless = not any(map(whole_name, second.names))
    is_left_out = purpose is Purpose.OPENING and (is_nameless or second.gender is Gender.UNKNOWN)
    found = ((is_nameless, sentences.SPOUSE_NAMELESS), (is_left_out, sentences.ONE_IS_ADDRESSED))
    return tuple(Reason(sentence, is_open=True) for is_so, sentence in found if is_so)


def _each_once(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """Leave out what was said before; reasons hold mappings and cannot be keys."""
    return tuple(reason for place, reason in enumerate(reasons) if reason not in reasons[:place])
