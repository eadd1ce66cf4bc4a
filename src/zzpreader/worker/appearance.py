"""How marks look in a copy of the PDF: content streams (ISO 32000-2, 8.5), so that every program draws them alike.

All is worked out in page space and written in the user space of the page.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import starmap
from typing import NamedTuple

from zzpreader.model.annotation import Kind
from zzpreader.model.geometry import Point, Quad, Rect, bounds
from zzpreader.model.inscribed import Inscribed
from zzpreader.worker.syntax import number

ICON = 18.0
"""Points; the width and height of what stands for a note."""

_FRAME = 1.5
_STRUCK, _UNDER = 0.45, 0.06
"""Where a line lies, as a share of the height of the letters."""

_MOST_TEETH = 2000
_BUBBLE = ((1, 2), (17, 2), (17, 13), (9, 13), (5, 17), (5, 13), (1, 13))
_SHEET = ((3, 1), (12, 1), (16, 5), (16, 17), (3, 17))
_RIBBON = ((5, 1), (13, 1), (13, 17), (9, 13), (5, 17))
_LINES = {
    Kind.NOTE: (((4, 6), (14, 6)), ((4, 9), (11, 9))),
    Kind.SHEET: (((12, 1), (12, 5)), ((12, 5), (16, 5)), ((6, 9), (13, 9)), ((6, 12), (13, 12))),
}
_OUTLINES = {Kind.NOTE: _BUBBLE, Kind.SHEET: _SHEET, Kind.BOOKMARK: _RIBBON}

Way = Callable[[Point], Point]
"""From page space to the user space of the page."""


class Look(NamedTuple):
    """
    Args:
        box: in page space, around all that is drawn.
        content: PDF operators.
        blends: it lies on the page as the ink of a marker does.
        is_icon: it is drawn in a space of its own, from 0, 0 to `ICON`, `ICON`, and not in that of the page. MuPDF
            misplaces what stands for a note otherwise.
    """

    box: Rect
    content: bytes
    blends: bool = False
    is_icon: bool = False


def look_of(mark: Inscribed, to_user: Way) -> Look:
    match mark.kind:
        case Kind.HIGHLIGHT:
            shapes = " ".join(
                _path((quad.upper_left, quad.upper_right, quad.lower_right, quad.lower_left), to_user)
                for quad in mark.quads
            )
            return Look(_around(mark.quads), f"/Marker gs {_ink(mark.fill, 'rg')} {shapes} f".encode(), blends=True)
        case Kind.UNDERLINE | Kind.STRIKEOUT | Kind.SQUIGGLY:
            return _lines(mark, to_user)
        case Kind.AREA:
            box = _around(mark.quads)
            inner = Rect(box.left + _FRAME / 2, box.top + _FRAME / 2, box.right - _FRAME / 2, box.bottom - _FRAME / 2)
            path = _path(_corners(inner), to_user)
            width = number(_FRAME * _scale(to_user))
            return Look(box, f"{_ink(mark.edge, 'RG')} {width} w {path} S".encode())
        case _:
            return _icon(mark)


def _lines(mark: Inscribed, to_user: Way) -> Look:
    share = _STRUCK if mark.kind is Kind.STRIKEOUT else _UNDER
    strokes: list[str] = []
    for quad in mark.quads:
        start, end = (
            _between(quad.lower_left, quad.upper_left, share),
            _between(quad.lower_right, quad.upper_right, share),
        )
        points = _wave(start, end, 1.4) if mark.kind is Kind.SQUIGGLY else (start, end)
        strokes.append(_path(points, to_user, closed=False))
    around, width = _around(mark.quads), number(1.1 * _scale(to_user))
    box = Rect(around.left - 1, around.top - 1, around.right + 1, around.bottom + 1)
    return Look(box, f"{_ink(mark.edge, 'RG')} {width} w {' '.join(strokes)} S".encode())


def _icon(mark: Inscribed) -> Look:
    """Its upper left corner is the spot; programs turn it about that corner, so that it stands upright."""
    outline = _path(list(starmap(Point, _OUTLINES[mark.kind])), _upwards)
    lines = [_path(list(starmap(Point, line)), _upwards, closed=False) for line in _LINES.get(mark.kind, ())]
    inks = f"{_ink(mark.fill, 'rg')} {_ink(mark.edge, 'RG')} 1 w 1 j"
    spot = mark.quads[0].upper_left
    box = Rect(spot.x, spot.y, spot.x + ICON, spot.y + ICON)
    return Look(box, f"{inks} {outline} B {' '.join(lines)}{' S' if lines else ''}".encode(), is_icon=True)


def _upwards(point: Point) -> Point:
    return Point(point.x, ICON - point.y)


def _wave(start: Point, end: Point, height: float) -> Sequence[Point]:
    """A zigzag from one point to the other."""
    along = Point(end.x - start.x, end.y - start.y)
    length = (along.x**2 + along.y**2) ** 0.5
    if length < 1:
        return start, end
    across = Point(-along.y / length * height, along.x / length * height)
    teeth = min(max(int(length / (2 * height)), 1), _MOST_TEETH) * 2
    return [
        Point(
            start.x + along.x * n / teeth + across.x * (0.5 if n % 2 else -0.5),
            start.y + along.y * n / teeth + across.y * (0.5 if n % 2 else -0.5),
        )
        for n in range(teeth + 1)
    ]


def _between(low: Point, high: Point, share: float) -> Point:
    return Point(low.x + (high.x - low.x) * share, low.y + (high.y - low.y) * share)


def _around(quads: Iterable[Quad]) -> Rect:
    return bounds(quad.bounds for quad in quads)


def _corners(box: Rect) -> Sequence[Point]:
    return (
        Point(box.left, box.top),
        Point(box.right, box.top),
        Point(box.right, box.bottom),
        Point(box.left, box.bottom),
    )


def _scale(to_user: Way) -> float:
    """Units of user space a point: not 1 on a page with UserUnit."""
    here, there = to_user(Point(0, 0)), to_user(Point(1, 0))
    return ((there.x - here.x) ** 2 + (there.y - here.y) ** 2) ** 0.5


def _path(points: Sequence[Point], to_user: Way, *, closed: bool = True) -> str:
    steps = [to_user(point) for point in points]
    first, *rest = (f"{number(step.x)} {number(step.y)}" for step in steps)
    return " ".join((f"{first} m", *(f"{one} l" for one in rest), *(["h"] if closed else [])))


def _ink(shade: str, operator: str) -> str:
    return f"{' '.join(number(part) for part in parts_of(shade))} {operator}"


def parts_of(shade: str) -> tuple[float, float, float]:
    """ "#rrggbb" as red, green and blue from 0 to 1."""
    red, green, blue = (int(shade[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return red, green, blue
