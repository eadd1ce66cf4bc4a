"""Where all pages lie: rows of one leaf or two, one below the other. Pure; a new one is made for every change."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct

from zzpreader.model.geometry import Point, Rotation, turned
from zzpreader.model.pages import Half, Page
from zzpreader.ui.view.leaf import Leaf
from zzpreader.ui.view.rows import Facing, IsSpread, Part, parts_of, printed_count, rows_of
from zzpreader.ui.view.zoom import MOST, MOST_LAYOUT_PX, MOST_PAGE_PX, PX_PER_POINT, Fit, Zoom

GAP_PX = 12
"""Between pages, and around them all."""


class Strip:
    """Rows stacked top to bottom, with a gap before and after each.

    Args:
        heights_px: height of every row, in logical pixels; not empty.
    """

    def __init__(self, heights_px: Sequence[float], gap_px: float = GAP_PX) -> None:
        steps = (height + gap_px for height in heights_px)
        self._tops_px = list(accumulate(steps, initial=float(gap_px)))

    @property
    def height_px(self) -> float:
        return self._tops_px[-1]

    def top_px(self, row: int) -> float:
        return self._tops_px[row]

    def row_at(self, y_px: float) -> int:
        """The row at that height, or in the gap before that height; above the first the first, below the last the last.

        Cost: O(log rows); it runs on every scroll event.
        """
        last = len(self._tops_px) - 2
        return min(max(bisect_right(self._tops_px, y_px) - 1, 0), last)


class View(Struct, frozen=True):
    """What decides a layout beside the pages.

    Args:
        width, height: of the viewport, in logical pixels.
        rotation: the reader's own turn, on top of each page's.
        halves: whether every half of a spread is a leaf of its own.
    """

    width: int
    height: int
    zoom: Zoom = Zoom()
    rotation: Rotation = 0
    facing: Facing = Facing.SINGLE
    halves: bool = False


class Layout:
    """
    Args:
        pages: not empty.

    Cost: O(pages), 50 ms for 10,000, 70 ms in halves; questions are O(log pages).
    """

    def __init__(self, pages: Sequence[Page], view: View, is_spread: IsSpread = lambda _page: False) -> None:
        self._pages = pages
        self.view = view
        self.is_spread = is_spread
        self._parts = parts_of(len(pages), is_spread, halves=view.halves)
        self._index = {part: n for n, part in enumerate(self._parts)}
        self._rows = rows_of(self._parts, view.facing, is_spread)
        self._row_of = [number for number, row in enumerate(self._rows) for _ in row]
        self._sizes = [self._flat(part).turned_part for part in self._parts]
        widths = [sum(self._sizes[n].width for n in row) for row in self._rows]
        heights = [max(self._sizes[n].height for n in row) for row in self._rows]
        printed = [printed_count(self._parts[row.start : row.stop], is_spread) for row in self._rows]
        self._scales = _capped(_scales(widths, heights, printed, view), widths, heights)
        self._strip = Strip([height * scale for height, scale in zip(heights, self._scales, strict=True)])
        gaps = [2 * GAP_PX + self._gutter(row) for row in self._rows]
        wide = (width * scale + gap for width, scale, gap in zip(widths, self._scales, gaps, strict=True))
        self.width = max(view.width, *wide)
        self.height = self._strip.height_px

    @property
    def page_count(self) -> int:
        return len(self._pages)

    @property
    def row_count(self) -> int:
        return len(self._rows)

    def row_of(self, page: int, half: Half | None = None) -> int:
        return self._row_of[self._number(page, half)]

    def parts_of(self, row: int) -> list[Part]:
        """From left to right."""
        return self._parts[self._rows[row].start : self._rows[row].stop]

    def half_at(self, page: int, x: float) -> Half | None:
        """The half on which `x` lies, in points of the unrotated page; None for a page that is no spread."""
        return Half.at(x, self._pages[page].size.width) if self.is_spread(page) else None

    def leaf(self, page: int, half: Half | None = None) -> Leaf:
        """The one that shows the page, or that half of it; without a half the first."""
        return self._leaf(self._number(page, half))

    def leaves_of(self, page: int) -> list[Leaf]:
        first, last = self._number(page, None), self._number(page, Half.RIGHT)
        return [self._leaf(n) for n in range(first, last + 1)]

    def leaves(self, top: float, bottom: float) -> list[Leaf]:
        """All of the rows that lie between the two heights, in order."""
        first, last = self._strip.row_at(top), self._strip.row_at(bottom)
        return [self._leaf(n) for row in range(first, last + 1) for n in self._rows[row]]

    def leaf_at(self, point: Point) -> Leaf:
        """The one at the point, else the nearest of the row at its height."""
        members = [self._leaf(n) for n in self._rows[self._strip.row_at(point.y)]]
        return min(members, key=lambda leaf: max(leaf.left - point.x, point.x - leaf.left - leaf.width, 0.0))

    def _number(self, page: int, half: Half | None) -> int:
        for part in (Part(page, half), Part(page)):
            if (found := self._index.get(part)) is not None:
                return found
        return self._index[Part(page, Half.LEFT)]

    def _leaf(self, number: int) -> Leaf:
        row = self._row_of[number]
        members = self._rows[row]
        scale = self._scales[row]
        width = self._sizes[number].width * scale
        left = (self.width - width) / 2
        if len(members) == 2:
            # Both touch the same spine, also where one is wider.
            away = self._gutter(members) / 2
            left = self._spine(row) + (away if number == members[1] else -away - width)
        return self._flat(self._parts[number], scale, left, self._strip.top_px(row))

    def _flat(self, part: Part, scale: float = 1.0, left: float = 0.0, top: float = 0.0) -> Leaf:
        page = self._pages[part.page]
        rotation = turned(page.rotation + self.view.rotation)
        return Leaf(part.page, page.size, rotation, scale, left, top, part.half)

    def _spine(self, row: int) -> float:
        first, second = (self._sizes[n].width * self._scales[row] for n in self._rows[row])
        return self.width / 2 + (first - second) / 2

    def _gutter(self, row: range) -> float:
        """Between the two of a row; the halves of one spread touch, so that they are the spread again."""
        return 0.0 if len(row) == 1 or self._parts[row.start].half else float(GAP_PX)


def _scales(widths: list[float], heights: list[float], printed: list[int], view: View) -> list[float]:
    """
    Args:
        printed: how many printed pages each row shows.
    """
    if view.zoom.fit is Fit.FREE:
        return [view.zoom.factor * PX_PER_POINT] * len(widths)
    if view.facing is Facing.SINGLE:
        across = [max(view.width - 2 * GAP_PX, 16) / width for width in widths]
    else:
        free_width = max(view.width - 3 * GAP_PX, 16)
        # A page alone in its row, such as a cover, is no larger than it would be in a pair.
        across = [free_width / (width * 2 / count) for width, count in zip(widths, printed, strict=True)]
    if view.zoom.fit is Fit.WIDTH:
        return across
    free_height = max(view.height - 2 * GAP_PX, 16)
    return [min(scale, free_height / height) for scale, height in zip(across, heights, strict=True)]


def _capped(scales: list[float], widths: list[float], heights: list[float]) -> list[float]:
    longest = (max(pair) for pair in zip(widths, heights, strict=True))
    most = MOST * PX_PER_POINT
    capped = [min(scale, most, MOST_PAGE_PX / side) for scale, side in zip(scales, longest, strict=True)]
    total = sum(height * scale for height, scale in zip(heights, capped, strict=True)) + GAP_PX * (len(capped) + 1)
    if total > MOST_LAYOUT_PX:
        capped = [scale * MOST_LAYOUT_PX / total for scale in capped]
    return capped
