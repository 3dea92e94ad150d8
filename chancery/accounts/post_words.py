"""What belonging to a ministry means, in sentences."""

from django.utils.translation import gettext as _

from chancery.accounts.actions.posts import CannotBeAPost, HasPosts, IsAPost, MinistryIsAPost


def refusal_in_words(refusal: CannotBeAPost) -> str:
    """Say in one sentence why two offices cannot be ministry and post."""
    match refusal:
        case IsAPost():
            return _("This office is a post of a ministry already; it has to leave that one first.")
        case HasPosts():
            return _("This office has posts of its own; release them first, for a post has none.")
        case MinistryIsAPost():
            return _("The ministry is a post itself by now, and a post has no posts.")
        case _:
            return _("An office cannot be a post of itself.")


def sentences_of_parting() -> list[str]:
    """What becomes of what two offices shared, one line each."""
    return [
        _("Each side reads only its own people, bodies and campaigns from then on."),
        _(
            "What the events of one side name of the other (people, bodies, occasions, campaigns) is copied "
            "into its own books as it stands today: no guest list and no record loses a name."
        ),
        _(
            "Texts, wordings, films and exhibitions that were taken over stay, marked with where they came "
            "from; they no longer follow their source."
        ),
        _(
            "The sums of the ministry are counted again without the post, its campaigns without its events; "
            "reports that were released stay as they are."
        ),
        _("Nobody can undo this alone: to join again takes an invitation that is accepted."),
    ]
