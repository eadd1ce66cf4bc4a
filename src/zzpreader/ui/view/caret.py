"""The caret: whether it is shown, and its blinking."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication


class Caret(QObject):
    """
    Signals:
        toggled(bool): caret mode is on, or off.
        blinked(): it is to be painted anew.
    """

    toggled = Signal(bool)
    blinked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_on = False
        self.is_lit = False
        self._blink = QTimer(self)
        self._blink.timeout.connect(self._turn)

    def set_on(self, on: bool) -> None:
        if on != self.is_on:
            self.is_on = on
            self.light()
            self.toggled.emit(on)

    def light(self) -> None:
        """It has moved, or got the focus: it is seen now, and blinks from now on."""
        self.is_lit = self.is_on
        half_ms = QGuiApplication.styleHints().cursorFlashTime() // 2
        if self.is_on and half_ms > 0:
            self._blink.start(half_ms)
        else:
            self._blink.stop()
        self.blinked.emit()

    def rest(self) -> None:
        """The focus has gone: it is seen and does not blink."""
        self._blink.stop()
        self.is_lit = self.is_on
        self.blinked.emit()

    def _turn(self) -> None:
        self.is_lit = not self.is_lit
        self.blinked.emit()
