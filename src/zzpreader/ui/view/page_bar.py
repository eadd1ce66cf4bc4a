"""The scroll bar beside the pages."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget

_BAR = QStyle.ComplexControl.CC_ScrollBar
_GROOVE = QStyle.SubControl.SC_ScrollBarGroove
_REST = (
    QStyle.SubControl.SC_ScrollBarSlider | QStyle.SubControl.SC_ScrollBarAddLine | QStyle.SubControl.SC_ScrollBarSubLine
)
_BY_KEYS = QStyle.StateFlag.State_KeyboardFocusChange
"""That the focus was moved by the keyboard last, as before every jump to a page: no bar shows it."""


class PageBar(QScrollBar):
    """Looks as the style has it, but its groove is painted once.

    It is painted anew at every movement of the pages and before they get to the screen. Qt's own style then draws the
    groove line by line, with several threads, for which the page that was turned to waits a millisecond and more.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._groove = QPixmap()
        self._painted: tuple[object, ...] = ()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.style().name() != "fusion" or self.underMouse() or self.isSliderDown():
            super().paintEvent(event)  # another style may paint it as a whole, and this one what is under the pointer
            return
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        option.state &= ~_BY_KEYS
        look = (self.size(), self.devicePixelRatioF(), self.palette().cacheKey(), option.state, self._has_room)
        if look != self._painted:
            self._painted, self._groove = look, self._painted_groove(option)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._groove)
        self._paint(painter, option, _REST)

    @property
    def _has_room(self) -> bool:
        return self.minimum() < self.maximum()

    def _painted_groove(self, option: QStyleOptionSlider) -> QPixmap:
        ratio = self.devicePixelRatioF()
        groove = QPixmap(self.size() * ratio)
        groove.setDevicePixelRatio(ratio)
        groove.fill(self.palette().window().color())
        painter = QPainter(groove)
        self._paint(painter, option, _GROOVE)
        painter.end()
        return groove

    def _paint(self, painter: QPainter, option: QStyleOptionSlider, parts: QStyle.SubControl) -> None:
        option.subControls = parts
        self.style().drawComplexControl(_BAR, option, painter, self)
