"""Running text of a bundle, set for reading. It is put in letter by letter: no markup of a bundle is ever obeyed."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QKeySequence,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

_LEADING_PERCENT = 140
_SCALES = {1: 1.35, 2: 1.1}
_INDENT_PX = 22


class Line(NamedTuple):
    """A line of the section map.

    Args:
        depth: 0 for the outermost.
        quiet: what stands below the title, in the quiet colour.
        page: as printed, empty if unknown.
    """

    depth: int
    title: str
    quiet: str = ""
    page: str = ""
    is_strong: bool = False


class Paragraph(NamedTuple):
    text: str
    is_item: bool = False


def paragraphs(prose: str) -> Iterator[Paragraph]:
    """Paragraphs between empty lines; a line that begins with "- " is an item of a list."""
    for block in prose.strip().split("\n\n"):
        words: list[str] = []
        for line in block.splitlines():
            if line.startswith("- "):
                if words:
                    yield Paragraph(" ".join(words))
                    words = []
                yield Paragraph(line.removeprefix("- ").strip(), is_item=True)
            elif line.strip():
                words.append(line.strip())
        if words:
            yield Paragraph(" ".join(words))


class Prose(QTextEdit):
    """As high as its text: what is around it scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self._cursor = QTextCursor(self.document())
        self._is_empty = True

    def add_heading(self, text: str, level: int) -> None:
        look = QTextCharFormat()
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * _SCALES[level])
        font.setBold(True)
        look.setFont(font)
        block = QTextBlockFormat()
        block.setHeadingLevel(level)
        block.setTopMargin(0 if self._is_empty else 26 if level == 1 else 14)
        block.setBottomMargin(6 if level == 1 else 4)
        self._add(text, block, look)

    def add_text(self, prose: str) -> None:
        for one in paragraphs(prose):
            block = self._spaced()
            block.setBottomMargin(4 if one.is_item else 9)
            if one.is_item:
                block.setLeftMargin(_INDENT_PX)
                block.setTextIndent(-_INDENT_PX * 0.7)
            self._add(f"•\u2002{one.text}" if one.is_item else one.text, block, QTextCharFormat())

    def add_map(self, lines: Sequence[Line]) -> None:
        """A table of two columns: titles and pages."""
        table_format = QTextTableFormat()
        table_format.setBorder(0)
        table_format.setCellPadding(3)
        table_format.setCellSpacing(0)
        table_format.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table_format.setColumnWidthConstraints(
            [
                QTextLength(QTextLength.Type.PercentageLength, 82),
                QTextLength(QTextLength.Type.PercentageLength, 18),
            ]
        )
        table_format.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        if self._is_empty:
            self._is_empty = False
        table = self._cursor.insertTable(len(lines), 2, table_format)
        quiet = self._quiet()
        for row, line in enumerate(lines):
            title = table.cellAt(row, 0).firstCursorPosition()
            left = QTextBlockFormat()
            left.setLeftMargin(line.depth * _INDENT_PX)
            title.setBlockFormat(left)
            strong = QTextCharFormat()
            strong.setFontWeight(QFont.Weight.DemiBold if line.is_strong else QFont.Weight.Normal)
            title.insertText(line.title, strong)
            if line.title and line.quiet:
                title.insertBlock(left)
            title.insertText(line.quiet, quiet)
            page = table.cellAt(row, 1).firstCursorPosition()
            right = QTextBlockFormat()
            right.setAlignment(Qt.AlignmentFlag.AlignRight)
            page.setBlockFormat(right)
            page.insertText(line.page, quiet)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Be as high as the text is now."""
        self.document().setTextWidth(self.viewport().width())
        height = round(self.document().size().height()) + 2
        if height != self.height():
            self.setFixedHeight(height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.SelectAll):
            super().keyPressEvent(event)
        else:
            event.ignore()  # the page around it scrolls

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FontChange:
            self.fit()
        return super().event(event)

    def _add(self, text: str, block: QTextBlockFormat, look: QTextCharFormat) -> None:
        if self._is_empty:
            self._cursor.setBlockFormat(block)
            self._is_empty = False
        else:
            self._cursor.insertBlock(block)
        self._cursor.insertText(text, look)

    def _spaced(self) -> QTextBlockFormat:
        block = QTextBlockFormat()
        block.setLineHeight(_LEADING_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        return block

    def _quiet(self) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setForeground(self.palette().color(QPalette.ColorRole.PlaceholderText))
        return look
