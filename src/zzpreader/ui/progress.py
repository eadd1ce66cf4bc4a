"""How far something is that goes on in the background, and a way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

_BAR_PX = 220


class ProgressStrip(QWidget):
    """Hidden while nothing goes on. Signals: cancelled()."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel()
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR_PX)
        stop = QPushButton(self.tr("Cancel"))
        stop.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 4, 2)
        row.addWidget(self._words, 1)
        row.addWidget(self._bar)
        row.addWidget(stop)
        self.hide()

    def show_progress(self, words: str, done: int, total: int) -> None:
        """Args: total: 0 as long as it is not known."""
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self.show()
