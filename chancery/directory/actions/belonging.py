"""What follows in the directory when an office becomes a post of a ministry, or is one no longer."""

from collections.abc import Iterable
from itertools import batched, chain

from django.db.models import Model, Q

from chancery.accounts.actions import posts
from chancery.accounts.actions.posts import Moved
from chancery.accounts.models import Organiser
from chancery.directory.actions import index, parting
from chancery.directory.models import Body, Office, Person, Visibility


def search_again(moved: Moved) -> None:
    """Let what the office shows to all posts be found by those of its ministry now; the rest stays."""
    shown = {"organiser": moved.post, "visibility": Visibility.TREE}
    offices = Office.objects.filter(organiser=moved.post, body__visibility=Visibility.TREE)
    _index(
        chain(
            Person.objects.filter(**shown).select_related("organiser").order_by("pk"),
            Body.objects.filter(**shown).select_related("organiser").order_by("pk"),
            offices.select_related("organiser", "body").order_by("pk"),
        )
    )


def keep_what_was_used(moved: Moved) -> None:
    """
    Copy what each side used of the other, and let what was taken over follow its source no longer.

    The post keeps its copies to itself; those of the ministry are shown to the posts that stay, as the
    originals were.
    """
    ministry = moved.ministry
    tree = Organiser.objects.filter(Q(pk=ministry.pk) | Q(parent=ministry)).exclude(pk=moved.post.pk)
    staying, leaving = set(tree.values_list("pk", flat=True)), {moved.post.pk}
    parting.stop_following(leaving, staying, by=moved.by_post)
    parting.stop_following(staying, leaving, by=moved.by_ministry)
    of_post = parting.keep(
        owners=leaving, of=staying, to=moved.post, visibility=Visibility.OWN, by=moved.by_post
    )
    of_ministry = parting.keep(
        owners=staying, of=leaving, to=ministry, visibility=Visibility.TREE, by=moved.by_ministry
    )
    _index([*of_post, *of_ministry])


def _index(rows: Iterable[Model]) -> None:
    for some in batched(rows, index.BATCH):
        index.index_rows([row for row in some if isinstance(row, Person | Body | Office)])


posts.AFTER_ATTACHING.append(search_again)
posts.AFTER_PARTING.extend((keep_what_was_used, search_again))
