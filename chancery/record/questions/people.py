"""Questions about who was there, in which capacity, and who was not."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from chancery.base import cldr
from chancery.base.languages import listed, wording
from chancery.directory.models import Relation
from chancery.events.models import Claim, GuestCategory, Matter, Participation
from chancery.record.questions.asking import Line, question
from chancery.record.questions.known import Known, Side
from chancery.record.questions.telling import claim_words, claimant_words

Actual, Capacity, Planned = Participation.Actual, Participation.Capacity, Participation.Planned
NEVER_PRESENT = (Capacity.MENTIONED, Capacity.HONOURED, Capacity.REPRESENTED)
AWAY = (Actual.ABSENT, Actual.STAYED_AWAY, Actual.REFUSED_ENTRY)


def present(known: Known) -> list[Participation]:
    """Whoever is known to have been there; somebody mentioned or remembered never is."""
    there = (who for who in known.participations if who.actual == Actual.ATTENDED)
    return [who for who in there if who.capacity not in NEVER_PRESENT]


@question(5, _("Which categories of guests are expected, and which were there?"))
def categories(known: Known) -> Iterator[Line]:
    sizes = _sizes(known)
    for category in known.categories:
        if known.is_plan or category.was_present:
            yield from _category(category, sizes[category.pk], known)


def _sizes(known: Known) -> dict[int, list[Claim]]:
    found: defaultdict[int, list[Claim]] = defaultdict(list)
    for matter in known.matters:
        if matter.category_id and matter.kind == Matter.Kind.ATTENDANCE:
            found[matter.category_id].extend(matter.claims.all())
    return found


def _category(category: GuestCategory, sizes: Sequence[Claim], known: Known) -> Iterator[Line]:
    name = known.text(category.names)
    if category.states:
        name = gettext("%(category)s of %(states)s") % {
            "category": name,
            "states": known.states(category.states),
        }
    yield Line(name)
    if not known.is_plan:
        for claim in sizes:
            yield Line(claim_words(claim), claimant_words(claim, known))


@question(
    6,
    _("Which people by name are expected or were there, in which office?"),
    of_guests=[Side.PLAN],
)
def named(known: Known) -> Iterator[Line]:
    if known.is_plan:
        coming = (Planned.ACCEPTED, Planned.INVITED, Planned.LISTED)
        people = [who for who in known.participations if who.person_id and who.planned in coming]
    else:
        people = [who for who in present(known) if who.person_id]
    for who in people:
        line = gettext("%(who)s (%(capacity)s)") % {
            "who": known.who(who),
            "capacity": who.get_capacity_display(),
        }
        yield Line(line, str(who.actual_source or "") or _by_doors(who, known))


def _by_doors(who: Participation, known: Known) -> str:
    """The doors as the source of a presence that somebody has confirmed."""
    if known.is_plan or who.pk not in known.came:
        return ""
    return gettext("the doors: %(words)s") % {"words": known.came[who.pk].in_words}


@question(7, _("Who is invited without being known to come?"), of_guests=Side)
def invited_only(known: Known) -> Iterator[Line]:
    open_replies = (Planned.INVITED,) if known.is_plan else (Planned.INVITED, Planned.ACCEPTED)
    for who in known.participations:
        if who.planned in open_replies and (known.is_plan or who.actual == Actual.UNKNOWN):
            yield Line(known.who(who))


@question(8, _("Who stays away, for which reason, according to whom?"), of_guests=[Side.PLAN])
def away(known: Known) -> Iterator[Line]:
    for who in known.participations:
        if known.is_plan and who.planned == Planned.DECLINED:
            yield Line(_away_words(known.who(who), who.get_planned_display(), ""))
        elif not known.is_plan and who.actual in AWAY:
            words = _away_words(known.who(who), who.get_actual_display(), who.actual_reason)
            yield Line(words, str(who.actual_source or ""))


def _away_words(who: str, how: str, reason: str) -> str:
    words = gettext("%(who)s: %(how)s") % {"who": who, "how": how}
    return gettext("%(words)s (%(reason)s)") % {"words": words, "reason": reason} if reason else words


@question(31, _("Who presides, moderates or presents?"))
def presiding(known: Known) -> Iterator[Line]:
    roles = (Capacity.PRESIDING, Capacity.MODERATOR, Capacity.HOST)
    for who in known.participations:
        if who.capacity in roles:
            yield Line(
                gettext("%(role)s: %(who)s") % {"role": who.get_capacity_display(), "who": known.who(who)}
            )
    for item in known.items:
        for part in item.contributions.all():
            if part.form in (part.Form.MODERATION, part.Form.INTRODUCTION):
                yield Line(
                    gettext("%(form)s: %(who)s (%(item)s)")
                    % {
                        "form": part.get_form_display(),
                        "who": known.who(part.participation),
                        "item": known.title(item),
                    }
                )


@question(32, _("Who appears more than once, and in which roles?"))
def more_than_once(known: Known) -> Iterator[Line]:
    roles: defaultdict[int, list[str]] = defaultdict(list)
    names = {}
    for who in known.participations:
        if who.person_id:
            names[who.person_id] = known.name(who)
            roles[who.person_id].append(str(who.get_capacity_display()))
    for item in known.items:
        for part in item.contributions.all():
            if part.participation.person_id:
                roles[part.participation.person_id].append(f"{part.get_form_display()} ({known.title(item)})")
    for person, found in roles.items():
        if len(found) > 1 and not _is_one_role(found, person, known):
            yield Line(gettext("%(name)s: %(roles)s") % {"name": names[person], "roles": listed(found)})


def _is_one_role(found: Sequence[str], person: int, known: Known) -> bool:
    """Whether somebody takes part once and contributes once: that is one appearance."""
    return len(found) == 2 and sum(who.person_id == person for who in known.participations) == 1


@question(
    34,
    _("Which states are represented, at which rank, in which order?"),
    of_guests=[Side.PLAN],
)
def represented(known: Known) -> Iterator[Line]:
    there = None if known.is_plan else {who.ref for who in present(known)}
    for entry in known.order.entries:
        if entry.state and entry.place and (there is None or entry.ref in there):
            title = wording(entry.title, known.language).text
            yield Line(
                gettext("%(place)s. %(state)s: %(name)s")
                % {
                    "place": entry.place,
                    "state": cldr.state_in_words(entry.state, known.language),
                    "name": listed(part for part in (entry.who.name, title) if part),
                }
            )
    for category in known.categories:
        if category.states and (known.is_plan or category.was_present):
            yield Line(f"{known.text(category.names)}: {known.states(category.states)}")


@question(35, _("Under which spellings is somebody known, and which one is printed here?"))
def spellings(known: Known) -> Iterator[Line]:
    seen: set[int] = set()
    for who in known.participations:
        if who.person is None or who.person_id in seen:
            continue
        seen.add(who.person.pk)
        others = [name.printed for name in who.person.names.all() if name.printed != known.name(who)]
        if others:
            yield Line(
                gettext("%(name)s; also %(others)s") % {"name": known.name(who), "others": listed(others)}
            )


@question(36, _("Which relations between people matter here?"))
def relations(known: Known) -> Iterator[Line]:
    taking_part = {who.person_id for who in known.participations if who.person_id}
    told = Relation.objects.filter(person__in=taking_part, other__in=taking_part).order_by("id")
    for relation in told.select_related("person", "other").prefetch_related("person__names", "other__names"):
        yield Line(
            gettext("%(name)s: %(relation)s %(other)s")
            % {
                "name": relation.person.main_name,
                "relation": relation.get_kind_display(),
                "other": relation.other.main_name,
            }
        )
    for who in known.participations:
        if who.represents:
            yield Line(
                gettext("%(name)s represents %(other)s")
                % {"name": known.who(who), "other": known.who(who.represents)}
            )
