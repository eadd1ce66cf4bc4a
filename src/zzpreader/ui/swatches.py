"""A colour of the legend as a small picture, for menus, buttons and dialogs."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from zzpreader.model.legend import Colour

_RATIO = 2
"""Device pixels a logical one: sharp on every screen of today."""


def swatch(colour: Colour, side_px: int = 16) -> QPixmap:
    """Its fill within its edge, `side_px` logical pixels square."""
    drawn = QPixmap(side_px * _RATIO, side_px * _RATIO)
    drawn.setDevicePixelRatio(_RATIO)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour.edge), 1.5))
    painter.setBrush(QColor(colour.fill))
    painter.drawRoundedRect(1, 1, side_px - 2, side_px - 2, 3, 3)
    painter.end()
    return drawn


def swatch_icon(colour: Colour) -> QIcon:
    return QIcon(swatch(colour))
