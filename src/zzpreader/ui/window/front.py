"""The window as it is seen first: the page in its place, and an empty frame for what is still being made behind it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QCloseEvent, QColor, QImage, QPainter, QPaintEvent, QPalette, QResizeEvent, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from zzpreader.glance import BACKGROUND, Piece, Spot
from zzpreader.ui.palette import frame_colour, gap_colour

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

FIRST_SIZE_PX = (1440, 900)

_FRAME = QSize(16, 48)
"""Room for what the desktop draws around a window."""

_LINE_PX = 5
"""So much is a line of the menu or of the status bar higher than its letters."""

_HEIGHT_OF_LETTERS = 1.17
"""A line of the usual fonts, of their size. To ask a font would be to load it, which takes 10 ms."""

_ABOVE_PX, _LEFT_PX, _RIGHT_PX = 75, 294, 368
"""Around the view of a window that nobody has changed: tool bar and tabs above it, the panes with what divides them
beside it, and its scroll bar."""

_RING_PX = 2


def first_size(screen: QScreen) -> QSize:
    """Of a window that was never left."""
    return QSize(*FIRST_SIZE_PX).boundedTo(screen.availableSize() - _FRAME)


class Front(QWidget):
    """The window of the desktop; what is built later becomes its content.

    Signals:
        painted(): for the first time.
    """

    painted = Signal()

    def __init__(self, title: str, geometry: str, margins: Sequence[int]) -> None:
        """
        Args:
            geometry: as it was left, in Qt's own description, base64; empty for a new window.
            margins: what lies around the view; empty where that is not known.
        """
        self._inner: QMainWindow | None = None
        self._wants_to_close = False
        super().__init__()
        self._margins = tuple(margins) or self._usual_margins()
        self.curtain = Curtain(self)
        self.setWindowTitle(title)
        self.resize(first_size(self.screen()))
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        self.curtain.setGeometry(self.rect())

    @property
    def view(self) -> QRect:
        """Where the page is read."""
        left, above, right, below = self._margins
        return self.rect().adjusted(left, above, -right, -below)

    def adopt(self, inner: "QMainWindow") -> None:
        """What the window will show: laid out from now on, and seen after `reveal`."""
        self._inner = inner
        inner.setGeometry(self.rect())
        inner.windowTitleChanged.connect(self.setWindowTitle)
        inner.lower()

    @property
    def is_revealed(self) -> bool:
        return self.curtain.isHidden()

    def reveal(self) -> None:
        self.curtain.hide()
        if self._inner:
            self.setMinimumSize(self._inner.minimumSizeHint())
        if self._wants_to_close:
            self.close()

    def _usual_margins(self) -> tuple[int, int, int, int]:
        size_px = self.font().pointSizeF() * self.logicalDpiY() / 72
        line = round(_HEIGHT_OF_LETTERS * size_px) + _LINE_PX
        return _LEFT_PX, _ABOVE_PX + line, _RIGHT_PX, line

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.curtain.setGeometry(self.rect())
        if self._inner:
            self._inner.setGeometry(self.rect())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if self._inner and event.type() is QEvent.Type.WindowStateChange:
            QApplication.sendEvent(self._inner, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.is_revealed:
            self._wants_to_close = True  # as soon as there is something that can be closed well
            event.ignore()
        elif self._inner and not self._inner.isHidden() and not self._inner.close():
            event.ignore()


class Curtain(QWidget):
    """Hides what is not ready; on it the page, as it will stand in the view.

    Attributes:
        spots: where pieces of pages stand.
        pictures: those that are drawn.
    """

    def __init__(self, front: Front) -> None:
        super().__init__(front)
        self._front = front
        self.spots: Sequence[Spot] = ()
        self.pictures: Mapping[Piece, QImage] = {}
        self._was_painted = False
        self.setAutoFillBackground(True)  # so what it hides is not painted

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette, view = self.palette(), self._front.view
        _fill(painter, view, gap_colour(palette))
        painter.setClipRect(view)
        painter.translate(view.topLeft())
        ratio = self.devicePixelRatioF()
        for page in dict.fromkeys(spot.piece.page for spot in self.spots):
            self._paint_page(painter, [spot for spot in self.spots if spot.piece.page == page], ratio)
        painter.resetTransform()
        for side in _ring(view):
            _fill(painter, side, palette.highlight().color())
        painter.end()
        if not self._was_painted:
            self._was_painted = True
            self._front.painted.emit()

    def _paint_page(self, painter: QPainter, spots: Sequence[Spot], ratio: float) -> None:
        boxes = [QRectF(spot.x, spot.y, spot.piece.width / ratio, spot.piece.height / ratio) for spot in spots]
        sheet = QRectF()
        for box in boxes:
            sheet = sheet.united(box)
        _fill(painter, sheet.adjusted(-1, -1, 0, 0).toRect().adjusted(0, 0, 1, 1), frame_colour(self.palette()))
        for spot, box in zip(spots, boxes, strict=True):
            _fill(painter, box, QColor.fromRgb(BACKGROUND[spot.piece.paper]))
            if picture := self.pictures.get(spot.piece):
                painter.drawImage(box, picture)


def _ring(view: QRect) -> tuple[QRect, ...]:
    """Around what has the keyboard."""
    wide, high = view.width() - _RING_PX, view.height() - _RING_PX
    return (
        view.adjusted(0, 0, 0, -high),
        view.adjusted(0, high, 0, 0),
        view.adjusted(0, 0, -wide, 0),
        view.adjusted(wide, 0, 0, 0),
    )


def _fill(painter: QPainter, box: QRect | QRectF, colour: QColor) -> None:
    """As `fillRect` does, which pens do too: for any of them PySide would make all names of `Qt` first, in 13 ms."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, colour)
    painter.setBackground(palette.base())
    painter.eraseRect(box)
