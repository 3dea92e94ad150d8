"""Functions that are compiled where they are run: the inner loops of the search."""

from collections.abc import Callable
from typing import cast

import numba


def compiled[F: Callable[..., object]](function: F) -> F:
    """
    Compile a function at its first call and keep the result beside its file.

    The function stays plain Python underneath (`py_func`) and gives the same there: it counts in whole
    numbers only. Other threads may run meanwhile.
    """
    return cast(F, numba.njit(cache=True, nogil=True)(function))
