"""What follows in the directory when an office becomes a post of a ministry, or is one no longer."""

from django.db.models import Q

from chancery.accounts.actions import posts
from chancery.accounts.actions.posts import Moved
from chancery.accounts.models import Organiser
from chancery.directory.actions import index, parting
from chancery.directory.models import Body, Office, Person, Visibility


def search_again(moved: Moved) -> None:
    """Let the people and bodies that the office shows to all posts be found by those of its ministry now."""
    index.index_organiser(moved.post)


def keep_what_was_used(moved: Moved) -> None:
    """
    Copy what each side used of the other, and let what was taken over follow its source no longer.

    The post keeps its copies to itself; those of the ministry are shown to the posts that stay, as the
    originals were.
    """
    ministry = moved.ministry
    tree = Organiser.objects.filter(Q(pk=ministry.pk) | Q(parent=ministry)).exclude(pk=moved.post.pk)
    staying, leaving = set(tree.values_list("pk", flat=True)), {moved.post.pk}
    parting.keep(owners=leaving, of=staying, to=moved.post, visibility=Visibility.OWN, by=moved.by_post)
    parting.stop_following(leaving, staying, by=moved.by_post)
    parting.stop_following(staying, leaving, by=moved.by_ministry)
    kept = parting.keep(
        owners=staying, of=leaving, to=ministry, visibility=Visibility.TREE, by=moved.by_ministry
    )
    index.index_rows([row for row in kept if isinstance(row, Person | Body | Office)])


posts.AFTER_ATTACHING.append(search_again)
posts.AFTER_PARTING.extend((keep_what_was_used, search_again))
