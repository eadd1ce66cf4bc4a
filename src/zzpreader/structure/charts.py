"""Bars of a chart that stand apart, without a frame or an axis: by where they stand they are one figure."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from zzpreader.model.geometry import Rect, bounds
from zzpreader.model.text import PageText

_LEAST_BARS = 3
_MOST_CHARTS = 20
_ON_ONE_LINE = 2.0
"""Points by which the feet of bars may differ."""

_THINNEST, _THICKEST = 4.0, 80.0
"""What is thinner is a rule, or the line below words; what is thicker, a figure."""

_AS_THICK = 1.5
_GAP = 2.5
"""Between two neighbours, in thicknesses; groups of bars stand further apart than bars."""

_OF_WORDS = 0.3
"""Of the area of a bar: where words take so much, it is their ground. A number in a bar is smaller."""

_LABEL_LETTERS = 18
_BELOW, _BESIDE = 1.3, 8.0
"""Heights of a label that it is away from the bars, at most; beside lying bars short words stand far from theirs."""


class _Bar(NamedTuple):
    """A shape as one of a chart: how far its foot is, and from where to where it is on the axis."""

    foot: float
    start: float
    end: float
    length: float
    box: Rect

    @property
    def thickness(self) -> float:
        return self.end - self.start


def bar_charts(shapes: Sequence[Rect], text: PageText) -> list[Rect]:
    """With the short words below, beside or above the bars."""
    found: list[Rect] = []
    for turn, away, most in ((_standing, _away_down, _BELOW), (_lying, _away_aside, _BESIDE)):
        rows = _rows([bar for box in shapes if _THINNEST <= (bar := turn(box)).thickness <= _THICKEST])
        for row in islice(rows, _MOST_CHARTS):
            hull = bounds(bar.box for bar in row)
            if any(not _is_short(text, n) and hull.contains(box.centre) for n, box in enumerate(text.line_boxes)):
                continue
            if 2 * sum(_is_ground(bar.box, text) for bar in row) >= len(row):
                continue  # of words, line by line
            labels = (
                box
                for n, box in enumerate(text.line_boxes)
                if _is_short(text, n) and away(box, hull) <= most * box.height and _is_at_one(turn(box), row)
            )
            found.append(bounds([hull, *labels]))
    return found


def _standing(box: Rect) -> _Bar:
    return _Bar(box.bottom, box.left, box.right, box.height, box)


def _lying(box: Rect) -> _Bar:
    return _Bar(box.left, box.top, box.bottom, box.width, box)


def _rows(bars: Sequence[_Bar]) -> Iterator[list[_Bar]]:
    """Those with their feet on one line, alike in thickness and near each other, of more than one length."""
    for line in _runs(sorted(bars), lambda one, next_: next_.foot - one.foot <= _ON_ONE_LINE):
        for row in _runs(sorted(line, key=lambda bar: bar.start), _are_neighbours):
            lengths = [bar.length for bar in row]
            if len(row) >= _LEAST_BARS and max(lengths) - min(lengths) > _ON_ONE_LINE:
                yield row


def _are_neighbours(one: _Bar, other: _Bar) -> bool:
    thin, thick = sorted((one.thickness, other.thickness))
    return thick <= _AS_THICK * thin and 0 <= other.start - one.end <= _GAP * thick


def _runs(bars: Sequence[_Bar], goes_on: Callable[[_Bar, _Bar], bool]) -> Iterator[list[_Bar]]:
    run = list(bars[:1])
    for one, other in pairwise(bars):
        if not goes_on(one, other):
            yield run
            run = []
        run.append(other)
    if run:
        yield run


def _is_ground(bar: Rect, text: PageText) -> bool:
    return any(box.shared(bar) >= _OF_WORDS * bar.width * bar.height for box in text.line_boxes)


def _is_short(text: PageText, line: int) -> bool:
    return text.lines[line].end - text.lines[line].start <= _LABEL_LETTERS


def _is_at_one(label: _Bar, row: Sequence[_Bar]) -> bool:
    middle = (label.start + label.end) / 2
    return any(bar.start - bar.thickness / 2 <= middle <= bar.end + bar.thickness / 2 for bar in row)


def _away_down(label: Rect, bars: Rect) -> float:
    return max(label.top - bars.bottom, bars.top - label.bottom)


def _away_aside(label: Rect, bars: Rect) -> float:
    return max(label.left - bars.right, bars.left - label.right)
