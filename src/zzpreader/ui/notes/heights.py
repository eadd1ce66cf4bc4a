"""Heights of many rows of which only those in sight have been measured. Pure."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Heights:
    """Rows stacked top to bottom; a row is estimated until it is measured. All in pixels."""

    def __init__(self) -> None:
        self._heights: list[int] = []
        self._measured: list[bool] = []
        self._tops: list[int] | None = None

    def __len__(self) -> int:
        return len(self._heights)

    def insert(self, row: int, estimates: Iterable[int]) -> None:
        come = list(estimates)
        self._heights[row:row] = come
        self._measured[row:row] = [False] * len(come)
        self._tops = None

    def remove(self, first: int, last: int) -> None:
        """Both included."""
        del self._heights[first : last + 1]
        del self._measured[first : last + 1]
        self._tops = None

    def forget(self, row: int) -> None:
        """It has to be measured again."""
        self._measured[row] = False

    def is_measured(self, row: int) -> bool:
        return self._measured[row]

    def measure(self, row: int, height: int) -> int:
        """What it really is; returns by how much it is higher than was thought."""
        more = height - self._heights[row]
        self._measured[row] = True
        if more:
            self._heights[row] = height
            self._tops = None
        return more

    def height(self, row: int) -> int:
        return self._heights[row]

    def top(self, row: int) -> int:
        """Cost: O(1), and O(rows) once after a change: 0.3 ms for ten thousand."""
        return self._all_tops[row]

    @property
    def total(self) -> int:
        return self._all_tops[-1]

    def row_at(self, y: int) -> int:
        """The row at height `y`, -1 above the first and below the last."""
        row = bisect_right(self._all_tops, y) - 1
        return row if 0 <= row < len(self._heights) else -1

    @property
    def _all_tops(self) -> list[int]:
        if self._tops is None:
            self._tops = list(accumulate(self._heights, initial=0))
        return self._tops
