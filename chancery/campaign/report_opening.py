"""Where the figures of a yearly report open: in the office to their rows, for anybody to what is released."""

from urllib.parse import urlencode

from django.urls import reverse

from chancery.campaign.documents.report_values import Opening, Opens
from chancery.campaign.models import YearReport
from chancery.campaign.queries import reports as queries
from chancery.campaign.queries.figures import address_of
from chancery.occasions.queries.asked import parameters_of
from chancery.rules.campaign.recognitions import Question


def in_public(opening: Opening) -> str:
    """For anybody: only what has a public address of its own."""
    return opening.get("public", "")


def in_the_office(report: YearReport) -> Opens:
    """Return what leads members of the office that made a report to the rows behind its figures."""
    scope, ref = queries.scope_of(report), report.organiser.ref

    def opens(opening: Opening) -> str:
        if event := opening.get("event"):
            return reverse("desk:event", args=[ref, event])
        if text := opening.get("recognition"):
            return reverse("occasions:recognition", args=[ref, opening["campaign"], text])
        if state := opening.get("state"):
            asked = urlencode(parameters_of(Question(states=(state,))), doseq=True)
            return f"{reverse('occasions:recognitions', args=[ref, opening['campaign']])}?{asked}"
        if not (indicator := opening.get("indicator")):
            return opening.get("public", "")
        return address_of(
            report.organiser,
            indicator=indicator,
            by=opening.get("by", ""),
            key=opening.get("key", ""),
            year=str(opening["year"]),
            campaign=scope.campaign.code if scope.campaign else "",
            posts="1" if scope.with_posts else "",
            post=opening.get("post", ""),
        )

    return opens
