"""What stands beside what and how large it is in points: all of a layout in which zoom and window have no say. Pure."""

from collections.abc import Sequence
from typing import NamedTuple

from zzpreader.model.geometry import Rect, Rotation, Size, turned
from zzpreader.model.pages import Half, Page, Trim
from zzpreader.ui.view.leaf import Leaf
from zzpreader.ui.view.rows import Facing, IsSpread, Part, parts_of, printed_count, rows_of


class RowKind(NamedTuple):
    """What rows that look alike have in common.

    Args:
        width, height: in points, without gaps.
        printed: how many printed pages such a row shows.
        has_gutter: two pages with a gap between them; the halves of one spread touch.
    """

    width: float
    height: float
    printed: int
    has_gutter: bool


class Arrangement:
    """
    Args:
        rotation: the reader's own turn.
        trim: what margins are left out; None for none.

    Cost: O(pages), 25 ms for 10,000. Publications have few kinds of rows, so zooming costs next to nothing.
    """

    def __init__(
        self,
        pages: Sequence[Page],
        is_spread: IsSpread,
        *,
        rotation: Rotation,
        facing: Facing,
        halves: bool,
        trim: Trim | None = None,
    ) -> None:
        self.pages = tuple(pages)  # sizes come in later, and then another arrangement is made
        self.is_spread = is_spread
        self.rotation = rotation
        self.trim = trim
        self.parts = parts_of(len(pages), is_spread, halves=halves)
        self.index = {part: n for n, part in enumerate(self.parts)}
        self.rows = rows_of(self.parts, facing, is_spread)
        self.row_of = [number for number, row in enumerate(self.rows) for _ in row]
        self._shown: dict[tuple[float, float, int, Half | None, Rect | None], Rect] = {}
        self.sizes = [self._size(part) for part in self.parts]
        numbers: dict[RowKind, int] = {}
        self.kind_of_row = [numbers.setdefault(self._kind(row), len(numbers)) for row in self.rows]
        self.kinds = list(numbers)
        self.rows_of_kind = [0] * len(numbers)
        for kind in self.kind_of_row:
            self.rows_of_kind[kind] += 1

    def crop(self, part: Part) -> Rect | None:
        """What is shown of the page, in page space; None where nothing is left out."""
        return self.trim.box(self.pages[part.page], part.page, part.half) if self.trim else None

    def _size(self, part: Part) -> Rect:
        """What is shown of the page as it is turned; pages of one size share it."""
        page = self.pages[part.page]
        crop = self.crop(part)
        key = page.size.width, page.size.height, page.rotation, part.half, crop
        if key not in self._shown:
            rotation = turned(page.rotation + self.rotation)
            self._shown[key] = Leaf(part.page, Size(*key[:2]), rotation, 1.0, 0.0, 0.0, part.half, crop).turned_part
        return self._shown[key]

    def _kind(self, row: range) -> RowKind:
        first = row.start
        if len(row) == 1:
            only = self.sizes[first]
            return RowKind(
                only.width, only.height, printed_count([self.parts[first]], self.is_spread), has_gutter=False
            )
        sizes = [self.sizes[n] for n in row]
        return RowKind(
            sum(size.width for size in sizes),
            max(size.height for size in sizes),
            printed_count(self.parts[first : row.stop], self.is_spread),
            has_gutter=self.parts[first].half is None,
        )
