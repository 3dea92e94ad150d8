"""Where the figures of a dashboard open to their rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.urls import reverse

from chancery.accounts.models import Organiser
from chancery.campaign.asked import Asked
from chancery.campaign.queries.figures import Figure, Scope, address_of_parts, rows_url
from chancery.events.models import Event
from chancery.occasions.models import Campaign, Recognition
from chancery.occasions.queries.asked import parameters_of
from chancery.rules.campaign.indicators import Indicator
from chancery.rules.campaign.recognitions import Question


@dataclass(frozen=True, slots=True)
class Opens:
    """
    The addresses at which figures open, on pages of `reader`; on paper there is no reader and nothing opens.

    An address is empty where there is nothing to open. `elsewhere` are the short names of the other offices
    in which who reads may open events.
    """

    scope: Scope
    reader: Organiser | None = None
    elsewhere: Mapping[int, str] = field(default_factory=dict)

    def __call__(self, figure: Figure) -> str:
        """The posts and events that add to a figure."""
        return rows_url(self.scope, figure, reader=self.reader) if self.reader else ""

    def parts(self, indicator: Indicator, year: int, by: str) -> str:
        """All parts of a figure, where a chart shows some of them together."""
        return address_of_parts(self.scope, indicator, year, by, reader=self.reader) if self.reader else ""

    def recognitions(self, state: str = "") -> str:
        """The texts that stand adopted, of one state or of all."""
        question = Question(states=(state,)) if state else Question()
        url = self._of_campaign("occasions:recognitions")
        return f"{url}?{urlencode(parameters_of(question), doseq=True)}" if url else ""

    def recognition(self, text: Recognition) -> str:
        """The page of one text."""
        return self._of_campaign("occasions:recognition", text.code)

    def claims(self) -> str:
        """What is claimed of the campaign, with who says so."""
        return self._of_campaign("campaign:claims")

    def event(self, event: Event) -> str:
        """The page of an event; that of a post opens for its own members alone."""
        if self.reader is None:
            return ""
        own = self.reader.ref if event.organiser_id == self.reader.pk else ""
        ref = own or self.elsewhere.get(event.organiser_id)
        return reverse("desk:event", args=[ref, event.code]) if ref else ""

    def _of_campaign(self, route: str, *args: str) -> str:
        campaign: Campaign | None = self.scope.campaign
        if self.reader is None or campaign is None:
            return ""
        return reverse(route, args=[self.reader.ref, campaign.code, *args])


def opens_in(asked: Asked, reader: Organiser, elsewhere: Mapping[int, str] | None = None) -> Opens:
    """Return what leads a figure of a dashboard to its rows, on pages of the office that reads it."""
    return Opens(asked.scope, reader, elsewhere or {})
