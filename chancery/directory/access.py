"""Who may see and change which rows: the office's own, and those its ministry shares (read only)."""

from django.core.exceptions import PermissionDenied
from django.db.models import Model, Q, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from chancery.accounts.access import Office as Seat
from chancery.accounts.models import Organiser, OwnedModel
from chancery.directory.models import Body, Group, Office, Person, Visibility

# Where the visibility of a row is written; a row of any other kind is its owner's alone.
_SHARED: dict[type[Model], str] = {
    Person: "visibility",
    Body: "visibility",
    Group: "visibility",
    Office: "body__visibility",
}


def tree_of(organiser: Organiser) -> int:
    """Return the id of the ministry an organiser belongs to: its parent, or itself."""
    return organiser.parent_id or organiser.pk


def of_tree(organiser: Organiser, to_office: str = "organiser") -> Q:
    """Return the condition on rows of a ministry and all its posts; `to_office` leads to whose a row is."""
    tree = tree_of(organiser)
    return Q(**{to_office: tree}) | Q(**{f"{to_office}__parent": tree})


def shown_in_tree(organiser: Organiser, prefix: str = "", visibility: str = "visibility") -> Q:
    """
    Return the condition on rows that offices of the same ministry show to all its posts.

    `prefix` leads from the model of the query to the row (`person__`), `visibility` to the column from there.
    """
    return Q(**{f"{prefix}{visibility}": Visibility.TREE}) & of_tree(organiser, f"{prefix}organiser")


def readable_by(organiser: Organiser, model: type[Model], prefix: str = "") -> Q:
    """
    Return the condition on rows of `model` that members of `organiser` may read.

    `prefix` leads from the model of the query to `model` (`person__`).
    """
    own = Q(**{f"{prefix}organiser": organiser})
    if model not in _SHARED:
        return own
    return own | shown_in_tree(organiser, prefix, _SHARED[model])


def readable[Row: OwnedModel](office: Seat, model: type[Row]) -> QuerySet[Row]:
    """Return the rows of `model` that the members of an office may read."""
    return model._default_manager.filter(readable_by(office.organiser, model))


def row_for[Row: OwnedModel](office: Seat, model: type[Row], code: str) -> Row:
    """Return a row that may be read. Errors: Http404, also for the rows of others."""
    row = readable(office, model).select_related("organiser").filter(code=code).first()
    if row is None:
        raise Http404
    return row


def own_row_for[Row: OwnedModel](office: Seat, model: type[Row], code: str) -> Row:
    """
    Return a row that may be changed.

    Errors: Http404 for what may not be read; PermissionDenied with the owner's name for what is shared.
    """
    return own(office, row_for(office, model, code))


def own[Row: OwnedModel](office: Seat, row: Row) -> Row:
    """Return a row that may be read, if it may be changed too. Errors: PermissionDenied with its owner."""
    if row.organiser_id != office.organiser.pk:
        raise PermissionDenied(
            _("“%(row)s” belongs to %(owner)s; ask that office to change it.")
            % {"row": row, "owner": row.organiser}
        )
    return row
