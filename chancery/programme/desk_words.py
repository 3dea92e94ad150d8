"""The sentences of the caller's desk that its script fills in: `{name}` stands for a value."""

from django.utils.translation import gettext as _


def progress_words() -> dict[str, str]:
    """Where an item stands, by its progress."""
    return {
        "done": _("done"),
        "running": _("now"),
        "next": _("next"),
        "standing-by": _("standing by"),
        "skipped": _("left out"),
        "dropped": _("dropped"),
        "passed-over": _("passed over"),
        "to-come": "",
    }


def desk_words() -> dict[str, str]:
    """Every sentence by its name."""
    return (
        {f"is-{name}": words for name, words in progress_words().items()}
        | _of_time()
        | _of_call()
        | _of_danger()
        | _of_speaker()
    )


def _of_time() -> dict[str, str]:
    return {
        "no-now-ready": _("Not begun"),
        "no-now-over": _("The programme is over"),
        "no-now": _("Nothing"),
        "no-next": _("Nothing is left to call"),
        "left": _("{time} left"),
        "over": _("{time} over its length"),
        "silence-left": _("{time} of silence left"),
        "silence-over": _("The silence is over"),
        "held": _("Held for {time}"),
        "anchor": _("“{item}” at {at}, in {time}"),
        "anchor-late": _("“{item}” was set at {at}, {time} ago"),
        "in-time": _("in time"),
        "late": _("late"),
        "early": _("early"),
        "unknown": _("no planned time to compare with"),
        "another-day": _("planned for another day"),
        "end-planned": _("planned {time}"),
    }


def _of_call() -> dict[str, str]:
    return {
        "caller-nobody": _("Nobody has the call; the first step takes it."),
        "caller-mine": _("You have the call."),
        "caller-theirs": _("{name} has the call."),
        "caller-asked": _("{name} asks for the call."),
        "caller-asking": _("You have asked for the call."),
        "cue-stand-by": _("stand by"),
        "cue-go": _("go"),
        "cue-hold": _("hold"),
    }


def _of_danger() -> dict[str, str]:
    return {
        "danger": _("“{item}” is set at {wanted} and would begin at {projected}, {late} late."),
        "danger-end": _("“{item}” is to be over at {wanted} and would end at {projected}, {late} late."),
        "danger-whole": _(
            "The programme is to be over at {wanted} and would end at {projected}, {late} late."
        ),
        "offer": _("Leaving out “{item}” wins {saves}."),
    }


def _of_speaker() -> dict[str, str]:
    return {
        "word-close": _("The speaker reads: please close."),
        "word-2-minutes": _("The speaker reads: 2 minutes."),
        "word-1-minute": _("The speaker reads: 1 minute."),
    }
