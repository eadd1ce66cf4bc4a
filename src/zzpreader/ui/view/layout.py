"""Where all pages lie: rows of one leaf or two, one below the other. Pure; a new one is made for every change."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct

from zzpreader.glance import GAP_PX
from zzpreader.model.geometry import Point, Rotation, turned
from zzpreader.model.pages import Half, Page, Trim
from zzpreader.ui.view.arrangement import Arrangement, RowKind
from zzpreader.ui.view.leaf import Leaf
from zzpreader.ui.view.rows import Facing, IsSpread, Part
from zzpreader.ui.view.zoom import MOST, MOST_LAYOUT_PX, MOST_PAGE_PX, PX_PER_POINT, Fit, Zoom


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
        lent: what the view had in height besides, and gets back soon: no page becomes smaller for it.
        rotation: the reader's own turn, on top of each page's.
        halves: whether every half of a spread is a leaf of its own.
        trim: what margins are left out; None for none.
    """

    width: int
    height: int
    zoom: Zoom = Zoom()
    rotation: Rotation = 0
    facing: Facing = Facing.SINGLE
    halves: bool = False
    trim: Trim | None = None
    lent: int = 0


class Layout:
    """
    Args:
        pages: not empty.
        like: an earlier layout of the same pages; what zoom and window do not change is taken from it.

    Cost: O(pages), 30 ms for 10,000, and 2 ms from an earlier one; questions are O(log pages).
    """

    def __init__(
        self,
        pages: Sequence[Page],
        view: View,
        is_spread: IsSpread = lambda _page: False,
        *,
        like: "Layout | None" = None,
    ) -> None:
        self.view = view
        how = (view.rotation, view.facing, view.halves, view.trim)
        if like and (like.view.rotation, like.view.facing, like.view.halves, like.view.trim) == how:
            self.arranged = like.arranged
        else:
            self.arranged = Arrangement(
                pages, is_spread, rotation=view.rotation, facing=view.facing, halves=view.halves, trim=view.trim
            )
        self._pages, self.is_spread = self.arranged.pages, self.arranged.is_spread
        self._parts, self._rows = self.arranged.parts, self.arranged.rows
        self._row_of, self._sizes = self.arranged.row_of, self.arranged.sizes
        kinds, kind_of_row = self.arranged.kinds, self.arranged.kind_of_row
        scales = _capped(_scales(kinds, view), kinds, self.arranged.rows_of_kind)
        self._scales = [scales[kind] for kind in kind_of_row]
        heights = [kind.height * scale for kind, scale in zip(kinds, scales, strict=True)]
        self._strip = Strip([heights[kind] for kind in kind_of_row])
        wide = (
            kind.width * scale + 2 * GAP_PX + (GAP_PX if kind.has_gutter else 0)
            for kind, scale in zip(kinds, scales, strict=True)
        )
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
            if (found := self.arranged.index.get(part)) is not None:
                return found
        return self.arranged.index[Part(page, Half.LEFT)]

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
        return Leaf(part.page, page.size, rotation, scale, left, top, part.half, self.arranged.crop(part))

    def _spine(self, row: int) -> float:
        first, second = (self._sizes[n].width * self._scales[row] for n in self._rows[row])
        return self.width / 2 + (first - second) / 2

    def _gutter(self, row: range) -> float:
        """Between the two of a row; the halves of one spread touch, so that they are the spread again."""
        return 0.0 if len(row) == 1 or self._parts[row.start].half else float(GAP_PX)


def _scales(kinds: Sequence[RowKind], view: View) -> list[float]:
    if view.zoom.fit is Fit.FREE:
        return [view.zoom.factor * PX_PER_POINT] * len(kinds)
    if view.facing is Facing.SINGLE:
        across = [max(view.width - 2 * GAP_PX, 16) / kind.width for kind in kinds]
    else:
        free_width = max(view.width - 3 * GAP_PX, 16)
        # A page alone in its row, such as a cover, is no larger than it would be in a pair.
        across = [free_width / (kind.width * 2 / kind.printed) for kind in kinds]
    if view.zoom.fit is Fit.WIDTH:
        return across
    free_height = max(view.height + view.lent - 2 * GAP_PX, 16)
    return [min(scale, free_height / kind.height) for scale, kind in zip(across, kinds, strict=True)]


def _capped(scales: list[float], kinds: Sequence[RowKind], rows_of_kind: Sequence[int]) -> list[float]:
    longest = (max(kind.width, kind.height) for kind in kinds)
    most = MOST * PX_PER_POINT
    capped = [min(scale, most, MOST_PAGE_PX / side) for scale, side in zip(scales, longest, strict=True)]
    heights = (kind.height * scale * count for kind, scale, count in zip(kinds, capped, rows_of_kind, strict=True))
    total = sum(heights) + GAP_PX * (sum(rows_of_kind) + 1)
    if total > MOST_LAYOUT_PX:
        capped = [scale * MOST_LAYOUT_PX / total for scale in capped]
    return capped
