"""The reply page in words: where an answer stands, why none is taken, what is kept of whom and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from chancery.base import cldr
from chancery.base.frame import Shape, Tone
from chancery.base.languages import listed
from chancery.directory.queries.people import name_in
from chancery.events import wording as words
from chancery.events.models import Event, EventOccasion
from chancery.guests.models import Companion, Reply, Standing
from chancery.guests.queries.reply_page import Asked


@dataclass(frozen=True, slots=True)
class Notice:
    """Why the page takes no answer, in one sentence; `status` is what a sent answer gets."""

    heading: str
    sentence: str
    status: HTTPStatus
    is_gone: bool = False
    """Whether there is nothing to look at any more either."""


def notice_for(asked: Asked, now: datetime) -> Notice | None:
    """Say why a party cannot answer at this link now; None where it can."""
    if asked.link.revoked_at is not None:
        return Notice(
            _("This link is no longer good"),
            _("The office has withdrawn this link; please answer by the latest message you have from it."),
            HTTPStatus.GONE,
            is_gone=True,
        )
    if asked.event.status == Event.Status.CANCELLED:
        return Notice(
            _("The event is cancelled"),
            _("The event will not be held; no answer is needed any more."),
            HTTPStatus.CONFLICT,
        )
    if asked.is_over(now):
        return Notice(
            _("The event is over"),
            _("The event has been held; answers are no longer taken here."),
            HTTPStatus.GONE,
            is_gone=True,
        )
    if asked.event.status == Event.Status.POSTPONED:
        return Notice(
            _("The event is postponed"),
            _("The office will write to you as soon as the new day is set; nothing is to be answered now."),
            HTTPStatus.CONFLICT,
        )
    return None


def unknown() -> Notice:
    """What a token that opens nothing is told: always the same."""
    return Notice(
        _("There is no invitation at this address"),
        _("Please look whether the address is complete, or answer as your invitation says."),
        HTTPStatus.NOT_FOUND,
        is_gone=True,
    )


def too_many() -> Notice:
    """What somebody is told who sends more than anybody writes."""
    return Notice(
        _("Too many attempts"),
        _("Your answer was not taken, because too many came within a minute; please wait and send it again."),
        HTTPStatus.TOO_MANY_REQUESTS,
        is_gone=True,
    )


def no_pass() -> Notice:
    """What is said of the entry pass of a party that is not expected, or not yet."""
    return Notice(
        _("There is no entry pass"),
        _("An entry pass is given once you have accepted and the office has confirmed it."),
        HTTPStatus.NOT_FOUND,
    )


def no_photographs() -> Notice:
    """What is said of a wish about photographs where the event asks for none."""
    return Notice(
        _("Nothing was kept about photographs"),
        _("This event does not ask for it at this link; please write to the office."),
        HTTPStatus.CONFLICT,
    )


def notice_changed() -> Notice:
    """What is said to a guest who agreed to something under a notice that has changed."""
    return Notice(
        _("Nothing was kept yet"),
        _("What is kept about you, and why, has changed meanwhile; please read it and send once more."),
        HTTPStatus.CONFLICT,
    )


def no_wallet() -> Notice:
    """What is said where the office gives no passes for the wallet that was asked for."""
    return Notice(
        _("There is no pass for this wallet"),
        _("Please take the entry pass as a picture or as a page to print."),
        HTTPStatus.NOT_FOUND,
    )


def no_day() -> Notice:
    """What is said of the calendar file of an event whose day is open."""
    return Notice(
        _("There is no entry for the calendar yet"),
        _("The day of the event is still open; please come back when the office has told you."),
        HTTPStatus.NOT_FOUND,
    )


def not_printed(why: str) -> Notice:
    """What is said where the pass cannot be made as a page to print."""
    return Notice(_("The page could not be printed"), why, HTTPStatus.CONFLICT)


@dataclass(frozen=True, slots=True)
class Where:
    """Where the answer of a party stands: a line to read first, the sentences below it, and its mark."""

    heading: str
    sentences: Sequence[str]
    shape: Shape = Shape.OPEN
    tone: Tone = Tone.PLAIN


type Text = str | Promise

_STANDINGS: dict[str, tuple[Text, Text, Shape, Tone]] = {
    Standing.ACCEPTED: (
        gettext_lazy("You have accepted"),
        gettext_lazy("Thank you; you are expected."),
        Shape.YES,
        Tone.GOOD,
    ),
    Standing.REGRETTED: (
        gettext_lazy("You have sent your regrets"),
        gettext_lazy("Thank you for letting us know."),
        Shape.NO,
        Tone.PLAIN,
    ),
    Standing.WITHDRAWN: (
        gettext_lazy("You cannot come after all"),
        gettext_lazy("Thank you for letting us know."),
        Shape.NO,
        Tone.PLAIN,
    ),
    Standing.REPRESENTED: (
        gettext_lazy("Somebody comes in your place"),
        gettext_lazy("Thank you; your representative is expected."),
        Shape.HALF,
        Tone.GOOD,
    ),
    Standing.UNDECIDED: (
        gettext_lazy("You do not know yet"),
        gettext_lazy("Thank you; please tell us as soon as you know."),
        Shape.OPEN,
        Tone.CAREFUL,
    ),
}

_WAITS: dict[str, Text] = {
    Reply.WhyOpen.OTHER_PERSON: gettext_lazy(
        "Somebody answered for the guest; the office confirms it before it counts."
    ),
    Reply.WhyOpen.CONSENT: gettext_lazy("The host will confirm whether a representative may come."),
    Reply.WhyOpen.CONTRADICTS: gettext_lazy(
        "It says something else than an earlier answer; the office will ask which of them holds."
    ),
    Reply.WhyOpen.OUT_OF_DATE: gettext_lazy("It answers an earlier invitation; please answer again."),
}


def where(asked: Asked, language: str) -> Where | None:
    """Say where the answer of a party stands; None where none is there yet."""
    last = asked.last
    if last is not None and asked.is_waiting:
        said = _("Your answer: %(answer)s") % {"answer": answer_in_words(last)}
        waits = [said, str(_WAITS[last.why_open])]
        return Where(_("Your answer waits for the office"), waits, Shape.CLOCK, Tone.CAREFUL)
    if asked.standing not in _STANDINGS:
        return None
    heading, thanks, shape, tone = _STANDINGS[asked.standing]
    sentences = [str(thanks), *_details(asked, language)]
    return Where(str(heading), sentences, shape, tone)


_HEADINGS: dict[str, tuple[Text, Text]] = {
    Standing.ACCEPTED: (
        gettext_lazy("You accept"),
        gettext_lazy("What is written here goes to the office alone."),
    ),
    Standing.REGRETTED: (
        gettext_lazy("You cannot come"),
        gettext_lazy("You need not give a reason; one button sends your regrets."),
    ),
    Standing.REPRESENTED: (
        gettext_lazy("Somebody comes in your place"),
        gettext_lazy("Please write who comes; the office receives them under that name."),
    ),
    Standing.UNDECIDED: (
        gettext_lazy("You do not know yet"),
        gettext_lazy("One button tells the office that it has to wait for your answer."),
    ),
}


def heading_of(standing: Standing) -> tuple[str, str]:
    """What stands above the form of an answer, and the sentence below it."""
    heading, lead = _HEADINGS[standing]
    return str(heading), str(lead)


def occasion_line(link: EventOccasion | None, language: str) -> str:
    """Which anniversary of what is kept; empty where no occasion is named."""
    if link is None:
        return ""
    parts = [words.ordinal_line(link, language), words.occasion_in_words(link, language)]
    return " · ".join(part for part in parts if part)


def is_asked_again(asked: Asked) -> bool:
    """Whether the party answered an invitation that has changed since (R83)."""
    last = asked.last
    return last is not None and last.revision < asked.invitation.answered_from


def _details(asked: Asked, language: str) -> list[str]:
    """What the answer that counts says beside yes or no."""
    said = asked.counting
    if said is None:
        return []
    details = []
    if asked.standing == Standing.REPRESENTED:
        named = [said.representative_name, said.representative_office]
        details.append(listed(part for part in named if part))
    if asked.standing == Standing.ACCEPTED and (beside := companions_expected(asked, language)):
        details.append(_("With you: %(companions)s") % {"companions": listed(beside)})
    if said.is_late and asked.standing in (Standing.ACCEPTED, Standing.REPRESENTED):
        details.append(_("Your answer came late; the office will see whether there is still room."))
    return details


_ANSWERS: dict[str, Text] = {
    Standing.ACCEPTED: pgettext_lazy("answer of a guest", "I shall come"),
    Standing.REGRETTED: pgettext_lazy("answer of a guest", "I cannot come"),
    Standing.WITHDRAWN: pgettext_lazy("answer of a guest", "I cannot come"),
    Standing.REPRESENTED: pgettext_lazy("answer of a guest", "Somebody comes for me"),
    Standing.UNDECIDED: pgettext_lazy("answer of a guest", "I do not know yet"),
}


def answer_in_words(said: Reply) -> str:
    """One answer as the guest chose it on the page."""
    return str(_ANSWERS.get(said.standing, said.get_standing_display()))


@dataclass(frozen=True, slots=True)
class Said:
    """One line of the history of a party's answers."""

    at: datetime
    answer: str
    by: str
    remark: str


def history(asked: Asked) -> list[Said]:
    """What the party answered, the latest first; nothing of what was written in confidence."""
    return [
        Said(
            at=said.given_at.astimezone(asked.zone),
            answer=answer_in_words(said),
            by=_by(said),
            remark=_remark(said),
        )
        for said in reversed(asked.replies)
    ]


def _by(said: Reply) -> str:
    channel = "" if said.channel == Reply.Channel.PAGE else said.get_channel_display()
    return " · ".join(word for word in (said.speaker_name, channel) if word)


def _remark(said: Reply) -> str:
    if said.why_open and said.decision == Reply.Decision.NONE:
        return _("waits for the office")
    if said.why_open and said.decision == Reply.Decision.REFUSED:
        return _("not taken")
    return _("late") if said.is_late else ""


def guest_name(asked: Asked, language: str) -> str:
    """The guest as a page in `language` writes the name."""
    return words.name_of(asked.invitation.guest, language)


def companion_names(asked: Asked, language: str) -> list[str]:
    """The companions named in the invitation."""
    return [companion_name(companion, language) for companion in asked.companions]


def companions_expected(asked: Asked, language: str) -> list[str]:
    """Who comes with the guest by the answer that counts, else by the invitation."""
    said = asked.counting
    if said is None:
        return companion_names(asked, language)
    named = {companion.printed: companion_name(companion, language) for companion in asked.companions}
    more = said.unnamed_companions
    words_of_more = ngettext("%(count)s person", "%(count)s people", more) % {"count": more}
    return [*(named.get(name, name) for name in said.companion_names), *([words_of_more] if more else [])]


def companion_name(companion: Companion, language: str) -> str:
    """One companion, known from the directory or by name only."""
    return name_in(companion.person, language) if companion.person else companion.name


def day_in_words(asked: Asked, language: str) -> str:
    """The last day for an answer; empty where none is set."""
    return cldr.weekday_in_words(asked.reply_by, language) if asked.reply_by else ""
