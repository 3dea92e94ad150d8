"""How long an item may last, told to the speaker and the caller while it runs."""


def allowed_length(
    *, given: int | None, least: int | None, projected: int | None, late: int = 0
) -> int | None:
    """
    Return what an item was given, or what the fixed times leave it of that; overrunning makes it no longer.

    Shape: None where neither its length nor its projection is known.
    Units: seconds. `late` is by how much the first fixed time in danger is missed while the item runs, 0 when
    none is: so much it has taken beyond what was left to it. An elastic item gives way to its `least`.
    Source: R95.
    """
    if given is None or projected is None:
        return projected if given is None else given
    left = max(given if least is None else least, projected - late)
    return min(given, projected, left)
