"""Selecting text: what the pointer means, the words, sentences and paragraphs around it, and how a selection grows.

All of it follows the order of `PageText`, so a selection in one column does not take the other one along.
"""

import re
from enum import Enum

from msgspec import Struct

from zzpreader.model.geometry import Point, Rect
from zzpreader.model.text import Line, PageText

PAGE_END = 2**31
"""Stands for the end of a page whose text is not known yet."""

_WORD = re.compile(r"[\w\u00ad]+(?:['’‘ʼ.,:@/-][\w\u00ad]+)*")
_BROKEN_WORD = re.compile(r"[\w\u00ad](?P<hyphen>[-\u2010\u00ad])\n(?=[a-zà-öø-ÿ])")
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)\]»]*\s+(?=[\"'“‘(\[«]*[A-ZÀ-ÖØ-Þ0-9])")


class Position(Struct, frozen=True, order=True):
    """A gap between two code points; `offset` counts those of the page's text before it."""

    page: int
    offset: int


class Unit(Enum):
    """What a click, or a key, takes at once."""

    CHARACTER = 1
    WORD = 2
    SENTENCE = 3
    PARAGRAPH = 4


class Span(Struct, frozen=True):
    """From `start` up to `end`; both on any page, `start` never after `end`."""

    start: Position
    end: Position

    def on(self, page: int) -> tuple[int, int]:
        """The code points [start, end) that it covers on `page`; equal numbers for none."""
        if not self.start.page <= page <= self.end.page:
            return 0, 0
        first = self.start.offset if page == self.start.page else 0
        return first, self.end.offset if page == self.end.page else PAGE_END


class Selection(Struct, frozen=True):
    """A selection with the end that stays and the end that moves.

    Args:
        anchor: what the first click took; it stays selected whichever way the other end goes.
        focus: what lies at the end that moves.
    """

    anchor: Span
    focus: Span

    @property
    def span(self) -> Span:
        return Span(min(self.anchor.start, self.focus.start), max(self.anchor.end, self.focus.end))

    @property
    def is_empty(self) -> bool:
        return self.span.start == self.span.end

    @property
    def caret(self) -> Position:
        """Where the moving end stands."""
        return self.focus.start if self.focus.start < self.anchor.start else self.focus.end


def offset_at(text: PageText, point: Point) -> int | None:
    """The gap between code points that lies nearest to `point`; None on a page without text.

    The nearer side of the code point under the pointer counts.
    """
    line = _nearest_line(text, point)
    return None if line is None else _offset_in(text, line, point)


def is_over_text(text: PageText, point: Point, slack: float = 2.0) -> bool:
    """Whether the pointer is on a line of text, at most `slack` points beside it."""
    return any(box.contains(point, slack) for box in text.line_boxes)


def unit_at(text: PageText, offset: int, unit: Unit) -> tuple[int, int]:
    """The word, sentence or paragraph around the code point at `offset`; for a character nothing but the gap."""
    match unit:
        case Unit.CHARACTER:
            return offset, offset
        case Unit.WORD:
            return _word_at(text, offset)
        case Unit.SENTENCE:
            return _sentence_at(text, offset)
        case Unit.PARAGRAPH:
            return paragraph_at(text, offset)


def paragraph_at(text: PageText, offset: int) -> tuple[int, int]:
    """The block of lines around `offset`."""
    line = _line_of(text, offset)
    if line is None:
        return offset, offset
    block = [other for other in text.lines if other.block == line.block]
    return block[0].start, block[-1].end


def step(text: PageText, offset: int, unit: Unit, forward: bool) -> int | None:
    """The next gap in that direction; None where the page ends."""
    content = text.text
    if unit is Unit.CHARACTER:
        offset += 1 if forward else -1
        if forward and 0 < offset < len(content) and content[offset - 1] == "\n":
            offset += 1
    elif forward:
        found = next((word for word in _words(content) if word[1] > offset), None)
        offset = found[1] if found else len(content) + 1
    else:
        starts = [word[0] for word in _words(content) if word[0] < offset]
        offset = starts[-1] if starts else -1
    return offset if 0 <= offset <= len(content.rstrip("\n")) else None


def line_step(text: PageText, offset: int, down: bool) -> int | None:
    """The gap on the next line in reading order that lies below (or above) `offset`; None where the page ends."""
    line = _line_of(text, offset)
    if line is None:
        return None
    index = text.lines.index(line) + (1 if down else -1)
    if not 0 <= index < len(text.lines):
        return None
    at = min(max(offset, line.start), line.end - 1)
    here = text.box(at)
    x = here.left if offset <= at else here.right
    goal = text.lines[index]
    return _offset_in(text, goal, Point(x, text.line_boxes[index].centre.y))


def _nearest_line(text: PageText, point: Point) -> Line | None:
    """Of the nearest block the line at the height of `point`: beside a short line that line is meant, not the next."""
    blocks: dict[int, Rect] = {}
    for line, box in zip(text.lines, text.line_boxes, strict=True):
        known = blocks.get(line.block)
        blocks[line.block] = known.union(box) if known else box
    away = {number: _distance(block, point) for number, block in blocks.items()}
    best: Line | None = None
    best_fit = (float("inf"),) * 3
    for line, box in zip(text.lines, text.line_boxes, strict=True):
        across = max(box.left - point.x, point.x - box.right, 0.0)
        down = max(box.top - point.y, point.y - box.bottom, 0.0)
        fit = (away[line.block], *((across, down) if line.turn in (90, 270) else (down, across)))
        if fit < best_fit:
            best, best_fit = line, fit
    return best


def _distance(box: Rect, point: Point) -> float:
    across = max(box.left - point.x, point.x - box.right, 0.0)
    down = max(box.top - point.y, point.y - box.bottom, 0.0)
    return across * across + down * down


def _offset_in(text: PageText, line: Line, point: Point) -> int:
    """Along the direction of writing: the first code point whose middle lies behind `point`."""
    sideways = line.turn in (90, 270)
    at = point.y if sideways else point.x
    backwards = line.turn in (180, 270)
    for offset in range(line.start, line.end):
        centre = text.box(offset).centre
        middle = centre.y if sideways else centre.x
        if (at > middle) if backwards else (at < middle):
            return offset
    return line.end


def _line_of(text: PageText, offset: int) -> Line | None:
    """The line in which the code point stands; behind the last one the last line."""
    for line in text.lines:
        if offset <= line.end:
            return line
    return text.lines[-1] if text.lines else None


def _joined(content: str) -> str:
    """Words that a line end breaks become one word, without moving a code point."""
    return _BROKEN_WORD.sub(lambda found: found.group()[0] + "\u00ad\u00ad", content)


def _words(content: str) -> list[tuple[int, int]]:
    return [found.span() for found in _WORD.finditer(_joined(content))]


def _word_at(text: PageText, offset: int) -> tuple[int, int]:
    for start, end in _words(text.text):
        if start <= offset < end:
            return start, end
    # Between words: the one code point there, if any, so that a double click on a sign takes the sign.
    line = _line_of(text, offset)
    if line is None:
        return offset, offset
    at = min(offset, line.end - 1)
    return at, at + 1


def _sentence_at(text: PageText, offset: int) -> tuple[int, int]:
    first, last = paragraph_at(text, offset)
    start = first
    for found in _SENTENCE_END.finditer(text.text, first, last):
        if found.end() > offset:
            return start, found.start() + len(found.group().rstrip())
        start = found.end()
    return start, last
