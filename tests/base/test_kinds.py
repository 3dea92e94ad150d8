"""Every kind of row whose changes are told has a word, and a right to read it."""

from django.apps import apps

from chancery.accounts.access import HISTORY_RIGHTS
from chancery.base.kinds import KINDS

# Rows that no action changes with a line of their own: registers, caches, and what a job notes for itself.
WITHOUT_LINES = frozenset(
    {
        "accounts.keptanswer",
        "accounts.provisionedcolleague",
        "accounts.signinlink",
        "base.auditseal",
        "base.erasedvalues",
        "base.job",
        "base.mailevent",
        "campaign.eventcount",
        "campaign.eventcounting",
        "accounts.opensession",
        "campaign.yearcount",
        "custody.removal",
        "directory.importedrow",
        "directory.importmapping",
        "directory.importpair",
        "directory.importproblem",
        "directory.searchentry",
        "directory.searchword",
        "hooks.attempt",
        "hooks.delivery",
        "hooks.reading",
        "hooks.signingsecret",
    }
)


def test_every_kind_has_a_word() -> None:
    kinds = {
        model._meta.label_lower
        for model in apps.get_models()
        if model.__module__.startswith("chancery.") and not model._meta.auto_created
    }

    assert kinds - set(KINDS) - WITHOUT_LINES == set()


def test_no_word_is_left_of_a_kind_that_is_no_more() -> None:
    known = {model._meta.label_lower for model in apps.get_models(include_auto_created=True)}

    assert set(KINDS) - known == set()


def test_every_app_says_who_reads_its_history() -> None:
    assert {kind.split(".")[0] for kind in KINDS} == set(HISTORY_RIGHTS)
