"""Words that mean something to somebody who takes them for more than words."""

from itertools import cycle

MARK = "zqx"
"""Stands in every hostile word; nothing of ours holds it."""

ELSEWHERE = "zqx.example"
COUNTED = "zqx14"
"""What a template engine makes of the words."""

ALL_AT_ONCE = (
    f"""{MARK}"'><script>{MARK}()</script><img src={MARK} onerror={MARK}()>"""
    f"{MARK}{{{{7|add:7}}}}{{%{MARK}%}}%({MARK})s%s{{{MARK}}}{{0}}"
)
SHORT = f"""{MARK}"'><b {MARK}>{{{{7}}}}%s"""

# What goes into rows, one after the other: each field meets each in time.
KEPT = (
    ALL_AT_ONCE,
    f"""{MARK}</title></textarea></script></style><svg onload={MARK}()>""",
    f"=cmd|'/c {MARK}'!A1",
    f"javascript:{MARK}()//\"' onclick={MARK}()",
    f"//{ELSEWHERE}/{MARK}?a=1&b=%00#<i>",
    f'{MARK} #import "/etc/passwd": * $x$ *bold* _it_ @ref <label> `raw` \\ https://{ELSEWHERE}/x',
    f"{MARK}\r\nBcc: evil@{ELSEWHERE}\r\n\r\nBEGIN:VCARD\r\nSUMMARY:{MARK}",
    f"\u202e{MARK}\u2066\u200b\u200d\ufeff\u0301\u0301\U0001f469\u200d\U0001f469\u200d\U0001f467",
    f"'; DROP TABLE {MARK}; -- %s %(x)s {{}} ../../{MARK}",
    f"]]>&{MARK};<!--{MARK}--><![CDATA[{MARK}\u2028\u2029\x0b",
)

# What is sent in forms besides: nothing of it can be kept.
SENT = (
    *KEPT,
    f"{MARK}\0{MARK}",
    f"{MARK}\ud800\udfff",
    f"{MARK} " + "x" * 10_000,
    "-1",
    "99999999999999999999999",
    "1e400",
    "0000-00-00",
    "../../../../etc/passwd",
    "\u0661\u0662\u00b2",
)


def kept_words() -> "cycle[str]":
    """The hostile words for rows, one after the other."""
    return cycle(KEPT)
