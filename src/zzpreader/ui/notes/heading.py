"""The title above a note: lines end between words, and within a word that no line can hold."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from zzpreader.ui.notes.wrapping import wrapped

_MOST_LINES = 12


class Heading(QLabel):
    """Screen readers are told the whole text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        bold = self.font()
        bold.setBold(True)
        self.setFont(bold)

    def lines(self, width: int) -> list[str]:
        return wrapped(self.text(), width, _MOST_LINES, self.fontMetrics().horizontalAdvance)[0] or [""]

    def heightForWidth(self, width: int) -> int:
        return len(self.lines(width)) * self.fontMetrics().lineSpacing()

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(width, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().lineSpacing())

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = "\n".join(self.lines(self.width()))
        painter = QPainter(self)
        top_left = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.style().drawItemText(
            painter, self.rect(), top_left, self.palette(), self.isEnabled(), shown, self.foregroundRole()
        )
        painter.end()
