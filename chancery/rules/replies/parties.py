"""How many a guest may bring."""

from chancery.rules.replies.values import Companions


def most_companions(rule: Companions, *, number: int, invited: int) -> int:
    """
    Return how many companions a guest may bring.

    Units: people beside the guest. `number` bounds the rule of that name, `invited` are the companions that
    the invitation itself counts: whoever was invited by name is never refused by the rule of the event.
    """
    by_rule = {Companions.NONE: 0, Companions.NAMED: 0, Companions.PARTNER: 1, Companions.NUMBER: number}
    return max(by_rule[rule], invited)
