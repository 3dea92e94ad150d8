"""What follows in the directory when an office becomes a post of a ministry, or is one no longer."""

from chancery.accounts.actions import posts
from chancery.accounts.actions.posts import Moved
from chancery.directory.actions import index


def search_again(moved: Moved) -> None:
    """Let the people and bodies that the office shows to all posts be found by those of its ministry now."""
    index.index_organiser(moved.post)


posts.AFTER_ATTACHING.append(search_again)
posts.AFTER_PARTING.append(search_again)
