"""
What one event adds to the figures of its office, counted from rows (R118).

Presence, states, press, costs and what was released come from the reads that the pages and the report of the
event come from, so that the same figure is the same everywhere. Claims are never among them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Q

from chancery.base.languages import any_text
from chancery.campaign.queries.levels import levels_at
from chancery.events import ordering
from chancery.events.models import Event, GuestCategory, Participation
from chancery.events.ordering import EventOrder
from chancery.events.participants import Participant
from chancery.guests.models import Standing
from chancery.guests.queries.parties import Listed, listed_among
from chancery.programme.models import Happened, Showing
from chancery.record.models import Document, MediaAddress, Release, ReleasePosting, Statement
from chancery.record.queries import after, press
from chancery.record.queries.attendance import Attendance, attendance_in, is_of_state
from chancery.rules.campaign.indicators import Indicator, Side, side_of

STATE, CATEGORY, LANGUAGE, KIND, CURRENCY = "state", "category", "language", "kind", "currency"
SIDE, RELATION = "side", "relation"
"""By what counts are split. Of a currency its hundredths are counted; the relation is that to a campaign."""
LONGEST_KEY = 120

type Counts = Counter[tuple[Indicator, str, str]]
"""How many, by indicator, by what it is split, and which part of it."""

_NO_ANSWER_ASKED = frozenset({Standing.NOT_INVITED, Standing.WALK_IN})
_DECLINED = frozenset({Standing.REGRETTED, Standing.WITHDRAWN})
_DECIDED = _DECLINED | {Standing.ACCEPTED}
# Cited at an event, or directed against it, a document did not come out of it.
_NOT_ITS_OWN = (Document.Relation.CITED, Document.Relation.AGAINST)


def year_of(event: Event) -> int | None:
    """The year of the first day on which an event took place, else is planned; None where no day is known."""
    if event.happened_on is not None:
        return int(event.happened_on.earliest.year)
    return event.held_on.year if event.held_on else None


def counts_of(event: Event) -> Counts:
    """Count what an event adds, by a fixed number of queries; nothing where its state or day counts not."""
    side = side_of(event.status, has_happened=event.happened_on is not None)
    if side is None or year_of(event) is None:
        return Counter()
    found: Counts = Counter({(Indicator.EVENTS, SIDE, side.value): 1})
    if side is Side.HELD:
        for counted in (_event, _people, levels_at, _shown, _documents, _releases, _press, _costs):
            found.update(counted(event))
    return found


def _add(indicator: Indicator, parts: Iterable[Mapping[str, str]]) -> Counts:
    """Count parts together, and by each of the splits that they name."""
    found: Counts = Counter()
    for splits in parts:
        found[indicator, "", ""] += 1
        for by, key in splits.items():
            found[indicator, by, key[:LONGEST_KEY]] += 1
    return found


def _event(event: Event) -> Counts:
    """The event itself, by the state where it was held, and by its kind."""
    places = event.stations.exclude(place__state="").order_by("position", "pk")
    state = places.values_list("place__state", flat=True).first() or event.organiser.host_state
    return _add(Indicator.EVENTS, [{STATE: state, KIND: event.kind}])


def _people(event: Event) -> Counts:
    """Who was invited, what they answered, who came and who was represented."""
    order = ordering.order_of(event)
    names = _names_of_categories(event)
    return (
        _answers(event, order, names)
        + _attendance(attendance_in(event, order), names)
        + _represented(event, order, names)
    )


def _names_of_categories(event: Event) -> Mapping[int | None, str]:
    """What each category is called for counting: its English name, else the first it has."""
    rows = GuestCategory.objects.filter(event=event).order_by("position", "pk")
    return {pk: names.get("en") or any_text(names) for pk, names in rows.values_list("pk", "names")}


def _answers(event: Event, order: EventOrder, names: Mapping[int | None, str]) -> Counts:
    """The guests who were invited, and of those who answered yes and who no."""
    asked = [
        guest
        for guest in listed_among(event, order.participants, "en")
        if guest.reply not in _NO_ANSWER_ASKED
    ]

    def counted(indicator: Indicator, guests: Iterable[Listed]) -> Counts:
        return _add(indicator, [_splits_of(guest.who, event, order, names) for guest in guests])

    return (
        counted(Indicator.INVITED, asked)
        + counted(Indicator.ACCEPTED, [each for each in asked if each.reply == Standing.ACCEPTED])
        + counted(Indicator.DECLINED, [each for each in asked if each.reply in _DECLINED])
        + counted(Indicator.OPEN, [each for each in asked if each.reply not in _DECIDED])
    )


def _splits_of(
    who: Participant, event: Event, order: EventOrder, names: Mapping[int | None, str]
) -> dict[str, str]:
    """The state of the office of that day, as the annex takes it, and the category."""
    entry = order.of(who.ref)
    state = entry.state if entry else who.state
    stands = is_of_state(who, state, host_state=event.ordering.host_state)
    return {STATE: state if stands else "", CATEGORY: names.get(who.category, "")}


def _attendance(attendance: Attendance, names: Mapping[int | None, str]) -> Counts:
    """Who was there by the record, each once: in all, by category, by state; heads of mission; states."""
    found: Counts = Counter()
    for category in attendance.categories:
        if category.present:
            key = names.get(category.category.pk, "") if category.category else ""
            found[Indicator.PRESENT, CATEGORY, key[:LONGEST_KEY]] += len(category.present)
    found[Indicator.PRESENT, "", ""] = len(attendance.present)
    came = [state for state in attendance.states if state.count]
    for state in came:
        found[Indicator.PRESENT, STATE, state.code] = state.count
    of_states = sum(state.count for state in came)
    if others := len(attendance.present) - of_states:
        found[Indicator.PRESENT, STATE, ""] = others
    known = {state.code for state in came}
    heads = [each for each in attendance.present if each.is_head_of_mission and each.state in known]
    found += _add(Indicator.HEADS_OF_MISSION, [{STATE: each.state} for each in heads])
    found += _add(Indicator.STATES, [{STATE: state.code} for state in came])
    return +found


def _represented(event: Event, order: EventOrder, names: Mapping[int | None, str]) -> Counts:
    """Whoever did not come but was represented, each once; who is only mentioned never was."""
    rows = Participation.objects.filter(event=event, actual=Participation.Actual.REPRESENTED)
    rows = rows.exclude(capacity=Participation.Capacity.MENTIONED)
    keys = set(rows.values_list("pk", flat=True))
    once = {
        (who.person or 0, 0 if who.person else who.key): who for who in order.participants if who.key in keys
    }
    return _add(Indicator.REPRESENTED, [_splits_of(who, event, order, names) for who in once.values()])


def _shown(event: Event) -> Counts:
    """The exhibitions that were to be seen, each once, and the films that were shown."""
    showings = Showing.objects.filter(item__event=event).exclude(
        Q(happened=Happened.NO) | Q(item__happened=Happened.NO)
    )
    films = showings.filter(film__isnull=False).order_by("pk").values_list("film__language", flat=True)
    exhibitions = set(event.stays.values_list("exhibition", flat=True))
    exhibitions |= set(showings.filter(exhibition__isnull=False).values_list("exhibition", flat=True))
    return _add(Indicator.SHOWINGS, [{LANGUAGE: language} for language in films]) + _add(
        Indicator.EXHIBITIONS, [{} for _each in exhibitions]
    )


def _documents(event: Event) -> Counts:
    """What came out of the event or was sent to it, and what was said there; a draft note counts nowhere."""
    documents = Document.objects.filter(event=event).exclude(relation__in=_NOT_ITS_OWN).order_by("pk")
    said = Statement.objects.filter(event=event, is_draft=False)
    said = said.exclude(approval=Statement.Approval.REFUSED).order_by("pk")
    return _add(
        Indicator.DOCUMENTS,
        [{LANGUAGE: language, KIND: kind} for language, kind in documents.values_list("language", "kind")],
    ) + _add(
        Indicator.STATEMENTS, [{LANGUAGE: language} for language in said.values_list("language", flat=True)]
    )


def _releases(event: Event) -> Counts:
    """The texts released, a language and its corrections once, and each address they went to."""
    standing = Release.objects.filter(edition__communique__event=event, withdrawn_at=None)
    languages = set(standing.values_list("edition__language", flat=True))
    postings = ReleasePosting.objects.filter(release__edition__communique__event=event)
    emails = sorted(set(postings.values_list("email", flat=True)))
    kinds = _kinds_of(event, emails)
    return _add(Indicator.RELEASES, [{LANGUAGE: language} for language in sorted(languages)]) + _add(
        Indicator.RECIPIENTS, [{KIND: kinds.get(email, "")} for email in emails]
    )


def _kinds_of(event: Event, emails: Sequence[str]) -> dict[str, str]:
    """What kind of body stands on the media lists of the office with an address (R106), the first one."""
    rows = MediaAddress.objects.filter(
        media_list__organiser=event.organiser, email__in=emails, body__isnull=False
    )
    return dict(rows.order_by("-pk").values_list("email", "body__kind"))


def _press(event: Event) -> Counts:
    reports = press.coverage_of(event)
    return _add(Indicator.PRESS, [{LANGUAGE: each.source.language, KIND: each.kind} for each in reports])


def _costs(event: Event) -> Counts:
    """What was paid, in hundredths of each currency: currencies are never added together."""
    totals = after.totals_of(after.costs_of(event))
    return Counter(
        {(Indicator.COST, CURRENCY, total.currency): int(total.paid * 100) for total in totals if total.paid}
    )
