"""What a search leaves with the plan says nothing of who is kept apart (R79)."""

from chancery.rules.seating.plan import Solution
from chancery.seating.jobs.search import told


def test_outcome_names_a_conflict_without_the_pair_in_it() -> None:
    solution = Solution({}, 0, conflicts=(("house:couple-table", "apart:abc.0"),))

    assert told(solution, 1)["conflicts"] == [["house:couple-table", "wish-of-the-office"]]
