"""Shift+F10 opens the menu of what has the keyboard, as the Menu key does, which many keyboards lack.

Qt knows that key on Windows alone (6.11; on X11 and Wayland it says nothing of it).
"""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

MENU_KEY = "Shift+F10"


def add_menu_key(window: QWidget) -> QShortcut:
    return QShortcut(QKeySequence(MENU_KEY), window, _open_menu)


def _open_menu() -> None:
    """Where Qt opens it for the Menu key: at the line, row or cursor of the widget."""
    if widget := QApplication.focusWidget():
        here = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        at = (here if isinstance(here, QRect) else here.toRect()).center()
        reason = QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(widget, QContextMenuEvent(reason, at, widget.mapToGlobal(at)))
