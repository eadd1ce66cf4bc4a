"""The earlier texts of a note, compared with the present one."""

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from zzpreader.model.differences import Side, differences
from zzpreader.model.past import Earlier
from zzpreader.ui.palette import is_dark
from zzpreader.ui.sizes import resize_grown

_FIRST_SIZE_PX = (760, 520)
_INKS = {Side.ONE: ("#1b6b2f", "#8fd6a0"), Side.OTHER: ("#a3261c", "#ff9d94")}
"""In a light and in a dark window; both stand out from the ground by more than 4.5 to 1."""


class HistoryDialog(QDialog):
    """Signals: restored(str text).

    Args:
        title: of what these are the texts.
        earlier: the last first; not empty.
        present: the text of today.
        writable: whether it may be replaced.
    """

    restored = Signal(str)

    def __init__(
        self, title: str, earlier: Sequence[Earlier], present: str, *, writable: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Earlier versions"))
        resize_grown(self, *_FIRST_SIZE_PX)
        self._earlier, self._present = earlier, present
        head = QLabel(title)
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setWordWrap(True)
        self._moments = QListWidget()
        self._moments.setAccessibleName(self.tr("Moments"))
        self._moments.addItems([moment(one.kept) for one in earlier])
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(self.tr("Text of that moment"))
        self._compares = QCheckBox(self.tr("&Compare with the present text"))
        self._compares.setChecked(True)
        self._key = QLabel(self.tr("Underlined: only in this earlier version. Struck out: only in the present text."))
        self._key.setWordWrap(True)
        buttons = QDialogButtonBox()
        self._restore = buttons.addButton(self.tr("&Restore this version"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._restore.setEnabled(writable)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._bring_back)
        buttons.rejected.connect(self.reject)
        parts = QSplitter(Qt.Orientation.Horizontal)
        for part, stretch in ((self._moments, 0), (self._text, 1)):
            parts.addWidget(part)
            parts.setStretchFactor(parts.count() - 1, stretch)
        parts.setSizes([230, 530])
        parts.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        for part in (head, parts, self._compares, self._key, buttons):
            column.addWidget(part, 1 if part is parts else 0)
        self._moments.currentRowChanged.connect(self._show)
        self._compares.toggled.connect(self._show)
        self._moments.setCurrentRow(0)
        self._moments.setFocus()

    @property
    def shown(self) -> str:
        return self._text.toPlainText()

    def _show(self) -> None:
        self._key.setVisible(self._compares.isChecked())
        text = self._earlier[self._moments.currentRow()].value
        self._text.clear()
        cursor = QTextCursor(self._text.document())
        if not self._compares.isChecked():
            cursor.insertText(text, QTextCharFormat())
        else:
            for piece in differences(text, self._present):
                cursor.insertText(piece.text, self._look(piece.side))
        self._text.moveCursor(QTextCursor.MoveOperation.Start)

    def _look(self, side: Side) -> QTextCharFormat:
        look = QTextCharFormat()
        if side is not Side.BOTH:
            look.setForeground(QColor(_INKS[side][is_dark(self.palette())]))
            look.setFontUnderline(side is Side.ONE)
            look.setFontStrikeOut(side is Side.OTHER)
        return look

    def _bring_back(self) -> None:
        self.restored.emit(self._earlier[self._moments.currentRow()].value)
        self.accept()


def moment(stamp: str, form: QLocale.FormatType = QLocale.FormatType.ShortFormat) -> str:
    """A moment of the store in the reader's own time and manner."""
    when = QDateTime.fromString(stamp, Qt.DateFormat.ISODateWithMs).toLocalTime()
    return QLocale().toString(when, form) if when.isValid() else stamp
