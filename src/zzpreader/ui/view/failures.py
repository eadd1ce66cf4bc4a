"""Cards on pages that cannot be drawn: why, and a button to try again (Alt and its letter), or longer."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from zzpreader.model.pages import Half
from zzpreader.session.pictures import Failed, Pictures, Reason
from zzpreader.ui.view.leaf import Leaf

_WIDEST_PX = 420
_MARGIN_PX = 8


class FailureCard(QFrame):
    """Signals: retry()."""

    retry = Signal()

    def __init__(self, failed: Failed, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        sentence = QLabel(self._sentence(failed))
        sentence.setTextFormat(Qt.TextFormat.PlainText)
        sentence.setWordWrap(True)
        sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        is_slow = failed.reason is Reason.TIMEOUT
        self.button = QPushButton(self.tr("Try &longer") if is_slow else self.tr("Try &again"))
        self.button.setAccessibleDescription(sentence.text())
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self.retry)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(sentence)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)

    def _sentence(self, failed: Failed) -> str:
        match failed.reason:
            case Reason.TIMEOUT:
                return self.tr("This page takes too long to draw. You can read on; your notes are safe.")
            case Reason.MEMORY:
                return self.tr("This page needs more memory than there is. You can read on; your notes are safe.")
            case Reason.CRASHED:
                return self.tr("Drawing this page failed twice. You can read on; your notes are safe.")
            case _:
                return self.tr("This page is damaged and cannot be drawn. You can read on; your notes are safe.")


class FailureCards(QObject):
    """One card for every failed page, or half of one, in view. Signals: retried(int)."""

    retried = Signal(int)

    def __init__(self, pictures: Pictures, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._pictures, self._viewport = pictures, viewport
        self._cards: dict[tuple[int, Half | None], FailureCard] = {}

    def arrange(self, leaves: list[Leaf]) -> None:
        """Put the cards where the pages are now."""
        seen = {(leaf.page, leaf.half): leaf for leaf in leaves if self._pictures.failure(leaf.page)}
        for gone in self._cards.keys() - seen.keys():
            self._cards.pop(gone).deleteLater()
        for key, leaf in seen.items():
            card = self._cards.get(key) or self._make(leaf)
            width = min(int(leaf.width) - 2 * _MARGIN_PX, _WIDEST_PX)
            height = card.heightForWidth(width)
            top = max(leaf.top, 0.0)
            bottom = min(leaf.top + leaf.height, self._viewport.height())
            y = min(max((top + bottom - height) / 2, leaf.top), leaf.top + leaf.height - height)
            card.setGeometry(int(leaf.left + (leaf.width - width) / 2), int(y), width, height)
            card.setVisible(width > 100 and leaf.height > height)

    def _make(self, leaf: Leaf) -> FailureCard:
        page = leaf.page
        failed = self._pictures.failure(page)
        assert failed
        card = FailureCard(failed, self._viewport)
        card.retry.connect(lambda: self._retry(page))
        self._cards[page, leaf.half] = card
        return card

    def _retry(self, page: int) -> None:
        for key in [key for key in self._cards if key[0] == page]:
            self._cards.pop(key).deleteLater()
        self._pictures.retry(page)
        self.retried.emit(page)
