"""Printed lines as people see them: what stands on one baseline is one row, and rows follow in reading order.

MuPDF gives "1", "Introduction" and "7" of one line of a contents list as three lines, so everything in this package
starts here. On a page that is shown turned, rows are those of the turned page; only `Row.y` stays in page space.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from zzpreader.model.geometry import Rect, Rotation, Size, rotate_rect, turned
from zzpreader.model.lines import PageLines, Span, StyledLine

TOP_OF_COLUMN = 1000.0
"""The gap above a row that has nothing above it in its column, in points."""

_BLANKS = re.compile(r"[\s\u00ad\u200b-\u200f\ufeff\x00-\x1f]+")
_LABEL = re.compile(
    r"^(\W?[\dA-Z]{1,4}([.\-][\dA-Za-z]{1,4})*[.):]?|[IVXLC]+\.?|§+ ?\d+|[^\W\d]{3,12} [\dA-Z]{1,4}[.:]?)$"
)


class Style(Struct, frozen=True, gc=False):
    size: float
    font: str
    bold: bool = False
    italic: bool = False
    colour: int = 0


class Piece(Struct, frozen=True, gc=False):
    """Part of a row with white on both sides."""

    text: str
    box: Rect
    style: Style
    pure: float
    y: float


class Row(Struct, frozen=True, gc=False):
    """`gc=False`: there are a hundred thousand, and none can be part of a cycle.

    Args:
        page: 0-based index.
        style: of most of its letters.
        pure: share of its letters that have that style.
        gap: white above, in points, up to the next row of its column.
        column: 0, or 1 for the right one of two; on a spread the half.
        beside: other rows stand at the same height in its column: a table, as a rule.
        y: top of the row in page space.
        parts: its pieces, if it has several.
    """

    page: int
    text: str
    box: Rect
    style: Style
    pure: float
    gap: float
    column: int
    beside: bool
    y: float
    parts: tuple[Piece, ...] = ()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return self.parts or (Piece(self.text, self.box, self.style, self.pure, self.y),)


def rows_of(index: int, page: PageLines, labels: Sequence[str] = ()) -> list[Row]:
    """The rows of a page in reading order. Cost: about 0.5 ms for a page of running text.

    Args:
        labels: the printed labels of the page, two on a spread; a page number in the margin is a row of its own, also
            where a heading stands beside it.
    """
    spread = len(labels) == 2
    size, lines = upright(page)
    pieces = [piece for line in lines if (piece := _piece(line[0], line[1])).text]
    numbers = [piece for piece in pieces if piece.text in labels and _is_page_number(piece, pieces, size)]
    bands = [_joined(band) for band in _bands([p for p in pieces if p not in numbers])] + [[[p]] for p in numbers]
    gutter = size.width / 2 if spread else _gutter(size, [runs for band in bands for runs in band])
    rows: list[Row] = []
    for band in bands:
        columns = [_column(run, gutter) for run in band]
        rows += [_row(index, run, n, beside=columns.count(n) > 1) for run, n in zip(band, columns, strict=True)]
    return _with_gaps(_in_reading_order(rows, gutter, spread=spread))


def turn_back(page: PageLines) -> Rotation:
    """The turn that sets most of the page's text upright."""
    if not any(line.turn for line in page.lines):
        return 0
    turns: Counter[int] = Counter()
    for line in page.lines:
        turns[line.turn] += sum(len(span.text) for span in line.spans)
    return turned(-(turns.most_common(1)[0][0] if turns else 0))


def upright(page: PageLines) -> tuple[Size, list[tuple[StyledLine, list[Rect]]]]:
    """Size and lines as most of the text reads them, other directions left out; with each line the spans' boxes."""
    back = turn_back(page)
    main = -back % 360
    return page.size.turned(back), [
        (line, [rotate_rect(span.box, page.size, back) if back else span.box for span in line.spans])
        for line in page.lines
        if line.turn == main
    ]


def _piece(line: StyledLine, boxes: Sequence[Rect]) -> Piece:
    first = line.spans[0]
    if len(line.spans) == 1:
        text = _BLANKS.sub(" ", first.text).strip()
        return Piece(text, boxes[0], _style(first), 1.0 if text else 0.0, first.box.top)
    weights: dict[Style, int] = {}
    for span in line.spans:
        style = _style(span)
        weights[style] = weights.get(style, 0) + len(span.text.strip())
    style = max(weights, key=weights.__getitem__)
    text = _BLANKS.sub(" ", _spaced(line.spans, boxes)).strip()
    pure = weights[style] / max(1, sum(weights.values()))
    return Piece(text, _around(boxes), style, pure, min([span.box.top for span in line.spans]))


def _style(span: Span) -> Style:
    return _made_style(span.size, span.font, span.bold, span.italic, span.colour)


@lru_cache(maxsize=1024)
def _made_style(size: float, font: str, bold: bool, italic: bool, colour: int) -> Style:
    """The same one for all that are alike: a publication has few."""
    return Style(round(size * 4) / 4, font, bold, italic, colour)


def _spaced(spans: Sequence[Span], boxes: Sequence[Rect]) -> str:
    text = spans[0].text
    for (before, after), span in zip(pairwise(boxes), spans[1:], strict=True):
        text += (" " if after.left - before.right > 0.15 * span.size else "") + span.text
    return text


def _around(boxes: Sequence[Rect]) -> Rect:
    first = boxes[0]
    if len(boxes) == 1:
        return first
    left, top, right, bottom = first.left, first.top, first.right, first.bottom
    for box in boxes[1:]:
        left, top = min(left, box.left), min(top, box.top)
        right, bottom = max(right, box.right), max(bottom, box.bottom)
    return Rect(left, top, right, bottom)


def _bands(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces that share a baseline, from top to bottom; in each from left to right."""
    bands: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: (p.box.bottom, p.box.left)):
        first = bands[-1][0] if bands else None
        if first and piece.box.bottom - first.box.bottom <= 0.3 * min(piece.style.size, first.style.size):
            bands[-1].append(piece)
        else:
            bands.append([piece])
    for band in bands:
        band.sort(key=lambda p: p.box.left)
    return bands


def _joined(band: Sequence[Piece]) -> list[list[Piece]]:
    """Runs of pieces that belong together: near each other, or a number and what it numbers."""
    runs: list[list[Piece]] = []
    for piece in band:
        if runs:
            gap = piece.box.left - runs[-1][-1].box.right
            size = min(piece.style.size, 18.0)
            numbered = len(runs[-1]) == 1 and _LABEL.match(runs[-1][0].text)
            if gap <= (6 if numbered else 1.5) * size:
                runs[-1].append(piece)
                continue
        runs.append([piece])
    return runs


def _gutter(size: Size, runs: Sequence[Sequence[Piece]]) -> float | None:
    """Where a page of two columns parts, None for a page of one.

    Both columns need text, not just numbers: a contents page has titles left and page numbers right.
    """
    middle = size.width / 2
    left = [r for r in runs if r[-1].box.right <= middle + 12]
    right = [r for r in runs if r[0].box.left >= middle - 12]
    broad = [r for r in right if r[-1].box.right - r[0].box.left > 0.2 * size.width]
    across = len(runs) - len(left) - len(right)
    if min(len(left), len(right)) >= 8 and len(broad) >= 0.5 * len(right) and across <= 0.3 * len(runs):
        return middle
    return None


def _column(run: Sequence[Piece], gutter: float | None) -> int:
    return 1 if gutter is not None and run[0].box.left >= gutter - 12 else 0


def _is_page_number(piece: Piece, pieces: Sequence[Piece], size: Size) -> bool:
    """Whether a printed label is that of the page, rather than the number of a heading, which is set like its words."""
    if 0.13 * size.height < piece.box.centre.y < 0.87 * size.height:
        return False
    beside = [
        one for one in pieces if one is not piece and abs(one.box.bottom - piece.box.bottom) < 0.5 * one.style.size
    ]
    return all(one.style != piece.style for one in beside)


def _row(index: int, run: Sequence[Piece], column: int, *, beside: bool) -> Row:
    """Without its gap."""
    first = run[0]
    if len(run) == 1:
        return Row(index, first.text, first.box, first.style, first.pure, 0.0, column, beside, first.y)
    weights: dict[Style, float] = {}
    for piece in run:
        weights[piece.style] = weights.get(piece.style, 0.0) + len(piece.text) * piece.pure
    style = max(weights, key=weights.__getitem__)
    letters = sum([len(piece.text) for piece in run])
    return Row(
        page=index,
        text=" ".join([piece.text for piece in run]),
        box=_around([piece.box for piece in run]),
        style=style,
        pure=weights[style] / letters,
        gap=0.0,
        column=column,
        beside=beside,
        y=min([piece.y for piece in run]),
        parts=tuple(run),
    )


def _in_reading_order(rows: list[Row], gutter: float | None, *, spread: bool) -> list[Row]:
    """Left before right; a row across both columns ends what stands above it."""
    if gutter is None:
        return sorted(rows, key=lambda row: (row.box.top, row.box.left))
    if spread:
        return sorted(rows, key=lambda row: (row.column, row.box.top, row.box.left))
    ordered: list[Row] = []
    pending: list[Row] = []
    for row in sorted(rows, key=lambda row: row.box.top):
        if row.box.left < gutter - 12 and row.box.right > gutter + 12:
            ordered += sorted(pending, key=lambda r: (r.column, r.box.top, r.box.left))
            ordered.append(row)
            pending = []
        else:
            pending.append(row)
    return ordered + sorted(pending, key=lambda r: (r.column, r.box.top, r.box.left))


def _with_gaps(rows: list[Row]) -> list[Row]:
    above: list[Row | None] = [None, *rows]
    return [replace(row, gap=_gap(before, row)) for before, row in zip(above, rows, strict=False)]


def _gap(above: Row | None, row: Row) -> float:
    if above is None or above.box.top > row.box.top:
        return TOP_OF_COLUMN
    return row.box.top - above.box.bottom
