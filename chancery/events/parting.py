"""The terms of a campaign's glossary, which hold for its events also where offices part."""

from chancery.directory.actions.parting import Inside
from chancery.events.models import GlossaryTerm
from chancery.occasions.actions.parting import CAMPAIGNS

CAMPAIGNS.inside.append(Inside(GlossaryTerm, "campaign"))
