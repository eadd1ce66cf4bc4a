"""What the reader said of publications in the library, to be undone and said again."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from zzpreader.program.steps import Steps
from zzpreader.store.library import Entry

Put = Callable[[Sequence[Entry]], object]


class Said(NamedTuple):
    """The same publications before and after."""

    before: Sequence[Entry]
    after: Sequence[Entry]


class SaidSteps(Steps[Said]):
    """
    Args:
        put: writes what the reader says in these into the library.
    """

    def __init__(self, put: Put) -> None:
        super().__init__()
        self._put = put

    def _take_back(self, step: Said) -> None:
        self._put(step.before)

    def _do_again(self, step: Said) -> None:
        self._put(step.after)
