"""
Counts kept beside the rows they count, so that a page costs the same at ten events and at a hundred thousand.

They are never the truth: every count can be thrown away and counted again from the rows it names.
"""

from django.db import models
from django.db.models import Q

from chancery.accounts.models import Organiser
from chancery.events.models import Event
from chancery.occasions.models import Campaign
from chancery.rules.campaign.indicators import Indicator

INDICATORS = [(indicator.value, indicator.value) for indicator in Indicator]


class OfficeCounting(models.Model):
    """
    How far the history of an office was read when it was counted last.

    `audit_line` is the number of the last line that was seen. Lines up to `settled_line` are never read
    again; of those between the two a change that was still under way may bring one more. `counted_at` is
    None until all its events were counted.
    """

    organiser = models.OneToOneField(Organiser, on_delete=models.CASCADE, related_name="counting")
    audit_line = models.BigIntegerField(default=0)
    settled_line = models.BigIntegerField(default=0)
    counted_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.organiser)


class EventCounting(models.Model):
    """
    When an event was counted, and the number of the last line of its office's history that was seen then.

    `year` is the year in which it counts, that of its first day; None where it counts in none.
    """

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="counting")
    organiser = models.ForeignKey(Organiser, on_delete=models.CASCADE, related_name="+", db_index=False)
    year = models.PositiveSmallIntegerField(null=True)
    audit_line = models.BigIntegerField(default=0)
    counted_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["organiser", "year", "event"], name="counted_in_a_year")]

    def __str__(self) -> str:
        return str(self.event)


class EventCount(models.Model):
    """
    One count of one event: an indicator, split by `by` (state, category, language or nothing) at `key`.

    Planned counts come from the list and the replies, actual ones from the record; estimates are claims and
    never stand here.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="counts")
    indicator = models.CharField(max_length=16, choices=INDICATORS)
    by = models.CharField(max_length=12, blank=True)
    key = models.CharField(max_length=120, blank=True)
    value = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "indicator", "by", "key"], name="one_count_of_an_event")
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.key}: {self.value}"


class YearCount(models.Model):
    """
    What the events of an office in one year add up to, for one campaign or, without one, for all of them.

    The sum of their `EventCount` rows; `events` says of how many events. What is counted once a year however
    often it occurs (a state) is counted anew instead of added up. `of_posts` are the sums of an
    office and all its posts together, so that a ministry of two hundred reads as few rows as one post.
    """

    organiser = models.ForeignKey(Organiser, on_delete=models.CASCADE, related_name="+")
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, null=True, related_name="+")
    of_posts = models.BooleanField(default=False)
    year = models.PositiveSmallIntegerField()
    indicator = models.CharField(max_length=16, choices=INDICATORS)
    by = models.CharField(max_length=12, blank=True)
    key = models.CharField(max_length=120, blank=True)
    value = models.BigIntegerField()
    events = models.PositiveIntegerField()

    class Meta:
        indexes = [models.Index(fields=["organiser", "year"], name="counts_of_a_year")]
        constraints = [
            models.UniqueConstraint(
                fields=["organiser", "of_posts", "campaign", "year", "indicator", "by", "key"],
                name="one_count_of_a_campaigns_year",
            ),
            models.UniqueConstraint(
                fields=["organiser", "of_posts", "year", "indicator", "by", "key"],
                condition=Q(campaign=None),
                name="one_count_of_an_offices_year",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organiser} {self.year} {self.indicator} {self.key}: {self.value}"
