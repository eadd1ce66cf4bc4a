"""The selection of text in the view: made with pointer and keys, read for marking and copying."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from zzpreader.model.geometry import Point
from zzpreader.model.selection import (
    PAGE_END,
    Position,
    Selection,
    Span,
    Unit,
    code_point_at,
    grown,
    offset_at,
    unit_at,
)
from zzpreader.model.selectors import Segment, quote_of
from zzpreader.model.steps import edge_line, line_edge, line_step, place_across, step
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
        self._across: float | None = None
        self._smaller: list[Selection] = []

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
        if self._unit is Unit.WORD:
            under = code_point_at(text, point)
            start, end = (offset, offset) if under is None else unit_at(text, under, Unit.WORD)
        else:
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

    def place_caret(self, page: int, offset: int) -> None:
        """Nothing selected, and the caret here."""
        self.take(page, offset, offset)

    def select_to(self, page: int, offset: int) -> None:
        """From the end that stays up to here."""
        if self._value:
            self._set(Selection(self._value.anchor, _at(page, offset)))

    def collapse(self) -> None:
        """Nothing selected any more, and the caret where the end that moved stands."""
        if caret := self.caret:
            self._set(Selection(_at(caret.page, caret.offset), _at(caret.page, caret.offset)))

    def move(self, unit: Unit, *, forward: bool, select: bool = True) -> bool:
        """Move the caret by a character, word, sentence or paragraph, over the edge of the page too.

        Args:
            select: whether what it passes over is selected; else what is selected is let go, and by a character the
                caret only goes to its end on that side.

        Returns:
            False where the text to go on in is not there: the end of the publication, or a page not read yet.
        """
        span = self.span
        if span and not select and unit is Unit.CHARACTER:
            side = span.end if forward else span.start
            self.place_caret(side.page, side.offset)
            return True
        return self._move(forward, select, lambda text, offset: step(text, offset, unit, forward=forward))

    def move_line(self, *, down: bool, select: bool = True) -> bool:
        """Move the caret to the next line, where it keeps to its place along the lines; returns as `move`."""
        caret = self.caret
        text = self._texts.get(caret.page) if caret else None
        if caret is None or text is None:
            return False
        across = self._across if self._across is not None else place_across(text, min(caret.offset, len(text.text)))
        moved = self._move(
            down,
            select,
            lambda text, offset: line_step(text, offset, down=down, across=across),
            lambda text: edge_line(text, across, first=down),
        )
        self._across = across
        return moved

    def move_to_edge(self, *, end: bool, select: bool) -> bool:
        """To the start or end of the line; returns as `move`."""
        return self._move(end, select, lambda text, offset: line_edge(text, offset, end=end))

    def grow(self) -> None:
        """From the caret to its word, from there to the sentence, the paragraph and the page."""
        before, span = self._value, self.span or (self._value.span if self._value else None)
        if before is None or span is None:
            return
        first, last = self._texts.get(span.start.page), self._texts.get(span.end.page)
        if first is None or last is None:
            return
        if span.start.page == span.end.page:
            start, end = grown(first, span.start.offset, min(span.end.offset, len(first.text)))
        else:
            start, _ = unit_at(first, span.start.offset, Unit.PARAGRAPH)
            _, end = unit_at(last, max(span.end.offset - 1, 0), Unit.PARAGRAPH)
        smaller = [*self._smaller, before]
        self._set(Selection(_at(span.start.page, start), _at(span.end.page, end)))
        self._smaller = smaller

    def shrink(self) -> None:
        """What was selected before it grew."""
        if self._smaller:
            *smaller, value = self._smaller
            self._set(value)
            self._smaller = smaller

    def _move(
        self,
        forward: bool,
        select: bool,
        next_offset: Callable[[PageText, int], int | None],
        entering: Callable[[PageText], int | None] | None = None,
    ) -> bool:
        caret = self.caret
        text = self._texts.get(caret.page) if caret else None
        if self._value is None or caret is None or text is None:
            return False
        offset = next_offset(text, min(caret.offset, len(text.text.rstrip("\n"))))
        goal = Position(caret.page, offset) if offset is not None else self._over_the_edge(caret, forward, entering)
        if goal is None:
            return False
        here = Span(goal, goal)
        self._set(Selection(self._value.anchor if select else here, here))
        return True

    def _over_the_edge(
        self, caret: Position, forward: bool, entering: Callable[[PageText], int | None] | None
    ) -> Position | None:
        page = caret.page + (1 if forward else -1)
        if not 0 <= page < self._pages.count:
            return None
        text = self._texts.get(page)
        if text is None:
            return None
        offset = entering(text) if entering else None
        if offset is None:
            offset = 0 if forward else len(text.text.rstrip("\n"))
        return Position(page, offset)

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
        self.collect(lambda segments: done(quote_of(segments)))

    def _set(self, value: Selection | None) -> None:
        self._across, self._smaller = None, []
        if value != self._value:
            self._value = value
            self.changed.emit()


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
