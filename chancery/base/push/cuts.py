"""What each kind of reader is told of a message, made once for all of that kind."""

import json
from functools import lru_cache

from chancery.base.push.news import News, as_text
from chancery.base.push.streams import Cut


def text_for(news: News, cut: Cut | None) -> str:
    """Return the message as this kind of reader may know it, as JSON; empty where it is not told."""
    return news.text if cut is None else _cut(news, cut)


@lru_cache(maxsize=64)
def _cut(news: News, cut: Cut) -> str:
    left = cut(json.loads(news.text))
    return "" if left is None else as_text(left)
