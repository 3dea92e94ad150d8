"""The state of a run as plain values: one shape for desks, screens and whoever follows by push."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import override

from chancery.base.languages import wording
from chancery.events import wording as words
from chancery.events.models import Participation
from chancery.programme.live import Evening, Live, progress_of
from chancery.programme.models import Item, Showing
from chancery.rules import timing


def payload(evening: Evening) -> dict[str, Any]:
    """Return a state as JSON can hold it: times in milliseconds since 1970, lengths in seconds."""
    live, called, run = evening.live, evening.live.called, evening.live.run
    items = list(_items(evening))
    return {
        "revision": run.revision if run else 0,
        "state": called.state.value,
        "is_rehearsal": live.is_rehearsal,
        "now": _ms(evening.now),
        "shift": int(evening.shift.total_seconds() * 1000),
        "zone": live.event.time_zone,
        "current": live.code_of(called.current),
        "running": [live.code_of(ref) for ref in called.running],
        "next": live.code_of(timing.next_of(live.course, called)),
        "standing_by": live.code_of(called.standing_by),
        "order": [live.code_of(ref) for ref in live.course.walk(called.begun)],
        "items": items,
        "cues": list(_cues(live)),
        "end": _end(evening),
        "drift": _drift(items),
        "dangers": [_danger(live, danger) for danger in evening.projection.dangers],
        "offers": [_offer(live, offer) for offer in evening.offers],
        "caller": _person(run.caller if run else None),
        "asked_by": _person(run.asked_by if run else None),
        "caller_seen_at": _ms(run.caller_seen_at if run else None, evening.shift),
        "held_at": _ms(called.held_at, evening.shift),
        "word": called.word,
        "back": called.last_move.kind.value if called.last_move else "",
    }


def _ms(at: datetime | None, shift: timedelta = timedelta()) -> int | None:
    return None if at is None else int((at + shift).timestamp() * 1000)


def _moment(moment: timing.Moment | None) -> int | None:
    return _ms(moment.instant) if moment else None


def _items(evening: Evening) -> Iterator[dict[str, Any]]:
    """Every item in the order it is listed; what has parts is there too, marked by `parts`."""
    live, language = evening.live, words.main_language(evening.live.event)
    planned = {timed.item_id: timed for timed in evening.plan.items}
    projected = {each.item_id: each for each in evening.projection.items}
    progress = progress_of(evening)
    by_ref = {item.ref: item for item in live.items}
    for ref in (item.id for item in timing.ordered(live.course.items)):
        row = by_ref[ref]
        yield _what(row, live, language) | {
            "progress": progress[ref],
            "length": _length(evening, ref, projected.get(ref)),
            **_times(evening, planned.get(ref), projected.get(ref), progress[ref]),
        }


def _length(evening: Evening, ref: str, projected: timing.Projected | None) -> int | None:
    """What an item may last; what runs hears of the first fixed time that it puts in danger."""
    called, of_item = evening.live.called, evening.live.course.by_id[ref]
    dangers = evening.projection.dangers if ref in called.running else ()
    return timing.allowed_length(
        given=called.cut.get(ref) or of_item.wished,
        least=called.cut.get(ref) or of_item.least,
        projected=projected.seconds if projected else None,
        late=dangers[0].late if dangers else 0,
    )


def _times(
    evening: Evening, planned: timing.Timed | None, projected: timing.Projected | None, progress: str
) -> dict[str, Any]:
    """Planned and projected times; the real ones stand as projected where they are known."""
    starts, ends = (_moment(planned.start), _moment(planned.end)) if planned else (None, None)
    is_held = progress not in ("skipped", "passed-over", "dropped")
    start = _moment(projected.start) if projected and is_held else None
    end = _moment(projected.end) if projected and is_held else None
    return {
        "planned_start": starts,
        "planned_end": ends,
        "start": start,
        "end": end,
        "seconds": projected.seconds if projected and is_held else (planned.seconds if planned else None),
        "drift": None if start is None or starts is None else round((start - starts) / 1000),
    }


def _what(item: Item, live: Live, language: str) -> dict[str, Any]:
    is_silence = item.kind == Item.Kind.SILENCE
    parent = item.parent.code if item.parent else ""
    return {
        "code": item.code,
        "kind": item.kind,
        "titles": item.titles or {language: _kind(item, language)},
        "parent": parent,
        "parts": item.ref not in live.course.callable_items,
        "lanes": live.course.lanes_of(item.ref),
        "is_planned": item.is_planned,
        "is_anchor": item.is_anchored or item.ends_at is not None,
        "is_protected": live.course.by_id[item.ref].is_protected,
        "is_public": item.is_public,
        "cut_order": item.cut_order,
        "speakers": list(_speakers(item, language, live.event.languages)),
        "place": wording(item.place.names, language).text if item.place else "",
        "languages": item.languages,
        "silence_seconds": item.duration_seconds if is_silence else None,
        "film": _film(item),
    }


def _kind(item: Item, language: str) -> str:
    with override(language):
        return str(item.get_kind_display())


def _speakers(item: Item, language: str, languages: Sequence[str]) -> Iterator[Mapping[str, Any]]:
    """Who speaks, reads, or acts in an item, in their order."""
    taking_part = [each.participation for each in item.contributions.all()]
    taking_part += [each.reader or each.author for each in item.messages.all()]
    taking_part += [each.participation for each in item.acts.all()]
    for who in dict.fromkeys(taking_part):
        yield {
            "name": words.name_of(who, language),
            "office": _office(who, language),
            "names": {each: words.name_of(who, each) for each in languages},
            "offices": dict(who.office.titles) if who.office and who.person else {},
        }


def _office(who: Participation, language: str) -> str:
    titles = who.office.titles if who.office and who.person else {}
    return wording(titles, language).text


def _film(item: Item) -> dict[str, Any] | None:
    showing: Showing | None = next((each for each in item.showings.all() if each.film), None)
    if showing is None or showing.film is None:
        return None
    film = showing.film
    return {
        "titles": film.titles or film.about,
        "seconds": film.duration_seconds,
        "has_file": film.file_id is not None,
    }


def _cues(live: Live) -> Iterator[dict[str, Any]]:
    for item in live.items:
        for cue in item.cues.all():
            yield {
                "item": item.code,
                "department": cue.department,
                "kind": cue.kind,
                "text": cue.text,
                "position": cue.position,
            }


def _end(evening: Evening) -> dict[str, int | None]:
    """When all is over, as planned and as it looks now."""
    planned = _last([timed.end for timed in evening.plan.items])
    projected = _last([each.end for each in evening.projection.items])
    drift = None if planned is None or projected is None else projected.seconds - planned.seconds
    return {"planned": _moment(planned), "projected": _moment(projected), "drift": drift}


def _last(moments: Sequence[timing.Moment | None]) -> timing.Moment | None:
    return max((each for each in moments if each), key=lambda moment: moment.seconds, default=None)


def _drift(items: Sequence[Mapping[str, Any]]) -> int | None:
    """By how many seconds the next item is behind the plan; once none is to come, the last one was."""
    known = [item for item in items if item["drift"] is not None and not item["parts"]]
    to_come = [item for item in known if item["progress"] == "to-come"]
    if to_come:
        return int(min(to_come, key=lambda item: item["start"])["drift"])
    return int(known[-1]["drift"]) if known else None


def _danger(live: Live, danger: timing.Danger) -> dict[str, Any]:
    return {
        "item": live.code_of(danger.item_id),
        "wanted": _moment(danger.wanted),
        "projected": _moment(danger.projected),
        "late": danger.late,
        "is_end": danger.is_end,
    }


def _offer(live: Live, offer: timing.Offer) -> dict[str, Any]:
    item = live.item(offer.cut.item_id)
    return {
        "item": item.code if item else "",
        "titles": item.titles if item else {},
        "seconds": offer.cut.to_seconds,
        "saves": offer.saves,
    }


def _person(user: Any) -> dict[str, Any] | None:
    return None if user is None else {"id": user.pk, "name": str(user)}
