"""The words by which people, bodies and offices are found."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SearchEntry(models.Model):
    """
    The folded words of one row of the directory.

    `scope` says who may find it: `o12` is organiser 12 alone, `t3` all posts under organiser 3. The word
    index itself (FTS5 on SQLite, GIN on PostgreSQL) is kept by the database from these two columns, with
    every word led by its scope, so that a search never touches the words of others.
    """

    class Kind(models.TextChoices):
        PERSON = "person", _("People")
        BODY = "body", _("Bodies")
        OFFICE = "office", _("Offices")

    scope = models.CharField(max_length=24)
    kind = models.CharField(max_length=6, choices=Kind)
    object_id = models.BigIntegerField()
    words = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "object_id"], name="one_search_entry_a_row")]

    def __str__(self) -> str:
        return self.words


class SearchWord(models.Model):
    """A word that occurs in a scope: what a misspelt or otherwise spelt word is widened to."""

    scope = models.CharField(max_length=24)
    word = models.CharField(max_length=60)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scope", "word"], name="one_search_word_a_scope")]
        indexes = [models.Index(fields=["scope", "id"], name="search_word_of_scope")]

    def __str__(self) -> str:
        return self.word
