"""Icons as SVG outlines, tinted in a colour of the palette."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from zzpreader.resources import resource_path

_SIDES_PX = (16, 20, 24, 32, 48, 64)
"""Device pixels; 64 is a button of 32 on a screen with twice the pixels."""


def icon(name: str, palette: QPalette | None = None) -> QIcon:
    """The icon in the palette's colour of text (the program's own palette if none is given).

    It does not follow later changes of the palette: ask again on PaletteChange.
    """
    colours = palette or QGuiApplication.palette()
    return _icon(
        name,
        colours.color(QPalette.ColorRole.WindowText).rgb(),
        colours.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText).rgb(),
        colours.color(QPalette.ColorRole.HighlightedText).rgb(),
    )


@lru_cache(maxsize=500)
def _icon(name: str, normal: int, disabled: int, selected: int) -> QIcon:
    tinted = QIcon()
    for mode, rgb in (
        (QIcon.Mode.Normal, normal),
        (QIcon.Mode.Disabled, disabled),
        (QIcon.Mode.Selected, selected),
    ):
        for side in _SIDES_PX:
            tinted.addPixmap(_drawn(name, rgb, side), mode)
    return tinted


@lru_cache(maxsize=500)
def pixmap(name: str, rgb: int, side: int, device_ratio: float = 1.0) -> QPixmap:
    """The icon for a delegate that paints it itself: `side` logical pixels in the colour `rgb` (QColor.rgb())."""
    drawn = _drawn(name, rgb, round(side * device_ratio))
    drawn.setDevicePixelRatio(device_ratio)
    return drawn


def _drawn(name: str, rgb: int, side_px: int) -> QPixmap:
    # QSvgRenderer takes `currentColor` for black.
    tinted = _source(name).replace("currentColor", QColor(rgb).name())
    renderer = QSvgRenderer(QByteArray(tinted.encode()))
    drawn = QPixmap(QSize(side_px, side_px))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(0, 0, side_px, side_px))
    painter.end()
    return drawn


@cache
def _source(name: str) -> str:
    return resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")
