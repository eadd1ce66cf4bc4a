"""Tabs that show which one is chosen, and that they have the keyboard; Fusion's own lines for both are too faint."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QTabBar, QTabWidget, QWidget

_MARK_PX = 2
_INSET_PX = 4


class TabBar(QTabBar):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        chosen = self.tabRect(self.currentIndex())
        if chosen.isEmpty():
            return
        painter = QPainter(self)
        colour = self.palette().color(QPalette.ColorRole.Highlight)
        painter.fillRect(QRect(chosen.left() + 2, chosen.top(), chosen.width() - 3, _MARK_PX), colour)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour, _MARK_PX))
            painter.drawRoundedRect(chosen.adjusted(_INSET_PX, _INSET_PX + 1, -_INSET_PX, -_INSET_PX + 1), 2, 2)


class Tabs(QTabWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabBar(TabBar())
