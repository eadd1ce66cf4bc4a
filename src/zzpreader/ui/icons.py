"""Icons as SVG outlines, tinted in a colour of the palette."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from zzpreader.resources import resource_path


class _Outline(QIconEngine):
    """Draws at the size that is asked for, when it is: most icons stand in menus that nobody opens."""

    def __init__(self, name: str, inks: dict[QIcon.Mode, int]) -> None:
        super().__init__()
        self._name, self._inks = name, inks

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        rgb = self._inks.get(mode, self._inks[QIcon.Mode.Normal])
        return pixmap(self._name, rgb, max(1, min(size.width(), size.height())))

    def actualSize(self, size: QSize, _mode: QIcon.Mode, _state: QIcon.State) -> QSize:
        side = min(size.width(), size.height())
        return QSize(side, side)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        side = min(rect.width(), rect.height())
        square = QRect(0, 0, side, side)
        square.moveCenter(rect.center())
        painter.drawPixmap(square, self.pixmap(QSize(side, side) * ratio, mode, state))

    def clone(self) -> QIconEngine:
        twin = _Outline(self._name, self._inks)
        _twins.append(twin)  # Qt holds it, and Python would let go of it
        return twin


_twins: list[_Outline] = []


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


@cache
def _icon(name: str, normal: int, disabled: int, selected: int) -> QIcon:
    inks = {QIcon.Mode.Normal: normal, QIcon.Mode.Disabled: disabled, QIcon.Mode.Selected: selected}
    return QIcon(_Outline(name, inks))


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
