"""Passages put into a document bit by bit, and the way from its letters to the pages and back."""

from bisect import bisect_right
from collections.abc import Sequence
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor, QTextDocument

from zzpreader.model.column import Passage
from zzpreader.model.reflow import PieceKind
from zzpreader.ui.reflow.figures import Figures
from zzpreader.ui.reflow.look import Look

_SLICE_SECONDS = 0.006
"""What is set at once; the window draws and answers in between."""


class Filling(QObject):
    """Signals: grown() more of it is there; filled() all of it is.

    Args:
        figures: draws the pictures.
    """

    grown = Signal()
    filled = Signal()

    def __init__(self, document: QTextDocument, figures: Figures, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._figures = document, figures
        self._passages: Sequence[Passage] = ()
        self._starts: list[int] = []
        self._look: Look | None = None
        self._tick = QTimer(self, interval=0)
        self._tick.timeout.connect(self._fill_on)

    @property
    def passages(self) -> Sequence[Passage]:
        return self._passages

    @property
    def is_filled(self) -> bool:
        return len(self._starts) == len(self._passages)

    def start(self, passages: Sequence[Passage], look: Look) -> None:
        """In place of what was there."""
        everything = QTextCursor(self._document)  # clearing would take the margins away as well
        everything.select(QTextCursor.SelectionType.Document)
        everything.removeSelectedText()
        self._document.setDefaultFont(look.text_font)
        self._passages, self._starts, self._look = passages, [], look
        self._tick.start()
        self._fill_on()

    def _fill_on(self) -> None:
        until = perf_counter() + _SLICE_SECONDS
        cursor = QTextCursor(self._document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        while not self.is_filled and perf_counter() < until:
            self._add(cursor, self._passages[len(self._starts)])
        cursor.endEditBlock()
        self.grown.emit()
        if self.is_filled:
            self._tick.stop()
            self.filled.emit()

    def _add(self, cursor: QTextCursor, passage: Passage) -> None:
        assert self._look
        block = self._look.block(passage.kind, passage.level)
        letters = self._look.letters(passage.kind, passage.level)
        if self._starts:
            cursor.insertBlock(block, letters)
        else:
            block.setTopMargin(0)
            cursor.setBlockFormat(block)
        self._starts.append(cursor.position())
        if passage.box:
            cursor.insertText("\ufffc", self._figures.format_of(passage))
            return
        units = passage.text.encode("utf-16-le")
        at = 0
        for one in passage.emphasis:
            if one.start >= at:
                cursor.insertText(units[2 * at : 2 * one.start].decode("utf-16-le", "replace"), letters)
                words = units[2 * one.start : 2 * one.end].decode("utf-16-le", "replace")
                cursor.insertText(words, self._look.emphasized(letters, one))
                at = one.end
        cursor.insertText(units[2 * at :].decode("utf-16-le", "replace"), letters)

    # ways

    def index_at(self, position: int) -> int:
        """Of the passage in which the position of the document lies."""
        return max(bisect_right(self._starts, position) - 1, 0)

    def position_of(self, index: int) -> int | None:
        """Where the passage starts; None if it is not there yet."""
        return self._starts[index] if index < len(self._starts) else None

    def origin(self, position: int) -> tuple[int, int] | None:
        """Page and code point there; None without text."""
        if not self._starts:
            return None
        index = self.index_at(position)
        passage = self._passages[index]
        return passage.origins.at(position - self._starts[index]) if len(passage.origins) else None

    def positions(self, page: int, start: int, end: int) -> list[tuple[int, int]]:
        """The stretches of the document that show code points [start, end) of the page, as far as it is filled."""
        found: list[tuple[int, int]] = []
        for passage, at in zip(self._passages, self._starts, strict=False):
            if passage.place.page > page:
                break
            first, last = passage.origins.units(page, start, end)
            if first < last:
                found.append((at, at + 1) if passage.kind is PieceKind.PICTURE else (at + first, at + last))
        return found
