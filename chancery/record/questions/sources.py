"""Questions about documents, figures, sources, their contradictions, and what is not known."""

from collections.abc import Iterator

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from chancery.base import cldr
from chancery.base.languages import listed
from chancery.events.models import Matter
from chancery.record.models import Document
from chancery.record.questions.asking import Line, question
from chancery.record.questions.known import Known
from chancery.record.questions.telling import claim_words, claimant_words

RECOGNITIONS = frozenset({"law", "resolution", "motion", "statement", "proclamation"})
CAME_OUT = frozenset({"launched", "adopted", "signed", "handed-over", "distributed"})


@question(23, _("Which publication or document comes out of the event?"))
def documents(known: Known) -> Iterator[Line]:
    for document in known.documents:
        if document.relation in CAME_OUT:
            yield _document(document, known)


@question(26, _("Which resolution, law or recognition is cited: adopted or proposed, by whom, when?"))
def recognitions(known: Known) -> Iterator[Line]:
    for document in known.documents:
        if document.kind in RECOGNITIONS:
            yield _document(document, known)


def _document(document: Document, known: Known) -> Line:
    issuer = known.text(document.issuer.names) if document.issuer else ""
    dated = cldr.partial_date_in_words(document.dated, known.language) if document.dated else ""
    parts = [
        document.get_kind_display(),
        known.text(document.titles),
        document.get_relation_display(),
        document.authors,
        issuer,
        document.get_status_display() if document.status else "",
        dated,
        document.votes,
    ]
    return Line(listed(part for part in parts if part), str(document.source or document.address))


@question(24, _("How many attended: counted, estimated or bounded, according to whom?"))
def attendance(known: Known) -> Iterator[Line]:
    if known.is_plan:
        return
    for matter in known.matters:
        if matter.kind in (Matter.Kind.ATTENDANCE, Matter.Kind.ONLINE):
            yield from _claims(matter, known)


@question(25, _("Which other figures are stated, and what do they count?"))
def figures(known: Known) -> Iterator[Line]:
    for matter in known.matters:
        if matter.kind == Matter.Kind.FIGURE:
            yield from _claims(matter, known)


def _claims(matter: Matter, known: Known) -> Iterator[Line]:
    """Each claim with what it counts; the one that the record follows says so."""
    counted = known.text(matter.counted) or (known.text(matter.category.names) if matter.category else "")
    for claim in matter.claims.all():
        words = gettext("%(counted)s: %(claim)s") % {
            "counted": counted or matter.get_kind_display(),
            "claim": claim_words(claim),
        }
        if claim.is_followed:
            words = gettext("%(words)s; the record follows it") % {"words": words}
        yield Line(words, claimant_words(claim, known))


@question(28, _("Who reports it, in which languages, and what does each version add?"))
def reports(known: Known) -> Iterator[Line]:
    for source in known.sources:
        if source.is_announcement is known.is_plan:
            dated = cldr.partial_date_in_words(source.dated, known.language) if source.dated else ""
            language = known.languages([source.language]) if source.language else ""
            parts = [source.title, source.outlet, source.author, language, dated, known.text(source.adds)]
            if source.version_of:
                parts.append(gettext("version of “%(source)s”") % {"source": source.version_of})
            yield Line(listed(part for part in parts if part), source.address)


@question(29, _("Where do sources contradict each other, which one does the record follow, who decided?"))
def contradictions(known: Known) -> Iterator[Line]:
    for matter in known.matters:
        if len(matter.claims.all()) < 2 and not matter.decision:
            continue
        yield from _claims(matter, known)
        if matter.decision:
            parts = [matter.get_decision_display(), matter.decided_by_name, matter.decided_because]
            yield Line(listed(part for part in parts if part))


@question(37, _("Which other events do the sources name, which must not be mixed in?"))
def other_events(known: Known) -> Iterator[Line]:
    for other in known.event.other_events.select_related("source").order_by("position", "id"):
        dated = cldr.partial_date_in_words(other.dated, known.language) if other.dated else ""
        parts = [known.text(other.names), other.city, dated, other.note]
        yield Line(listed(part for part in parts if part), str(other.source or ""))


@question(39, _("What is handed over, to whom, and is it accepted?"))
def handovers(known: Known) -> Iterator[Line]:
    for handover in known.handovers:
        what = known.text(handover.things) or str(handover.document or "")
        body = known.text(handover.receiver_body.names) if handover.receiver_body else ""
        receiver = listed(part for part in (known.who_all([handover.receiver]), body) if part)
        parts = [
            what,
            gettext("by %(giver)s") % {"giver": known.who(handover.giver)} if handover.giver else "",
            gettext("to %(receiver)s") % {"receiver": receiver} if receiver else "",
            handover.get_acceptance_display() if handover.acceptance else "",
        ]
        yield Line(listed(part for part in parts if part), str(handover.source or ""))
