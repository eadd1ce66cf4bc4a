"""What stands in place of the page when a file cannot be opened."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from zzpreader.ui.flow import FlowLayout
from zzpreader.ui.icons import icon
from zzpreader.ui.sizes import grown

_ALL_ITS_WIDTH = 1000
"""Before anything beside it stretches."""


class FailureCard(QWidget):
    """One sentence, and what can be done. Signals: again(), other_file()."""

    again = Signal()
    other_file = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence = QLabel()
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setWordWrap(True)
        self._sentence.setMaximumWidth(grown(520, self))
        font = self._sentence.font()
        font.setPointSizeF(font.pointSizeF() * 1.2)
        self._sentence.setFont(font)
        self._detail = ""
        self._again = QPushButton(self.tr("Try again"))
        self._again.clicked.connect(self.again)
        self._other = other = QPushButton(self.tr("Open another file…"))
        other.clicked.connect(self.other_file)
        self._copy = QPushButton(self.tr("Copy details"))
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._detail))
        buttons = FlowLayout(gap_px=10, centred=True)
        for button in (self._again, other, self._copy):
            button.setAutoDefault(True)  # Enter presses it, as in a dialog
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setSpacing(18)
        column.addStretch(2)
        column.addWidget(self._picture)
        middle = QHBoxLayout()  # not by an alignment: with that it gets no height for its lines
        middle.addStretch(1)
        middle.addWidget(self._sentence, _ALL_ITS_WIDTH)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addLayout(buttons)
        column.addStretch(3)

    def say(self, sentence: str, detail: str = "", *, again: bool = True) -> None:
        """
        Args:
            detail: the library's own words, only for the clipboard.
            again: whether trying once more makes sense.
        """
        self._picture.setPixmap(icon("triangle-alert").pixmap(48, 48))
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self._detail = f"{sentence}\n{detail}".strip()
        self._again.setVisible(again)
        self.setFocusProxy(self._again if again else self._other)
        self._copy.setVisible(bool(detail))
