"""What stands where there is nothing yet: an icon and one sentence that says what to do."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from zzpreader.ui.icons import pixmap

_ICON_PX = 32


class EmptyState(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence = QLabel()
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setWordWrap(True)
        self._sentence.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 6, 20, 6)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self._picture)
        column.addWidget(self._sentence)
        column.addStretch(2)

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    def say(self, sentence: str, picture: str) -> None:
        self._name = picture
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self._paint_icon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the sentence has all of it."""
        super().resizeEvent(event)
        words = self._sentence.heightForWidth(max(event.size().width() - 40, 1))
        self._picture.setVisible(words + _ICON_PX + 24 <= event.size().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_icon()

    def _paint_icon(self) -> None:
        if self._name:
            ink = self.palette().color(QPalette.ColorRole.PlaceholderText).rgb()
            self._picture.setPixmap(pixmap(self._name, ink, _ICON_PX, self.devicePixelRatioF()))
