"""Selecting text: what the pointer means, the words, sentences and paragraphs around it.

All of it follows the order of `PageText`, so a selection in one column does not take the other one along.
"""

import re
from enum import Enum

from msgspec import Struct

from zzpreader.model.flow import flow_at
from zzpreader.model.geometry import Point, Rect
from zzpreader.model.sentences import sentences
from zzpreader.model.text import Line, PageText

PAGE_END = 2**31
"""Stands for the end of a page whose text is not known yet."""

_WORD = re.compile(r"[\w\u00ad]+(?:['’‘ʼ.,:@/-][\w\u00ad]+)*")
_BROKEN_WORD = re.compile(r"[\w\u00ad](?P<hyphen>[-\u2010\u00ad])\n(?=[a-zà-öø-ÿ])")


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
    if line is None:
        return None
    return offset_in(text, line, point.y if line.turn in (90, 270) else point.x)


def code_point_at(text: PageText, point: Point, slack: float = 2.0) -> int | None:
    """The code point under the pointer, of a blank the word beside it; None where there is no text.

    So a double click in the white beside a short line takes nothing of it.
    """
    if not is_over_text(text, point, slack) or (gap := offset_at(text, point)) is None:
        return None
    under = next((at for at in (gap - 1, gap) if at >= 0 and text.box(at).contains(point)), gap)
    near = [at for at in (under, gap, gap - 1) if 0 <= at < len(text.text) and not text.text[at].isspace()]
    return near[0] if near else under


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
            return _paragraph_at(text, offset)


def grown(text: PageText, start: int, end: int) -> tuple[int, int]:
    """What to take when more is asked than code points [start, end): word, sentence, paragraph, all of the page."""
    if start == end and start and not text.text[start : start + 1].strip():
        start = end = start - 1  # behind a word that word is meant
    last = max(end - 1, start)
    for unit in (Unit.WORD, Unit.SENTENCE, Unit.PARAGRAPH):
        first, _ = unit_at(text, start, unit)
        _, behind = unit_at(text, last, unit)
        if first <= start and behind >= end and (first, behind) != (start, end):
            return first, behind
    whole = (0, len(text.text.rstrip("\n")))
    return whole if whole[0] <= start and end <= whole[1] else (start, end)


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


def offset_in(text: PageText, line: Line, across: float) -> int:
    """Along the direction of writing: the first code point of the line whose middle lies behind `across`.

    Args:
        across: in points from the left of the page, from its top for a line that runs up or down.
    """
    sideways = line.turn in (90, 270)
    backwards = line.turn in (180, 270)
    for offset in range(line.start, line.end):
        centre = text.box(offset).centre
        middle = centre.y if sideways else centre.x
        if (across > middle) if backwards else (across < middle):
            return offset
    return line.end


def line_of(text: PageText, offset: int) -> Line | None:
    """The line in which the code point stands; behind the last one the last line."""
    for line in text.lines:
        if offset <= line.end:
            return line
    return text.lines[-1] if text.lines else None


def _joined(content: str) -> str:
    """Words that a line end breaks become one word, without moving a code point."""
    return _BROKEN_WORD.sub(lambda found: found.group()[0] + "\u00ad\u00ad", content)


def words(content: str) -> list[tuple[int, int]]:
    """Where the words of a text stand."""
    return [found.span() for found in _WORD.finditer(_joined(content))]


def _word_at(text: PageText, offset: int) -> tuple[int, int]:
    for start, end in words(text.text):
        if start <= offset < end:
            return start, end
    # A sign is taken alone; between words and at a line's end there is nothing to take.
    is_sign = offset < len(text.text) and not text.text[offset].isspace()
    return offset, offset + is_sign


def _sentence_at(text: PageText, offset: int) -> tuple[int, int]:
    first, last = _paragraph_at(text, offset)
    found = sentences(text.text, first, last)
    at = [span for span in found if span[0] <= offset] or found[:1]
    return at[-1] if at else (offset, offset)


def _paragraph_at(text: PageText, offset: int) -> tuple[int, int]:
    flow = flow_at(text, offset)
    return (flow.start, flow.end) if flow else (offset, offset)
