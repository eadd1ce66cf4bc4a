"""The frame of a place on which files can be dropped."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QWidget

from zzpreader.ui.palette import soft_selection

_RADIUS_PX = 8


def paint_zone(widget: QWidget, *, is_over: bool, is_empty: bool) -> None:
    """Args: is_over: something is held over it. is_empty: nothing has been dropped yet."""
    palette = widget.palette()
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = QColor(palette.color(QPalette.ColorRole.Accent if is_over else QPalette.ColorRole.Dark))
    pen = QPen(edge, 2 if is_over else 1.2)
    if is_empty:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(soft_selection(palette) if is_over else palette.color(QPalette.ColorRole.Base))
    painter.drawRoundedRect(widget.rect().adjusted(1, 1, -1, -1), _RADIUS_PX, _RADIUS_PX)
    painter.end()
