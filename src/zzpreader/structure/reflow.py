"""From the lines of a page to what is read one after the other: headings, paragraphs, footnotes, figures in place."""

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from zzpreader.model.flow import flows
from zzpreader.model.geometry import Rect
from zzpreader.model.lines import PageLines, Span
from zzpreader.model.paragraphs import BULLET, NUMBER
from zzpreader.model.reflow import MOST_PIECES, Emphasis, PageFlow, Piece, PieceKind
from zzpreader.model.text import PageText
from zzpreader.structure.regions import drawn_regions, unruled_tables
from zzpreader.structure.text import DocumentText

_CAPTION = re.compile(
    r"\s*(figuur|figure|fig\.?|afbeelding|foto|grafiek|kaart|tabel|table|chart|schema|diagram)\s*\d", re.IGNORECASE
)
_NOTE = re.compile(r"\s*(?P<mark>\d{1,3}|[*†‡])[\s.)]*(?=\S)")
_LONGEST_CAPTION, _LONGEST_HEADING = 400, 160
_NOTE_SIZE, _NOTE_FROM = 0.93, 0.45
"""Of the size of running text, and of the height of the page."""

_RAISED = 0.8
_HEADING_SIZES = ((1.8, 1), (1.4, 2), (1.12, 3))
"""Of the size of running text, with the level that they stand for."""


class Seen(NamedTuple):
    """What is known of a page and of those around it.

    Args:
        around: lines of neighbouring pages, this one among them at `at`; what repeats there heads or foots the pages.
        pictures, drawn: boxes of images, and of lines and shapes.
    """

    text: PageText
    around: Sequence[PageLines]
    at: int
    is_spread: bool = False
    pictures: Sequence[Rect] = ()
    drawn: Sequence[Rect] = ()


class _Styled(NamedTuple):
    """What most letters of a line look like; a size of 0 where nothing is known."""

    size: float = 0.0
    bold: bool = False


class _Run(NamedTuple):
    """Lines [first, last] of a page that are read together."""

    first: int
    last: int


def reflow(seen: Seen) -> PageFlow:
    """Cost: some 3 ms for a page of running text."""
    text = seen.text
    page = seen.around[seen.at]
    whole = DocumentText(seen.around, [("", "") if seen.is_spread else ("",)] * len(seen.around))
    running = [whole.rows[n].box for n in whole.on(seen.at) if n in whole.running]
    tables = unruled_tables(page.size, text)
    regions = _apart([*drawn_regions(page.size, seen.pictures, seen.drawn, text), *tables])
    dropped = {n for n, box in enumerate(text.line_boxes) if any(one.contains(box.centre) for one in running)}
    drawn = {n: _region_of(box, regions) for n, box in enumerate(text.line_boxes) if n not in dropped}
    styles, emphasis = _styles(text, [span for line in page.lines for span in line.spans])
    runs = _runs(text, {n for n, region in drawn.items() if region is None})
    pieces = [_piece(text, run, styles, whole.body.size, page.size.height) for run in runs]
    if _is_out_of_order(text, pieces):
        pieces = _in_order_of(text, pieces, [whole.rows[n].box for n in whole.on(seen.at)])
    pieces = _with_pictures(text, pieces, regions, drawn)
    return PageFlow(text, tuple(_with_notes(text, pieces, emphasis)[:MOST_PIECES]), tuple(emphasis))


def _apart(regions: Iterable[Rect]) -> list[Rect]:
    """Regions that share something are one."""
    found: list[Rect] = []
    for region in regions:
        meeting = [one for one in found if one.meets(region)]
        found = [one for one in found if one not in meeting]
        for one in meeting:
            region = region.union(one)  # noqa: PLW2901
        found.append(region)
    return found


def _region_of(box: Rect, regions: Sequence[Rect]) -> int | None:
    return next((n for n, region in enumerate(regions) if region.contains(box.centre)), None)


def _runs(text: PageText, kept: Collection[int]) -> list[_Run]:
    """Paragraphs, without the lines that are not read; where such a line stood the paragraph still goes on."""
    found: list[_Run] = []
    for flow in flows(text):
        lines = [n for n in range(flow.first, flow.last + 1) if n in kept]
        start = 0
        for n in range(1, len(lines) + 1):
            if n == len(lines) or lines[n] != lines[n - 1] + 1:
                found.append(_Run(lines[start], lines[n - 1]))
                start = n
    return found


def _piece(text: PageText, run: _Run, styles: Sequence[_Styled], body: float, height: float) -> Piece:
    start, end = text.lines[run.first].start, text.lines[run.last].end
    words = text.text[start:end]
    size = max((styles[n].size for n in range(run.first, run.last + 1)), default=0.0) / max(body, 1.0)
    bold = all(styles[n].bold for n in range(run.first, run.last + 1))
    if _CAPTION.match(words) and len(words) <= _LONGEST_CAPTION:
        kind = PieceKind.CAPTION
    elif level := _heading_level(words, size, run.last - run.first + 1, bold=bold):
        return Piece(PieceKind.HEADING, start, end, level)
    elif size <= _NOTE_SIZE and _NOTE.match(words) and text.line_boxes[run.first].top > _NOTE_FROM * height:
        kind = PieceKind.NOTE
    elif BULLET.match(words) or NUMBER.match(words):
        kind = PieceKind.ITEM
    else:
        kind = PieceKind.PARAGRAPH
    return Piece(kind, start, end)


def _is_out_of_order(text: PageText, pieces: Sequence[Piece]) -> bool:
    """Whether the content goes back up within a column: then it is not in the order of reading."""
    hulls = [_hull(text, piece) for piece in pieces]
    return any(
        after.bottom <= before.top + 1
        and min(before.right, after.right) - max(before.left, after.left) > 0.5 * min(before.width, after.width)
        for before, after in pairwise(hulls)
    )


def _in_order_of(text: PageText, pieces: Sequence[Piece], rows: Sequence[Rect]) -> list[Piece]:
    """In the order of the rows in which they start."""

    def rank(piece: Piece) -> int:
        start = text.box(piece.start).centre
        return next((n for n, row in enumerate(rows) if row.contains(start, 1.0)), len(rows))

    return sorted(pieces, key=rank)


def _heading_level(words: str, size: float, lines: int, *, bold: bool) -> int:
    """0 for what is none."""
    if len(words) > _LONGEST_HEADING or lines > 4 or not any(map(str.isalpha, words)) or BULLET.match(words):
        return 0
    is_said = words.rstrip().endswith((".", ",", ";", ":"))
    for least, level in _HEADING_SIZES:
        if size >= least and not (is_said and level > 2):
            return level
    return 4 if bold and lines <= 2 and not is_said and size > 0 else 0


def _styles(text: PageText, spans: Sequence[Span]) -> tuple[list[_Styled], list[Emphasis]]:
    """For every line its looks, and where in it something is set in another way; spans are known by their place."""
    by_height: dict[int, list[Span]] = {}
    for span in spans:
        for band in range(int(span.box.top // 8), int(span.box.bottom // 8) + 1):
            by_height.setdefault(band, []).append(span)
    looks: list[_Styled] = []
    found: list[Emphasis] = []
    for line, box in zip(text.lines, text.line_boxes, strict=True):
        near = [span for span in by_height.get(int(box.centre.y // 8), ()) if span.box.meets(box)]
        if line.turn or not near:
            looks.append(_Styled())
            continue
        longest = max(near, key=lambda span: len(span.text))
        letters = sum(len(span.text) for span in near)
        is_bold = sum(len(span.text) for span in near if span.bold) > 0.8 * letters
        looks.append(_Styled(longest.size, is_bold))
        if len(near) > 1 or near[0].italic or near[0].bold:
            found += _emphasis(text, line.start, line.end, near, longest.size, is_bold=is_bold)
    return looks, found


def _emphasis(
    text: PageText, start: int, end: int, spans: Sequence[Span], size: float, *, is_bold: bool
) -> Iterable[Emphasis]:
    found: list[Emphasis] = []
    for offset in range(start, end):
        x = text.box(offset).centre.x
        span = next((one for one in spans if one.box.left <= x <= one.box.right), None)
        if span is None:
            continue
        raised = span.size < _RAISED * size and text.text[offset].isalnum() and len(span.text.strip()) <= 4
        look = Emphasis(offset, offset + 1, bold=span.bold and not is_bold, italic=span.italic, raised=raised)
        if not (look.bold or look.italic or look.raised):
            continue
        if found and found[-1].end >= offset and _looks(found[-1]) == _looks(look):
            look = Emphasis(found.pop().start, offset + 1, look.bold, look.italic, look.raised)
        found.append(look)
    return found


def _looks(one: Emphasis) -> tuple[bool, bool, bool]:
    return one.bold, one.italic, one.raised


def _with_pictures(
    text: PageText, pieces: Sequence[Piece], regions: Sequence[Rect], drawn: dict[int, int | None]
) -> list[Piece]:
    """Each picture where its words stood; one without words behind what stands above it in its column."""
    found = list(pieces)
    for number, region in sorted(enumerate(regions), key=lambda one: (one[1].top, one[1].left)):
        lines = [n for n, inside in drawn.items() if inside == number]
        if lines:
            start, end = text.lines[lines[0]].start, text.lines[lines[-1]].end
            is_together = lines[-1] - lines[0] == len(lines) - 1
            picture = Piece(PieceKind.PICTURE, start, end if is_together else start, box=region)
            at = next((n for n, one in enumerate(found) if one.start >= start and one.box is None), len(found))
        else:
            at, start = _place(text, found, region)
            picture = Piece(PieceKind.PICTURE, start, start, box=region)
        found.insert(at, picture)
    return found


def _place(text: PageText, pieces: Sequence[Piece], region: Rect) -> tuple[int, int]:
    """At which place in the row, and at which code point."""
    at, offset = 0, 0
    for n, piece in enumerate(pieces):
        box = piece.box or _hull(text, piece)
        is_beside = min(box.right, region.right) - max(box.left, region.left) > 0
        if is_beside and box.bottom <= region.top + 0.5 * box.height:
            at, offset = n + 1, piece.end
    return at, offset


def _hull(text: PageText, piece: Piece) -> Rect:
    boxes = [quad.bounds for quad in text.quads(piece.start, piece.end)]
    hull = boxes[0] if boxes else text.box(piece.start)
    for box in boxes[1:]:
        hull = hull.union(box)
    return hull


def _with_notes(text: PageText, pieces: Sequence[Piece], emphasis: Sequence[Emphasis]) -> list[Piece]:
    """Every footnote right behind the paragraph that refers to it; one that nothing refers to stays where it stands."""
    raised = {text.text[one.start : one.end].strip(): one.start for one in reversed(emphasis) if one.raised}
    found: list[Piece] = [piece for piece in pieces if piece.kind is not PieceKind.NOTE]
    for note in reversed([piece for piece in pieces if piece.kind is PieceKind.NOTE]):
        mark = _NOTE.match(text.text, note.start, note.end)
        refers = raised.get(mark["mark"]) if mark else None
        at = next((n for n, one in enumerate(found) if refers is not None and one.start <= refers < one.end), None)
        if at is None:
            at = max((n for n, one in enumerate(found) if one.start < note.start), default=len(found) - 1)
        found.insert(at + 1, note)
    return found
