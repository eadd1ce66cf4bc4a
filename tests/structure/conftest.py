"""Pages made of plain values, as `read_lines` would give them."""

from collections.abc import Iterable

import pytest

from zzpreader.model.geometry import Rect, Size
from zzpreader.model.lines import PageLines, Span, StyledLine


class Paper:
    """Writes lines on pages of one size, top to bottom; every method gives lines, `page` makes a page of them."""

    width, height = 595.0, 842.0

    def line(self, text, top, left=70.0, *, size=10.0, bold=False, italic=False, font="Serif", colour=0, turn=0):
        right = left + 0.5 * size * len(text)
        box = Rect(left, top, right, top + 1.2 * size)
        return StyledLine((Span(text, box, size, font, bold, italic, colour),), block=0, turn=turn)

    def page(self, *lines, size=None) -> PageLines:
        return PageLines(size or Size(self.width, self.height), tuple(self._flat(lines)))

    def body(self, top, rows=6, left=70.0):
        """A paragraph, leading 14 points."""
        return [
            self.line("De gemeente merkt dat het werk van velen verandert en leert daarvan.", top + 14 * n, left)
            for n in range(rows)
        ]

    def number(self, label, *, top=800.0, left=290.0):
        return self.line(str(label), top, left)

    def _flat(self, lines) -> Iterable[StyledLine]:
        for one in lines:
            if isinstance(one, StyledLine):
                yield one
            else:
                yield from self._flat(one)


@pytest.fixture
def paper() -> Paper:
    return Paper()
