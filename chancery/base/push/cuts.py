"""What each kind of reader is told of a message, made once for all of that kind."""

import json
import logging
from functools import lru_cache

from chancery.base.push.news import News, as_text
from chancery.base.push.streams import Cut

log = logging.getLogger(__name__)


def text_for(news: News, cut: Cut | None) -> str:
    """
    Return the message as this kind of reader may know it, as JSON; empty where it is not told.

    One that the cut cannot read is logged once and left out, so that the stream goes on with the next.
    """
    return news.text if cut is None else _cut(news, cut)


@lru_cache(maxsize=64)
def _cut(news: News, cut: Cut) -> str:
    try:
        left = cut(json.loads(news.text))
        return "" if left is None else as_text(left)
    except (LookupError, TypeError, ValueError, AttributeError) as fault:
        log.error("News on %s cannot be cut (%s); they are left out.", news.channel, type(fault).__name__)
        return ""
