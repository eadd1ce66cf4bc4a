"""The selection of text in the view: made with pointer and keys, read for marking and copying."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from zzpreader.model.folding import quote
from zzpreader.model.geometry import Point
from zzpreader.model.selection import PAGE_END, Position, Selection, Span, Unit, line_step, offset_at, step, unit_at
from zzpreader.model.selectors import Segment
from zzpreader.model.text import PageText
from zzpreader.session.pages import Pages
from zzpreader.session.texts import Texts


class TextSelection(QObject):
    """Signals: changed()."""

    changed = Signal()

    def __init__(self, pages: Pages, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages, self._texts = pages, texts
        self._value: Selection | None = None
        self._unit = Unit.CHARACTER

    @property
    def is_empty(self) -> bool:
        return self._value is None or self._value.is_empty

    @property
    def span(self) -> Span | None:
        return None if self._value is None or self._value.is_empty else self._value.span

    @property
    def caret(self) -> Position | None:
        """Where the end that moves stands."""
        return self._value.caret if self._value else None

    def on(self, page: int) -> tuple[int, int]:
        """The code points [start, end) that are selected on a page; equal numbers for none."""
        return self._value.span.on(page) if self._value else (0, 0)

    # with the pointer

    def begin(self, page: int, point: Point, unit: Unit) -> None:
        """A press: from here, and at least the word, sentence or paragraph under the pointer."""
        self._unit = unit
        span = self._span_at(page, point)
        self._set(Selection(span, span) if span else None)

    def extend_to(self, page: int, point: Point) -> None:
        """The pointer has moved, or Shift was held at the press."""
        span = self._span_at(page, point)
        if span and self._value:
            self._set(Selection(self._value.anchor, span))
        elif span:
            self._set(Selection(span, span))

    def _span_at(self, page: int, point: Point) -> Span | None:
        text = self._texts.get(page)
        if text is None:
            return None
        offset = offset_at(text, point)
        if offset is None:
            # A page without text: everything before it, or everything behind it.
            return _at(page, 0)
        if self._unit is not Unit.CHARACTER:
            offset = _code_point_at(text, offset, point)
        start, end = unit_at(text, offset, self._unit)
        return Span(Position(page, start), Position(page, end))

    # with the keys and commands

    def take(self, page: int, start: int, end: int) -> None:
        """Select these code points."""
        self._unit = Unit.CHARACTER
        self._set(Selection(_at(page, start), _at(page, end)))

    def take_all(self) -> None:
        if self._pages.count:
            self._set(Selection(_at(0, 0), _at(self._pages.count - 1, PAGE_END)))

    def clear(self) -> None:
        self._set(None)

    def move(self, unit: Unit, *, forward: bool) -> None:
        """Move the end by a character or word, over the edge of the page too."""
        self._move(forward, lambda text, offset: step(text, offset, unit, forward))

    def move_line(self, *, down: bool) -> None:
        self._move(down, lambda text, offset: line_step(text, offset, down))

    def _move(self, forward: bool, next_offset: Callable[[PageText, int], int | None]) -> None:
        if self._value is None:
            return
        caret = self._value.caret
        text = self._texts.get(caret.page)
        if text is None:
            return
        offset = next_offset(text, min(caret.offset, len(text.text)))
        goal = Position(caret.page, offset) if offset is not None else self._over_the_edge(caret.page, forward)
        if goal:
            self._set(Selection(self._value.anchor, Span(goal, goal)))

    def _over_the_edge(self, page: int, forward: bool) -> Position | None:
        page += 1 if forward else -1
        if not 0 <= page < self._pages.count:
            return None
        text = self._texts.get(page)
        if text is None:
            return None
        return Position(page, 0 if forward else len(text.text.rstrip("\n")))

    # what it holds

    def segments(self) -> list[Segment]:
        """What is selected, page by page, as far as the texts of the pages are there."""
        span = self.span
        if span is None:
            return []
        texts = ((page, self._texts.get(page)) for page in range(span.start.page, span.end.page + 1))
        return _segments(span, [(page, text) for page, text in texts if text])

    def collect(self, done: Callable[[list[Segment]], None]) -> None:
        """Call `done` with all that is selected, as soon as the texts of all its pages have been read."""
        span = self.span
        if span is None:
            done([])
            return
        pages = range(span.start.page, span.end.page + 1)
        self._texts.collect(pages, lambda texts: done(_segments(span, list(zip(pages, texts, strict=True)))))

    def collect_text(self, done: Callable[[str], None]) -> None:
        """The same as clean text: a line for every paragraph."""
        self.collect(lambda segments: done("\n".join(filter(None, map(text_of, segments)))))

    def _set(self, value: Selection | None) -> None:
        if value != self._value:
            self._value = value
            self.changed.emit()


def text_of(segment: Segment) -> str:
    """Clean text: broken words whole, a line for every paragraph."""
    return quote(segment.text, segment.start, segment.end)


def _segments(span: Span, texts: list[tuple[int, PageText]]) -> list[Segment]:
    found: list[Segment] = []
    for page, text in texts:
        start, end = span.on(page)
        end = min(end, len(text.text))
        if start < end:
            found.append(Segment(page, start, end, text))
    return found


def _at(page: int, offset: int) -> Span:
    position = Position(page, offset)
    return Span(position, position)


def _code_point_at(text: PageText, gap: int, point: Point) -> int:
    """The code point under the pointer, of the two at a gap."""
    before = gap - 1
    return before if before >= 0 and text.text[before] != "\n" and text.box(before).contains(point) else gap
