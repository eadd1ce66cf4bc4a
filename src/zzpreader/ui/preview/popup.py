"""A small picture of where a link or reference leads, floating over the page."""

from math import ceil

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QLabel, QVBoxLayout

from zzpreader.model.geometry import Rect, rotate_rect
from zzpreader.session.pages import Pages
from zzpreader.session.pictures import Paper, Pictures, Tile
from zzpreader.session.references import Target
from zzpreader.ui.view import inks
from zzpreader.ui.view.tiles import part_tile

_WIDEST_PX, _HIGHEST_PX = 620, 420
_LOWEST_PX = 180
"""Where there is no room for so much, it lies over what refers to it."""

_SHARE = 0.85
"""Of the view, at most."""

_AWAY_PX = 14
_INSET_PX = 8


class Preview(QFrame):
    """
    Signals:
        wanted(): the reader wants to go there.
        turned(int): to the next reference, or the one before.
        closed(): let go of by Esc, or because the keyboard went elsewhere.
        entered(), left(): the pointer came, or went.
    """

    wanted = Signal()
    turned = Signal(int)
    closed = Signal()
    entered = Signal()
    left = Signal()

    def __init__(self, pages: Pages, pictures: Pictures, parent: QAbstractScrollArea) -> None:
        super().__init__(parent)
        self._pages, self._pictures, self._over = pages, pictures, parent
        self._tile: Tile | None = None
        self.paper = Paper.LIGHT
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._title = QLabel()
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(_INSET_PX, 4, _INSET_PX, _INSET_PX)
        column.addWidget(self._title)
        column.addStretch(1)
        pictures.tile_ready.connect(self._take)
        self.hide()

    def show_target(self, target: Target, title: str, at: QRect) -> None:
        """Beside what refers to it. Args: at: of the parent, what refers to it."""
        page, place = self._pages.page(target.place.page), target.place
        paper = place.half.box(page.size) if place.half else Rect(0.0, 0.0, page.size.width, page.size.height)
        top = max(min(place.y - target.above, page.size.height - 60.0), 0.0)
        box = Rect(paper.left, top, paper.right, min(place.y + target.below, page.size.height))
        shown = rotate_rect(box, page.size, page.rotation)
        room = self._over.viewport().size() * _SHARE
        head = self._title.sizeHint().height() + 10
        highest = min(room.height(), _HIGHEST_PX, max(self._room_beside(at), _LOWEST_PX)) - head - _INSET_PX
        scale = min(
            min(room.width(), _WIDEST_PX) / max(shown.width, 1.0),
            highest / max(shown.height, 1.0),
            3.0,
        )
        self._tile = part_tile(target.place.page, page.rotation, shown, scale * self.devicePixelRatioF(), self.paper)
        self._title.setText(title)
        self.setAccessibleName(title)
        size = QSize(ceil(shown.width * scale), ceil(shown.height * scale))
        self.setGeometry(self._beside(at, QSize(size.width() + 2 * _INSET_PX, size.height() + head + _INSET_PX)))
        self._pictures.want([self._tile], by=self)
        self.show()
        self.raise_()
        self.update()

    def close_quietly(self) -> None:
        if self.isVisible():
            self.hide()
            self._pictures.want((), by=self)

    @property
    def _room(self) -> QRect:
        return self._over.viewport().geometry().adjusted(4, 4, -4, -4)

    def _room_beside(self, at: QRect) -> int:
        """Height that there is below or above it."""
        return max(self._room.bottom() - at.bottom(), at.top() - self._room.top()) - _AWAY_PX

    def _beside(self, at: QRect, size: QSize) -> QRect:
        room = self._room
        x = min(max(at.center().x() - size.width() // 2, room.left()), room.right() - size.width())
        below, above = at.bottom() + _AWAY_PX, at.top() - _AWAY_PX - size.height()
        fits_below = below + size.height() <= room.bottom() or room.bottom() - at.bottom() > at.top() - room.top()
        y = min(below, room.bottom() - size.height()) if fits_below else above
        y = max(y, room.top())
        return QRect(QPoint(x, y), size)

    def _take(self, tile: Tile) -> None:
        if tile == self._tile:
            self.update()

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        top = self._title.geometry().bottom() + 4
        part = QRectF(_INSET_PX, top, self.width() - 2 * _INSET_PX, self.height() - top - _INSET_PX)
        painter.fillRect(part, inks.paper_colour(self.paper))
        if self._tile and (image := self._pictures.get(self._tile)):
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(part, image)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
        painter.drawRect(part)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.closed.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.wanted.emit()
            case Qt.Key.Key_Right | Qt.Key.Key_Down | Qt.Key.Key_Tab:
                self.turned.emit(1)
            case Qt.Key.Key_Left | Qt.Key.Key_Up | Qt.Key.Key_Backtab:
                self.turned.emit(-1)
            case _:
                super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Tab turns to the next reference instead of leaving.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self.keyPressEvent(event)
                return True
        elif event.type() == QEvent.Type.FocusOut:
            self.closed.emit()
        elif event.type() == QEvent.Type.FocusIn:
            self.update()
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # the page behind it is not meant

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.wanted.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.entered.emit()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()
