"""On what terms guests are invited, and what is proposed before anybody wrote them."""

from collections.abc import Mapping, Sequence

from django.db.models import QuerySet

from chancery.base.languages import wording
from chancery.directory.queries.people import name_in
from chancery.events import queries as events
from chancery.events.models import Arrangement, Event, Involvement
from chancery.guests.models import Question, Terms

HOSTS = (Involvement.Role.HOST, Involvement.Role.ORGANISER, Involvement.Role.CO_ORGANISER)


def terms_to_write(event: Event) -> Terms:
    """The terms of an event; where nobody wrote them yet, what the event itself says of hosts and dress."""
    known = Terms.objects.filter(event=event).first()
    if known is not None:
        return known
    languages = event.organiser.languages
    return Terms(event=event, host_line=_host_line(event, languages), dress=_dress(event))


def _host_line(event: Event, languages: Sequence[str]) -> Mapping[str, str]:
    """The hosts by language; a language in which one of them has no name is left out."""
    involved = list(events.involvements_of(event))
    hosts = next(
        (found for role in HOSTS if (found := [one for one in involved if one.role == role])),
        [],
    )
    lines = {language: [_name(host, language) for host in hosts] for language in languages}
    return {language: ", ".join(names) for language, names in lines.items() if names and all(names)}


def _name(host: Involvement, language: str) -> str:
    if host.person:
        return name_in(host.person, language)
    found = wording(host.body.names if host.body else {}, language)
    return found.text if found.is_asked_for else ""


def _dress(event: Event) -> Mapping[str, str]:
    arranged = events.arrangements_of(event).filter(kind=Arrangement.Kind.DRESS, category=None).first()
    return arranged.texts if arranged else {}


def questions_of(event: Event) -> QuerySet[Question]:
    """What guests are asked, in the order in which they are asked."""
    return Question.objects.filter(event=event).select_related("only_if").order_by("position", "id")


def count_questions(event: Event) -> int:
    """How much guests are asked."""
    return Question.objects.filter(event=event).count()
