"""Sizes that are meant for ordinary text, and grow with it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_ORDINARY_LINE_PX = 15
_OF_ICONS = 0.4
_SHARE = 0.9
"""Of the screen, at most, for a window beside the main one."""


def grown(px: int, widget: QWidget) -> int:
    """As many pixels as are meant at ordinary text; more where the widget's text is larger, never fewer."""
    return round(px * _growth(widget))


def icon_size(px: int, widget: QWidget) -> QSize:
    """Of an icon beside that text: larger with it, though less, for a row of them has to fit a small screen."""
    side = round(px * (1 + _OF_ICONS * (_growth(widget) - 1)))
    return QSize(side, side)


def _growth(widget: QWidget) -> float:
    return max(widget.fontMetrics().height() / _ORDINARY_LINE_PX, 1.0)


def resize_grown(window: QWidget, width_px: int, height_px: int) -> None:
    """To a size that is meant at ordinary text, as far as the screen has it."""
    size = QSize(grown(width_px, window), grown(height_px, window))
    window.resize(size.boundedTo(window.screen().availableSize() * _SHARE))
