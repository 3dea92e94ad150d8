"""`chancery ask` and `chancery communique`: what is known of an event, and what is told of it."""

from collections.abc import Iterator
from typing import Annotated

import typer
from django.conf import settings
from django.utils.translation import gettext, override

from chancery.accounts.commands import refuse
from chancery.events.commands import event_named
from chancery.record.commands_communique import communique
from chancery.record.questions.asking import Answer, Line
from chancery.record.questions.forty import NoSuchQuestion, ask, ask_all
from chancery.record.questions.known import Known, Side


def register(app: typer.Typer) -> None:
    """Add this app's verbs to the command."""
    app.command("ask")(ask_record)
    app.command("communique")(communique)


def ask_record(
    event: Annotated[str, typer.Argument(help="The short name of the event.")],
    question: Annotated[str, typer.Argument(help="Q01 to Q40; all of them where none is given.")] = "",
    plan: Annotated[bool, typer.Option("--plan", help="Ask the plan instead of the record.")] = False,
    speaker: Annotated[str, typer.Option(help="Q10 to Q12: only what somebody of this name said.")] = "",
    topic: Annotated[str, typer.Option(help="Q10 to Q12: only what was said about this.")] = "",
    language: Annotated[str, typer.Option(help="The language of the answer.")] = "en",
    office: Annotated[
        str, typer.Option(help="The office of the event, where several have one of that name.")
    ] = "",
) -> None:
    """Answer from the record of an event, each line with its source, or say that it is not known."""
    if language not in dict(settings.LANGUAGES):
        refuse(f"There are no answers in “{language}”; choose {', '.join(dict(settings.LANGUAGES))}.")
    side = Side.PLAN if plan else Side.RECORD
    known = Known(event_named(event, office), side=side, language=language, speaker=speaker, topic=topic)
    with override(language):
        try:
            answers = [ask(question, known)] if question else ask_all(known)
        except NoSuchQuestion as error:
            refuse(str(error))
        for answer in answers:
            typer.echo(_written(answer))


def _written(answer: Answer) -> str:
    lines = [part for line in answer.lines for part in _lines(line)]
    if answer.is_own_record:
        lines.append("  " + gettext("Source: the office’s own record"))
    return "\n".join([f"{answer.key} {answer.question}", *(lines or [f"  {gettext('not known')}"])])


def _lines(line: Line) -> Iterator[str]:
    yield f"  {line.words}"
    if line.source:
        yield "  " + gettext("Source: %(source)s") % {"source": line.source}
