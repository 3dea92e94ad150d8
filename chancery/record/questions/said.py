"""Questions about what was said, by whom, and as whose report."""

from collections.abc import Iterator

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from chancery.base.languages import listed
from chancery.events.models import Participation
from chancery.record.models import Statement
from chancery.record.questions.asking import Line, question
from chancery.record.questions.known import Known, told

# Who moderates or interprets does not take the floor.
NO_SPEECH = frozenset({"moderation", "interpreting", "music"})


def speakers(known: Known) -> list[Participation]:
    """Whoever speaks, in the order in which they do; somebody who speaks twice stands there twice."""
    return [
        part.participation
        for item in known.items
        for part in told(item.contributions.all(), is_plan=known.is_plan)
        if part.form not in NO_SPEECH
    ]


@question(10, _("Who speaks third, in which capacity, and what is said, according to whom?"))
def third_speaker(known: Known) -> Iterator[Line]:
    for who in speakers(known)[2:3]:
        yield Line(known.who(who))
        for statement in known.statements:
            if not known.is_plan and statement.speaker_id == who.pk:
                yield _said(statement, known)


@question(11, _("What did each speaker say about which topic, according to whom, in which languages?"))
def by_topic(known: Known) -> Iterator[Line]:
    if known.is_plan:
        return
    for statement in known.statements:
        speakers_of = known.who_all([statement.speaker, *statement.joint_speakers.all()])
        said = _said(statement, known)
        parts = [
            speakers_of,
            known.text(statement.topics),
            said.words,
            known.languages(sorted(statement.texts)),
        ]
        yield Line(" · ".join(part for part in parts if part), said.source)


@question(12, _("Is it word for word, reported speech, or a summary by the reporter?"))
def modes(known: Known) -> Iterator[Line]:
    if known.is_plan:
        return
    for statement in known.statements:
        yield Line(
            gettext("%(who)s: %(mode)s (%(text)s)")
            % {
                "who": known.name(statement.speaker),
                "mode": statement.get_mode_display(),
                "text": known.text(statement.texts),
            },
            str(statement.source or ""),
        )


def _said(statement: Statement, known: Known) -> Line:
    text = known.text(statement.texts)
    if statement.mode == Statement.Mode.VERBATIM:
        text = gettext("“%(words)s”") % {"words": text}
    elsewhere = statement.said_elsewhere
    return Line(text, listed(part for part in (str(statement.source or ""), elsewhere) if part))
