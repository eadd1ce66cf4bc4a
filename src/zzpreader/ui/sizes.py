"""Sizes that are meant for ordinary text, and grow with it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_ORDINARY_LINE_PX = 15
_SHARE = 0.9
"""Of the screen, at most, for a window beside the main one."""


def grown(px: int, widget: QWidget) -> int:
    """As many pixels as are meant at ordinary text; more where the widget's text is larger, never fewer."""
    return round(px * max(widget.fontMetrics().height() / _ORDINARY_LINE_PX, 1.0))


def resize_grown(window: QWidget, width_px: int, height_px: int) -> None:
    """To a size that is meant at ordinary text, as far as the screen has it."""
    size = QSize(grown(width_px, window), grown(height_px, window))
    window.resize(size.boundedTo(window.screen().availableSize() * _SHARE))
