"""A button that opens a list in which several things can be checked; none checked means all."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

_MOST_NAMED = 2


class _StayingMenu(QMenu):
    """Stays open while its entries are checked."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action:
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.activeAction()
        if action and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            action.trigger()
        else:
            super().keyPressEvent(event)


class SeveralButton(QPushButton):
    """Signals: changed(): others are checked."""

    changed = Signal()

    def __init__(self, every: str, parent: QWidget | None = None) -> None:
        """
        Args:
            every: what the button says while none is checked.
        """
        super().__init__(parent)
        self._every = every
        self._menu = _StayingMenu(self)
        self.setMenu(self._menu)
        self._show()

    def offer(self, entries: Iterable[tuple[str, str, QIcon | None]], checked: Iterable[str]) -> None:
        """
        Args:
            entries: value, words and picture of each.
        """
        chosen = set(checked)
        for value, words, picture in entries:
            action = QAction(words.replace("&", "&&"), self._menu)
            if picture:
                action.setIcon(picture)
                action.setIconVisibleInMenu(True)
            action.setCheckable(True)
            action.setChecked(value in chosen)
            action.setData(value)
            action.toggled.connect(self._toggled)
            self._menu.addAction(action)
        self.setEnabled(not self._menu.isEmpty())
        self._show()

    @property
    def chosen(self) -> tuple[str, ...]:
        return tuple(str(action.data()) for action in self._checked())

    def _checked(self) -> list[QAction]:
        return [action for action in self._menu.actions() if action.isChecked()]

    def _toggled(self, _on: bool) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        names = [action.text() for action in self._checked()]
        more = f" + {len(names) - _MOST_NAMED}" if len(names) > _MOST_NAMED else ""
        self.setText(", ".join(names[:_MOST_NAMED]) + more if names else self._every)
