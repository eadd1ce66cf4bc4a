"""The field in which tags are typed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QWidget


class TagsEditor(QLineEdit):
    """Tags with commas between them, and what can be chosen while one types.

    Down shows all that can be chosen. Signals: finished(), cancelled().

    Args:
        proposed: in the order in which they are shown.
    """

    finished = Signal()
    cancelled = Signal()

    def __init__(self, tags: Sequence[str], proposed: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(", ".join(tags), parent)
        self.setPlaceholderText(self.tr("Tags, with commas between them"))
        self.setAccessibleName(self.tr("Tags, with commas between them"))
        self.setMaxLength(1000)
        self._completer = QCompleter(list(proposed), self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setWidget(self)
        self._completer.activated.connect(self._complete)
        self.textEdited.connect(self._propose)

    @property
    def tags(self) -> list[str]:
        return [tag.strip().removeprefix("#") for tag in self.text().split(",") if tag.strip().removeprefix("#")]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape) and self._is_proposing():
            event.ignore()  # the list of proposals takes it
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() == Qt.Key.Key_Down:
            self._propose(everything=not self._last())
        else:
            super().keyPressEvent(event)

    def _popup(self) -> QAbstractItemView:
        popup = self._completer.popup()
        assert popup  # made on the first call
        return popup

    def _is_proposing(self) -> bool:
        return self._popup().isVisible()

    def _last(self) -> str:
        return self.text()[: self.cursorPosition()].rpartition(",")[2].strip().removeprefix("#")

    def _propose(self, _text: str = "", *, everything: bool = False) -> None:
        last = self._last()
        self._completer.setCompletionPrefix(last)
        if (last or everything) and self._completer.completionCount():
            self._completer.complete()
        else:
            self._popup().hide()

    def _complete(self, tag: str) -> None:
        here = self.cursorPosition()
        before, comma, _ = self.text()[:here].rpartition(",")
        start = f"{before}{comma} {tag}" if comma else tag
        self.setText(f"{start}{self.text()[here:]}")
        self.setCursorPosition(len(start))
