"""Which keys of the window win in boxes of one line.

On X11 such boxes have keys of Emacs besides their own: Ctrl+E goes to the end of the line, as End does, and Ctrl+U
deletes it. For who reads these are Export and Underline, and do that wherever the keyboard is; where no command
that can be given now has such a key, it stays the box's. Copy, undo, letters and arrows always are the box's.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

_OF_EMACS = (Qt.Key.Key_E, Qt.Key.Key_U)


class LineKeys(QObject):
    """Watches the box that has the keyboard, and no other widget."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(before, QLineEdit):
            before.removeEventFilter(self)
        if isinstance(now, QLineEdit):
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.modifiers() == Qt.KeyboardModifier.ControlModifier
            and event.key() in _OF_EMACS
        ):
            event.ignore()  # which the box would not: then Qt asks no command
            return True
        return super().eventFilter(watched, event)
