"""A document's rows as one text: found by their words, and with what repeats on every page known as such."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from functools import cached_property
from itertools import pairwise

from zzpreader.model.geometry import Size
from zzpreader.model.lines import PageLines
from zzpreader.structure.numbering import split_number
from zzpreader.structure.rows import Row, Style, rows_of, turn_back
from zzpreader.structure.titles import fold

_MARGIN = 0.16
_DIGITS = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)


class DocumentText:
    """
    Args:
        labels: for every page its printed labels, two if it is a spread.

    `rows` are in reading order; `first[n]` is the number of the first row of page n, and it has one item more. `sizes`
    are those of the pages as their text reads.
    """

    def __init__(self, pages: Sequence[PageLines], labels: Sequence[Sequence[str]]) -> None:
        self.rows: list[Row] = []
        self.first = [0]
        self.sizes: list[Size] = []
        for number, page in enumerate(pages):  # once: pages may have to be unpacked
            self.rows += rows_of(number, page, labels[number])
            self.first.append(len(self.rows))
            self.sizes.append(page.size.turned(turn_back(page)))
        self.pages = len(pages)

    def order(self, page: int) -> int:
        """Number of the first row of a page; past the last page that was read still in the order of pages."""
        return self.first[page] if page <= self.pages else self.first[-1] + page - self.pages

    def row_at(self, page: int, y: float) -> int:
        """Number of the first row of a page at height `y` or lower; a heading's row begins a little above its place."""
        rows = self.on(page)
        return next((n for n in rows if self.rows[n].y >= y - 4), rows[-1] if rows else self.order(page))

    def on(self, page: int) -> range:
        """Numbers of the rows of a page."""
        return range(self.first[page], self.first[page + 1]) if 0 <= page < self.pages else range(0)

    @cached_property
    def folded(self) -> list[str]:
        """Of every row its words without number, folded."""
        return [fold(split_number(row.text)[1]) for row in self.rows]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Rows by their folded words."""
        places: dict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(self.folded):
            places[words].append(number)
        return places

    @cached_property
    def body(self) -> Style:
        """The style of most letters."""
        weights: Counter[Style] = Counter()
        for row in self.rows:
            weights[row.style] += len(row.text)
        return weights.most_common(1)[0][0] if weights else Style(10.0, "")

    @cached_property
    def running(self) -> frozenset[int]:
        """Rows that head or foot page after page: the same words, numbers aside, at the same height.

        A row in the margin that is set like them, at their height, is one as well: a chapter of one page has its own.
        """
        seen: dict[tuple[str, int], set[int]] = defaultdict(set)
        outer = [n for n, row in enumerate(self.rows) if self._in_margin(row)]
        masks = {n: self._mask(self.rows[n]) for n in outer}
        for n in outer:
            for height in (-1, 0, 1):
                seen[masks[n], round(self.rows[n].box.top / 3) + height].add(self.rows[n].page)
        enough = 3 if self.pages > 5 else 2
        repeated = {key for key, pages in seen.items() if len(pages) >= enough and _in_a_row(pages)}
        running = {n for n in outer if (masks[n], round(self.rows[n].box.top / 3)) in repeated}
        alike = Counter((self.rows[n].style, round(self.rows[n].box.top / 3)) for n in running)
        return frozenset(
            running | {n for n in outer if alike[self.rows[n].style, round(self.rows[n].box.top / 3)] >= 6}
        )

    def _mask(self, row: Row) -> str:
        """What must be the same to be a running head; large type is that of headings: "Les 1" and "Les 2" differ."""
        said = row.text.casefold()
        return said if row.style.size > 1.15 * self.body.size else _DIGITS.sub("#", said)

    def _in_margin(self, row: Row) -> bool:
        height = self.sizes[row.page].height
        return row.box.bottom < _MARGIN * height or row.box.top > (1 - _MARGIN) * height


def _in_a_row(pages: Collection[int]) -> bool:
    """Whether most of the pages follow each other, or every other; "Chapter 1", "Chapter 2" head single pages."""
    steps = [after - before for before, after in pairwise(sorted(pages))]
    return sum(step <= 2 for step in steps) >= 0.5 * len(steps)
