"""The order in which people read the lines of a page, where its content stands in another one.

Mostly the content is in reading order already, and that of tables and boxes nobody knows better than who wrote the
file; so lines are moved in two cases only. On a sheet that shows two printed pages all of the left one comes first.
And columns of running text that were written line beside line are read one column after the other, between whatever
stands across both.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from zzpreader.model.geometry import Rect, Size

_SPREAD_SHAPE = 1.2
"""Width by height of a sheet with two pages, at least."""

_LEAST_LINES = 4
_LONGEST_RUN = 2.5
"""Lines on one side before the other side's turn, on average; a table with more in its cells is left alone."""

_MOST_ACROSS = 0.15
_FULL = 0.7
"""A line of running text fills so much of its column; cells of a table mostly fill less."""

_WIDE = 0.4
_MIDDLE = (0.3, 0.7)
"""Where between the edges of the text the space between two columns is looked for."""


class _Sides(NamedTuple):
    left: list[int]
    right: list[int]
    across: list[int]


def reading_order(boxes: Sequence[Rect], size: Size) -> list[int]:
    """Indices of the lines in the order in which they are read.

    Args:
        boxes: of lines that run from left to right, in the order of the content.
        size: of the page.
    """
    every = list(range(len(boxes)))
    if size.width >= _SPREAD_SHAPE * size.height:
        left, right, across = _split(boxes, every, size.width / 2)
        wide = [n for n in every if boxes[n].width >= _WIDE * size.width / 2]
        if not across and min(len(left), len(right)) >= _LEAST_LINES and 2 * len(wide) >= len(every):
            return [*_by_columns(boxes, left), *_by_columns(boxes, right)]
    return _by_columns(boxes, every)


def _by_columns(boxes: Sequence[Rect], lines: list[int]) -> list[int]:
    gutter = _gutter(boxes, lines)
    if gutter is None:
        return lines
    sides = _split(boxes, lines, gutter)
    if not all(_is_column(boxes, side) for side in sides[:2]) or not _alternate(lines, sides):
        return lines
    ordered: list[int] = []
    waiting: list[int] = []
    left, across = set(sides.left), set(sides.across)
    for line in lines:
        if line in across:
            ordered += [*waiting, line]
            waiting = []
        elif line in left:
            ordered.append(line)
        else:
            waiting.append(line)
    return [*ordered, *waiting]


def _gutter(boxes: Sequence[Rect], lines: list[int]) -> float | None:
    """Where a second column may start: the edge that the fewest lines cross and that has most lines on both sides."""
    if len(lines) < 2 * _LEAST_LINES:
        return None
    start = min(boxes[n].left for n in lines)
    width = max(boxes[n].right for n in lines) - start
    first, last = (start + share * width for share in _MIDDLE)
    edges = {round(boxes[n].left) - 1.0 for n in lines if first < boxes[n].left < last}
    found: list[tuple[int, int, float]] = []
    for edge in edges:
        sides = _split(boxes, lines, edge)
        if len(sides.across) <= _MOST_ACROSS * len(lines):
            found.append((len(sides.across), -min(len(sides.left), len(sides.right)), edge))
    return min(found)[2] if found else None


def _split(boxes: Sequence[Rect], lines: Sequence[int], x: float) -> _Sides:
    sides = _Sides([], [], [])
    for n in lines:
        box = boxes[n]
        (sides.left if box.right <= x else sides.right if box.left >= x else sides.across).append(n)
    return sides


def _is_column(boxes: Sequence[Rect], lines: list[int]) -> bool:
    """Whether most lines fill it, as running text does."""
    if len(lines) < _LEAST_LINES:
        return False
    width = max(boxes[n].right for n in lines) - min(boxes[n].left for n in lines)
    return 2 * sum(boxes[n].width >= _FULL * width for n in lines) >= len(lines)


def _alternate(lines: list[int], sides: _Sides) -> bool:
    """Whether the content goes to and fro between the columns."""
    left, across = set(sides.left), set(sides.across)
    at_left = [n in left for n in lines if n not in across]
    runs = 1 + sum(one != other for one, other in pairwise(at_left))
    return len(at_left) <= _LONGEST_RUN * runs
