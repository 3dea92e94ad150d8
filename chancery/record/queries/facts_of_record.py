"""Statements, figures, documents and handovers as the communiqué takes them."""

from collections.abc import Mapping

from chancery.directory.queries.people import name_in
from chancery.events.models import Claim, Event, Matter, Participation, Source
from chancery.record.models import Citation, Document, Handover, Statement
from chancery.rules.communique import LANGUAGES, facts


def said_at(event: Event) -> tuple[facts.StatementFact, ...]:
    """
    Return what was said, by its position.

    A note that nobody read over is not among it, nor a wording whose speaker refused it.
    """
    rows = Statement.objects.filter(event=event, is_draft=False).exclude(approval=Statement.Approval.REFUSED)
    cited = "citations__cited__person__names", "citations__cited__body", "citations__cited__office"
    found = rows.select_related("speaker", "item", "source", "campaign")
    found = found.prefetch_related("joint_speakers", *cited).order_by("position", "id")
    return tuple(_statement(row) for row in found)


def _statement(row: Statement) -> facts.StatementFact:
    return facts.StatementFact(
        ref=row.ref,
        code=row.code,
        speaker=row.speaker.ref,
        mode=row.mode,
        texts=row.texts,
        language=row.language,
        item=row.item.ref if row.item else "",
        position=row.position,
        joint_speakers=tuple(sorted(who.ref for who in row.joint_speakers.all())),
        capacity=row.capacity_printed,
        said_elsewhere=row.said_elsewhere,
        source=_outlet(row.source),
        citations=tuple(_citation(each) for each in sorted(row.citations.all(), key=_by_position)),
    )


def _by_position(row: Citation) -> tuple[int, int]:
    return row.position, row.pk


def _citation(row: Citation) -> facts.CitationFact:
    named = dict.fromkeys(LANGUAGES, row.cited_name) if row.cited_name else {}
    return facts.CitationFact(names_of_who(row.cited) if row.cited else named, row.texts)


def figures_of(event: Event) -> tuple[facts.FigureFact, ...]:
    """Return the figures of the event; where the record follows one claim, with that one alone."""
    rows = Matter.objects.filter(event=event, kind__in=Matter.FIGURES, scope=Matter.Scope.EVENT)
    claims = "claims__claimant__person__names", "claims__claimant__body", "claims__claimant__office"
    found = rows.prefetch_related(*claims, "claims__claimant_body", "claims__source")
    return tuple(_figure(row) for row in found.order_by("position", "id"))


def _figure(row: Matter) -> facts.FigureFact:
    claims = sorted(row.claims.all(), key=lambda each: (each.position, each.pk))
    followed = [each for each in claims if each.is_followed and row.decision == Matter.Decision.FOLLOW]
    return facts.FigureFact(
        ref=row.ref,
        code=row.code,
        kind=row.kind,
        counted=row.counted,
        position=row.position,
        claims=tuple(_claim(each) for each in followed or claims),
    )


def _claim(row: Claim) -> facts.ClaimFact:
    is_body = row.claimant_body is not None or bool(row.claimant and not row.claimant.person)
    return facts.ClaimFact(
        claimant=_claimant(row),
        value=row.value,
        upper=row.upper,
        exactness=row.exactness,
        words=row.words,
        is_body=is_body,
        position=row.position,
    )


def _claimant(row: Claim) -> Mapping[str, str]:
    """Who claims it: somebody who takes part, a body, a name, else the source in which it stands."""
    if row.claimant:
        return names_of_who(row.claimant)
    if row.claimant_body:
        names: Mapping[str, str] = row.claimant_body.names
        return names
    name = row.claimant_name or _outlet(row.source)
    return dict.fromkeys(LANGUAGES, name) if name else {}


def names_of_who(who: Participation) -> Mapping[str, str]:
    """The name of whoever takes part in each language: a person's, the title of an office, that of a body."""
    if who.person:
        return {language: name_in(who.person, language) for language in LANGUAGES}
    names: Mapping[str, str] = who.office.titles if who.office else who.body.names if who.body else {}
    return names


def _outlet(source: Source | None) -> str:
    return (source.outlet or source.author or source.title) if source else ""


def documents_of(event: Event) -> tuple[facts.DocumentFact, ...]:
    """Return what came out of the event, and what was sent to it."""
    rows = Document.objects.filter(event=event).select_related("item", "issuer").order_by("position", "id")
    return tuple(
        facts.DocumentFact(
            ref=row.ref,
            code=row.code,
            kind=row.kind,
            relation=row.relation,
            titles=row.titles,
            authors=row.authors,
            issuer=row.issuer.names if row.issuer else {},
            item=row.item.ref if row.item else "",
            position=row.position,
        )
        for row in rows
    )


def handovers_of(event: Event) -> tuple[facts.HandoverFact, ...]:
    """Return what was handed over by whom to whom."""
    rows = Handover.objects.filter(event=event).select_related(
        "item", "document", "giver", "receiver", "receiver_body"
    )
    return tuple(
        facts.HandoverFact(
            ref=row.ref,
            code=row.code,
            things=row.things,
            document=row.document.ref if row.document else "",
            giver=row.giver.ref if row.giver else "",
            receiver=row.receiver.ref if row.receiver else "",
            receiver_body=row.receiver_body.names if row.receiver_body else {},
            acceptance=row.acceptance,
            item=row.item.ref if row.item else "",
            position=row.position,
        )
        for row in rows.order_by("position", "id")
    )
