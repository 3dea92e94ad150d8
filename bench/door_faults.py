"""
Hours at the doors with everything that fails, in simulated time: what broke, and how much was tried.

Each evening has six telephones at three doors, sixty parties, and its own seed: messages are lost, late,
doubled and turned round, the network is cut for hours, apps and server are killed at any write, clocks are
wrong, drift and are set, telephones are wiped and sent away. At the end nothing may be lost or counted twice,
and all must agree. A first argument gives the hours (500), a second the first seed.
"""

import sys
from collections import Counter
from pathlib import Path
from time import perf_counter

from support.figures import machine

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.door.simulation.day import Day
from tests.door.simulation.invariants import broken

HOURS = int(sys.argv[1]) if len(sys.argv) > 1 else 500
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else 1
EVENING = 6.0


def main() -> int:
    """Run the evenings one after the other and print what they held; 1 if an invariant broke."""
    print(machine())
    began, seen, found = perf_counter(), Counter[str](), list[str]()
    evenings = max(1, round(HOURS / EVENING))
    for seed in range(SEED, SEED + evenings):
        day = Day(seed, EVENING).run()
        found += broken(day)
        seen.update(counted(day))
    print(
        f"{evenings * EVENING:,.0f} hours simulated in {perf_counter() - began:.0f} s, seeds {SEED} to {seed}"
    )
    for name, count in seen.items():
        print(f"  {name:<42} {count:>10,}")
    print(f"  {'invariants broken':<42} {len(found):>10,}  (limit 0)")
    print("\n".join(found[:20]))
    return int(bool(found))


def counted(day: Day) -> Counter[str]:
    """What happened in one evening."""
    networks = [phone.network for phone in day.phones]
    return Counter(
        {
            "steps": day.world.steps,
            "scans shown as kept": sum(len(phone.acknowledged) for phone in day.phones),
            "scans in the office": len(day.server.all_scans()),
            "scans that came again": day.server.repeats,
            "messages lost": sum(network.lost for network in networks),
            "messages doubled": sum(network.doubled for network in networks),
            "server killed": day.server.kills,
            "apps killed and opened again": sum(phone.runs - 1 for phone in day.phones),
            "clocks set or telephones asleep": day.leaps,
            "telephones wiped or sent away": sum(phone.is_gone for phone in day.phones),
            "scans that went with them, and were told": sum(len(phone.wiped) for phone in day.phones),
            "doubts shown": sum(day.server.came_and_inside(party.code)[2] for party in day.people.parties),
        }
    )


if __name__ == "__main__":
    sys.exit(main())
