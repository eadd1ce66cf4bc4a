"""What is said to those who read with their ears, and stands nowhere that the keyboard comes by."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

_REST_MS = 1000


def announce(widget: QWidget, words: str) -> None:
    """`words` in the name of `widget`; without a screen reader nothing happens."""
    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


class Standing(QObject):
    """Something that changes at every letter, such as whether all is saved: said when it has come to rest."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._words = ""
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._say)

    def becomes(self, words: str) -> None:
        if words != self._words:
            self._words = words
            self._rest.start()

    def _say(self) -> None:
        announce(self._widget, self._words)
