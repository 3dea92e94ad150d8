"""The conventions of a profile from their tables in TOML."""

from enum import StrEnum

from chancery.precedence.fields import Fields
from chancery.rules.precedence.settings import (
    Anthems,
    Charges,
    Dean,
    Deputies,
    DeputyRule,
    Direction,
    Former,
    HeadsOfState,
    HolySee,
    HostPractice,
    HostRule,
    HostSpeech,
    Setting,
    Settings,
    Speeches,
    SpouseRule,
    Status,
    TakenBy,
    TakingUp,
    Tie,
    TwoFlags,
    Wreaths,
)
from chancery.rules.precedence.values import StandIn


def read_settings(fields: Fields) -> Settings:
    """Read the settings; what is not written keeps its default."""
    usual = Settings()
    settings = Settings(
        basis=_setting(fields, "basis", TakingUp, usual.basis),
        holy_see=_setting(fields, "holy_see", HolySee, usual.holy_see),
        dean=_setting(fields, "dean", Dean, usual.dean),
        foreign_first=_flag(fields, "foreign_first", usual.foreign_first),
        former=_setting(fields, "former", Former, usual.former),
        spouses=_setting(fields, "spouses", SpouseRule, usual.spouses),
        tie=_setting(fields, "tie", Tie, usual.tie),
        host=_setting(fields, "host", HostRule, usual.host),
        heads_of_state=_setting(fields, "heads_of_state", HeadsOfState, usual.heads_of_state),
        listing=_setting(fields, "listing", Direction, usual.listing),
        anthems=_setting(fields, "anthems", Anthems, usual.anthems),
        two_flags=_setting(fields, "two_flags", TwoFlags, usual.two_flags),
        deputies=_deputies(fields.table("deputies")),
        speeches=_speeches(fields.table("speeches")),
        wreaths=_wreaths(fields.table("wreaths")),
        charges=_charges(fields.table("charges")) if fields.has("charges") else None,
        hosts={state: _host(table) for state, table in fields.table("hosts").named_tables().items()},
    )
    fields.finish()
    return settings


def _setting[Choice: StrEnum](
    fields: Fields, field: str, choices: type[Choice], usual: Setting[Choice]
) -> Setting[Choice]:
    """A value alone, or a table of value, status and source."""
    if not fields.has(field):
        fields.text(field, "")
        return usual
    if not fields.is_table(field):
        return Setting(fields.choice(field, choices))
    table = fields.table(field)
    setting = Setting(table.choice("value", choices), _status(table), table.text("source", ""))
    table.finish()
    return setting


def _flag(fields: Fields, field: str, usual: Setting[bool]) -> Setting[bool]:
    if not fields.has(field):
        fields.text(field, "")
        return usual
    if not fields.is_table(field):
        return Setting(fields.flag(field))
    table = fields.table(field)
    setting = Setting(table.flag("value"), _status(table), table.text("source", ""))
    table.finish()
    return setting


def _status(fields: Fields) -> Status:
    return fields.choice("status", Status, Status.PRACTICE)


def _deputies(fields: Fields) -> Deputies:
    deputies = Deputies(
        rule=fields.choice("rule", DeputyRule, DeputyRule.UNSTATED),
        take_rank_of=fields.texts("take_rank_of"),
        kinds=fields.choices("kinds", StandIn),
        without_place=fields.choices("without_place", StandIn),
        taken_by=tuple(_taken_by(table) for table in fields.tables("taken_by")),
        status=_status(fields),
        source=fields.text("source", ""),
        number=fields.text("number", ""),
    )
    fields.finish()
    return deputies


def _taken_by(fields: Fields) -> TakenBy:
    taken = TakenBy(
        represented=fields.texts("represented"),
        by=fields.texts("by"),
        status=fields.choice("status", Status, Status.SECONDARY),
        source=fields.text("source", ""),
    )
    fields.finish()
    return taken


def _speeches(fields: Fields) -> Speeches:
    speeches = Speeches(
        direction=fields.choice("direction", Direction, Direction.FREE),
        host=fields.choice("host", HostSpeech, HostSpeech.OPENS),
        is_one_a_body=fields.flag("is_one_a_body", False),
        is_host_named_first=fields.flag("is_host_named_first", False),
        status=_status(fields),
        source=fields.text("source", ""),
    )
    fields.finish()
    return speeches


def _wreaths(fields: Fields) -> Wreaths:
    wreaths = Wreaths(
        direction=fields.choice("direction", Direction, Direction.FALLING),
        last=fields.texts("last"),
        is_national_first=fields.flag("is_national_first", False),
        deputies_take_place=fields.flag("deputies_take_place", False),
        status=_status(fields),
        source=fields.text("source", ""),
    )
    fields.finish()
    return wreaths


def _charges(fields: Fields) -> Charges:
    charges = Charges(
        working_days=fields.number("working_days"),
        from_months=fields.number("from_months"),
        status=fields.choice("status", Status, Status.VERIFIED),
        source=fields.text("source", ""),
    )
    fields.finish()
    return charges


def _host(fields: Fields) -> HostPractice:
    host = HostPractice(
        basis=_setting(fields, "basis", TakingUp, Setting(TakingUp.CREDENTIALS))
        if fields.has("basis")
        else None,
        holy_see=_setting(fields, "holy_see", HolySee, Setting(HolySee.AMBASSADOR))
        if fields.has("holy_see")
        else None,
    )
    fields.finish()
    return host
