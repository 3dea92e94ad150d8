"""
What each kind of screen is told of the run: only what it shows.

The state of the run in, a plain value for one screen out. Times are milliseconds since 1970, spans seconds.
Guests and the hall are never told what is not in the printed programme, nor what the caller keeps to
the desk.
"""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import override

from chancery.base.languages import wording
from chancery.programme import following
from chancery.programme.models import Item, Screen
from chancery.rules.timing import Progress

type State = Mapping[str, Any]
type Shown = dict[str, Any]

LEFT_OUT = frozenset({Progress.DROPPED, Progress.PASSED_OVER, "skipped"})

NEXT_AFTER = 4
"""So many items of a department are named beyond the next one."""


@dataclass(frozen=True, slots=True)
class View:
    """
    What a screen sees of the run: call it with the state.

    Two screens of the same kind, department and languages have equal views, so what one is told is made once.
    """

    kind: str
    department: str
    languages: tuple[str, ...]
    version: str

    def __call__(self, state: State) -> Shown:
        """
        Return what the screen is told.

        Shape: always `version` (another one: the page loads itself again), `revision`, `run`, `now`, `shift`,
        `is_rehearsal` and `held_at`; the rest by the kind of the screen.
        """
        told = {name: state[name] for name in ("revision", "now", "shift", "is_rehearsal", "held_at")}
        told |= {"version": self.version, "run": state["state"]}
        return told | _SHOWN[Screen.Kind(self.kind)](self, state)


def view_of(screen: Screen) -> View:
    """Return what a screen sees of the run."""
    languages = tuple(following.languages_of(screen))
    wanted = [screen.kind, screen.department, languages, screen.words, screen.arrow]
    version = hashlib.sha256(json.dumps(wanted, sort_keys=True).encode()).hexdigest()[:12]
    return View(screen.kind, screen.department, languages, version)


def _speaker(view: View, state: State) -> Shown:
    return {
        "current": _brief(current_in(state), view),
        "next": _brief(next_in(state), view),
        "word": state["word"],
    }


def _stage(view: View, state: State) -> Shown:
    coming = [_brief(item, view) for item in _to_come(state) if item["is_anchor"]]
    return _speaker(view, state) | {"anchors": coming}


def _public(view: View, state: State) -> Shown:
    """The printed programme alone, in the order in which it is held; what is left out is not there."""
    shown = [item for item in in_order(state) if item["is_public"] and item["progress"] not in LEFT_OUT]
    current = current_in(state)
    return {
        "current": current["code"] if current and current["is_public"] else None,
        "items": [_printed(item, view) for item in shown],
    }


def _department(view: View, state: State) -> Shown:
    """The cues of one department in the present item and the next, then what comes for it after."""
    current, coming = current_in(state), next_in(state)
    near = {item["code"] for item in (current, coming) if item}
    later = [item for item in _to_come(state) if item["code"] not in near and _cues(view, state, item)]
    return {
        "current": _with_cues(view, state, current),
        "next": _with_cues(view, state, coming),
        "is_standing_by": bool(state["standing_by"]) and coming is not None,
        "later": [_with_cues(view, state, item) for item in later[:NEXT_AFTER]],
    }


def _nothing(view: View, state: State) -> Shown:
    return {}


_SHOWN: Mapping[Screen.Kind, Callable[[View, State], Shown]] = {
    Screen.Kind.SPEAKER: _speaker,
    Screen.Kind.STAGE: _stage,
    Screen.Kind.PUBLIC: _public,
    Screen.Kind.WELCOME: _nothing,
    Screen.Kind.DEPARTMENT: _department,
    Screen.Kind.SUBTITLES: _nothing,
}


def current_in(state: State) -> State | None:
    """The item that runs."""
    return _coded(state, state["current"])


def next_in(state: State) -> State | None:
    """The item that stands by, else the one that would be called now."""
    return _coded(state, state["standing_by"] or state["next"])


def _coded(state: State, code: str) -> State | None:
    return next((item for item in state["items"] if item["code"] == code), None)


def in_order(state: State) -> list[State]:
    """All items as they run: those that are over in the order in which they came."""
    place = {code: number for number, code in enumerate(state["order"])}
    return sorted(state["items"], key=lambda item: place.get(item["code"], len(place)))


def _to_come(state: State) -> list[State]:
    return [
        item
        for item in in_order(state)
        if item["progress"] == Progress.TO_COME and item["code"] != state["current"]
    ]


def _brief(item: State | None, view: View) -> Shown | None:
    """
    An item as the hall is told of it; `length` is what it may last, None where that is not known.

    A link opens a screen for anybody: who takes part in what is not in the printed programme is not named.
    """
    if item is None:
        return None
    return {
        "code": item["code"],
        "kind": item["kind"],
        "titles": _titles(item, view.languages[:1]),
        "speakers": [_name(who, view.languages[0]) for who in item["speakers"] if item["is_public"]],
        "start": item["start"],
        "length": item["length"],
        "silence_seconds": item["silence_seconds"],
        "is_anchor": item["is_anchor"],
    }


def _printed(item: State, view: View) -> Shown:
    return {
        "code": item["code"],
        "titles": _titles(item, view.languages),
        "speakers": [_speaker_in(item, language) for language in view.languages],
        "planned_start": item["planned_start"],
        "progress": item["progress"],
    }


def _speaker_in(item: State, language: str) -> list[Shown]:
    """Who speaks, as a guest reads it; an office that nobody wrote in the language is left out."""
    return [
        {"name": _name(who, language), "office": who["offices"].get(language, "")} for who in item["speakers"]
    ]


def _name(who: State, language: str) -> str:
    return str(who["names"].get(language) or who["name"])


def _with_cues(view: View, state: State, item: State | None) -> Shown | None:
    brief = _brief(item, view)
    return brief | {"cues": _cues(view, state, item)} if brief and item else None


def _cues(view: View, state: State, item: State) -> list[Shown]:
    """The cues of a department in an item; upper and lower case name the same one."""
    wanted = view.department.casefold()
    return [
        {"kind": cue["kind"], "text": cue["text"]}
        for cue in state["cues"]
        if cue["item"] == item["code"] and cue["department"].casefold() == wanted
    ]


def _titles(item: State, languages: Sequence[str]) -> list[Shown]:
    """The title in each language, told in which it really is; without one the kind of the item."""
    return [_title(item, language) for language in languages]


def _title(item: State, language: str) -> Shown:
    found = wording(item["titles"], language)
    text = found.text
    if not text:
        with override(language):
            text = str(Item.Kind(item["kind"]).label)
    return {"text": text, "language": found.language, "direction": found.direction}
