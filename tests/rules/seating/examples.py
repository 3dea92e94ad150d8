"""
The examples of seating SE01 to SE31: what is given, what is expected.

Sides, rows and lines are written from the sitters' own left to their own right, rings with each next one at
the right hand of the one before, flags as the public sees them; "-" is an empty seat. "H" is the host, "h"
the co-host, "P" who presides, "GH" the guest of honour, "I" who introduces; "M1" and "W1" are the first man
and the first woman and a couple, "G1" and "S1" a guest with partner.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from chancery.rules.precedence import House
from chancery.rules.seating.plan import Couples, Sex, Sitter, System, Yielding
from chancery.rules.states import Fill, TwoFlags
from tests.rules.seating.built import sitters

HOUSE_GUESTS = """
    id,state,title,taken_up_at
    foreign-minister,RO,Minister of Foreign Affairs,2021
    ambassador,FR,Ambassador,2020
    speaker,RO,President of the Senate,2021
    """
ORDERED = [str(number) for number in range(1, 23)]

# SE01-SE03, SE17-SE21: one row or line of seats, by furniture, guests, settings, expected seats.
LINES: Mapping[str, tuple[Mapping[str, Any], str, Mapping[str, Any], str]] = {
    "SE01": (
        {"kind": "rows", "rows": 2, "seats": 11},
        " ".join(ORDERED),
        {},
        "11 9 7 5 3 1 2 4 6 8 10 22 20 18 16 14 12 13 15 17 19 21",
    ),
    "SE02": (
        {"kind": "rows", "rows": 1, "seats": 7},
        "G1 G2 G3 S1 S2 S3",
        {"couples": Couples.NEXT_NUMBER},
        "- G3 G2 G1 S1 S2 S3",
    ),
    "SE03": ({"kind": "dais", "seats": 5}, "1 2 3 4 5", {}, "5 3 1 2 4"),
    "SE17": ({"kind": "dais", "seats": 3}, "H GH N", {"yielding": Yielding.FREELY}, "H GH N"),
    "SE18": ({"kind": "dais", "seats": 3}, "H P N", {"yielding": Yielding.FORCED}, "N P H"),
    "SE19": ({"kind": "head", "seats": 2}, "A B", {}, "B A"),
    "SE20": ({"kind": "head", "seats": 5}, "P 1 2 3 4", {}, "4 2 P 1 3"),
    "SE21": ({"kind": "head", "seats": 5}, "1 2 P GH I", {}, "2 I P GH 1"),
}

# SE06-SE09: a long table by seats of a side, guests, settings, expected first and second side.
SIDES: Mapping[str, tuple[int, str, Mapping[str, Any], str, str]] = {
    "SE06": (5, "H 1 2 3 4", {"system": System.ONE_PRESIDENCY}, "4 2 H 1 3", "- - - - -"),
    "SE07": (
        7,
        "H GH 1 2 3 4 5 6 7 8 9 10 11 12",
        {"system": System.HONOUR_OPPOSITE},
        "11 7 3 H 1 5 9",
        "12 8 4 GH 2 6 10",
    ),
    "SE08": (5, "H h 1 2 3 4 5 6 7 8", {}, "7 3 H 1 5", "8 4 h 2 6"),
    "SE09": (3, "H h 1 2 3 4", {"system": System.CLOCK}, "2 H 1", "4 h 3"),
}

# SE11-SE14: round tables of couples with women and men in turn, by places, couples and the expected ring.
ROUNDS: Mapping[str, tuple[int, int, str]] = {
    "SE11": (6, 2, "H W1 M2 h M1 W2"),
    "SE12": (10, 4, "H W1 M3 W4 M2 h M1 W3 M4 W2"),
    "SE14": (12, 5, "H W1 M3 W4 M2 h M1 W5 M4 W3 M5 W2"),
}

# SE05, SE24-SE26, SE30, SE31: orders by a profile, as a list of guests, what is said of the act, expected.
ORDERS: Mapping[str, Sequence[tuple[str, str, Mapping[str, Any], str]]] = {
    "SE05": [
        (
            "france-departments",
            """
            id,state,title,host
            regional-council,FR,President of the Regional Council,
            senator,FR,Senator,
            assembly,FR,Member of the National Assembly,
            mayor,FR,Mayor,yes
            prefect,FR,Prefect,
            """,
            {"host_state": "FR"},
            "1 prefect, 2 mayor, 3 assembly, 4 senator, 5 regional-council",
        )
    ],
    "SE24": [
        (
            "diplomatic-corps",
            HOUSE_GUESTS,
            {"host_state": "RO", "house": House.MISSION},
            "1 speaker, 2 foreign-minister, 3 ambassador",
        ),
        (
            "diplomatic-corps",
            HOUSE_GUESTS,
            {"host_state": "RO", "house": House.HEAD_OF_GOVERNMENT},
            "1 ambassador, 2 speaker, 3 foreign-minister",
        ),
    ],
    "SE25": [
        (
            "spain-madrid",
            """
            id,state,title,represents
            charge,FR,Chargé d'affaires,
            under-secretary,ES,Under-Secretary,Minister
            ambassador,IT,Ambassador,
            minister,ES,Minister,
            """,
            {"host_state": "ES"},
            "1 minister, 2 ambassador, 3 under-secretary, 4 charge",
        )
    ],
    "SE26": [
        (
            "spain-madrid",
            "id,state,title,territory\nelsewhere,ES,Mayor,Toledo\nplace,ES,Mayor,Madrid",
            {"host_state": "ES", "places": ("Madrid",)},
            "1 place, 2 elsewhere",
        )
    ],
    "SE30": [
        (
            "conference-united-nations",
            """
            id,state,title
            Maldives,Maldives,Permanent Representative
            Malawi,Malawi,Permanent Representative
            Marshall Islands,Marshall Islands,Permanent Representative
            Malta,Malta,Permanent Representative
            Mali,Mali,Permanent Representative
            Malaysia,Malaysia,Permanent Representative
            """,
            {"first_seat": "Mali"},
            "1 Mali, 2 Malta, 3 Marshall Islands, 4 Malawi, 5 Malaysia, 6 Maldives",
        )
    ],
    "SE31": [
        (
            "summit-time-in-office",
            """
            id,state,title,taken_up_at
            six-months,IT,Prime Minister,1998-10
            since-1989,CZ,President of the Republic,1989-12
            """,
            {},
            "1 since-1989, 2 six-months",
        )
    ],
}

# SE27-SE29: flags by host, others in their order, settings, expected from the public's left.
FLAGS: Mapping[str, Sequence[tuple[str, str, Mapping[str, Any], str]]] = {
    "SE27": [("HOST", "A B C D", {"fill": Fill.CENTRE_OUT}, "C A HOST B D")],
    "SE28": [
        ("HOST", "GUEST", {"two": TwoFlags.OWN_RIGHT}, "GUEST HOST"),
        ("HOST", "GUEST", {"two": TwoFlags.OWN_LEFT}, "HOST GUEST"),
        ("HOST", "GUEST", {"host_state": "JP"}, "GUEST HOST"),
        ("HOST", "GUEST", {"host_state": "US"}, "HOST GUEST"),
    ],
    "SE29": [("HOST", "A B C", {}, "HOST A B C")],
}

# The examples that have a test of their own, because a few words could not hold what is expected.
ALONE = {"SE04", "SE10", "SE13", "SE15", "SE16", "SE22", "SE23"}


def couples(count: int) -> tuple[Sitter, ...]:
    """Host and co-host, and so many couples by rank, each man before his wife."""
    names = ["H", "h", *(f"{letter}{number}" for number in range(1, count + 1) for letter in "MW")]
    facts = {"H": {"sex": Sex.MAN}, "h": {"sex": Sex.WOMAN}}
    for number in range(1, count + 1):
        facts[f"M{number}"] = {"sex": Sex.MAN, "partner": f"W{number}", "place": number}
        facts[f"W{number}"] = {"sex": Sex.WOMAN, "partner": f"M{number}", "place": number}
    return sitters(names, **facts)
