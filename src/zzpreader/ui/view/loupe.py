"""A round glass over the page that shows what lies under it larger, marks and all."""

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QRegion,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from zzpreader.model.geometry import Rect
from zzpreader.session.pictures import Pictures, Tile
from zzpreader.ui.palette import gap_colour
from zzpreader.ui.view.leaf import Leaf
from zzpreader.ui.view.page_painting import paint_page
from zzpreader.ui.view.page_view import PageView
from zzpreader.ui.view.tiles import tiles

_ACROSS_PX = 300
_POWERS = (1.5, 2.0, 2.5, 3.0, 4.0, 6.0)
_STEP_PX = 24
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Loupe(QWidget):
    """Follows the pointer and the arrow keys; plus, minus and the wheel change its power; Esc or a click puts it away.

    Signals: closed().
    """

    closed = Signal()

    def __init__(self, view: PageView, pictures: Pictures) -> None:
        super().__init__(view.viewport())
        self._view, self._pictures = view, pictures
        self._power = 2
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Magnifying glass"))
        across = min(_ACROSS_PX, view.viewport().width(), view.viewport().height())
        self.resize(across, across)
        self.setMask(QRegion(self.rect(), QRegion.RegionType.Ellipse))
        pictures.tile_ready.connect(self._take)
        view.moved.connect(self._take)
        for watched in (view, view.viewport()):
            watched.installEventFilter(self)
        spot = view.viewport().mapFromGlobal(view.cursor().pos())
        self._move_to(spot if view.viewport().rect().contains(spot) else view.viewport().rect().center())
        self.show()
        self.raise_()

    @property
    def power(self) -> float:
        """How much larger than the page below."""
        return _POWERS[self._power]

    def put_away(self) -> None:
        if self.isVisible():
            for watched in (self._view, self._view.viewport()):
                watched.removeEventFilter(self)
            self._pictures.want((), by=self)
            self.hide()
            self.closed.emit()
            self.deleteLater()

    def _move_to(self, spot: QPoint) -> None:
        self._centre = QPointF(spot)
        self.move(spot - self.rect().center())
        self.update()

    def _take(self, _: object = None) -> None:
        self.update()

    def _enlarged(self, leaf: Leaf) -> Leaf:
        """The page so that what is under the middle of the glass stays there."""
        power = self.power
        middle = QPointF(self.rect().center())
        left = middle.x() + (leaf.left - self._centre.x()) * power
        top = middle.y() + (leaf.top - self._centre.y()) * power
        return replace(leaf, scale=leaf.scale * power, left=left, top=top)

    # Qt

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        seen, ratio = QRectF(self.rect()), self.devicePixelRatioF()
        part = Rect(seen.left(), seen.top(), seen.right(), seen.bottom())
        painter.fillRect(seen, gap_colour(self.palette()))
        wanted: list[Tile] = []
        for leaf in map(self._enlarged, self._view.leaves_seen()):
            if leaf.box.meets(part):
                paint_page(painter, leaf, seen, pictures=self._pictures, paper=self._view.paper, ratio=ratio)
                painter.save()
                painter.setClipRect(QRectF(leaf.left, leaf.top, leaf.width, leaf.height).intersected(seen))
                self._view.paint_over(painter, leaf)
                painter.restore()
                wanted += tiles(leaf, part, ratio, self._view.paper)
        rim = QPainterPath()
        rim.addEllipse(seen.adjusted(1.5, 1.5, -1.5, -1.5))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 3))
        painter.drawPath(rim)
        painter.end()
        self._pictures.want(wanted, by=self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event:
            case QMouseEvent() if event.type() == QEvent.Type.MouseMove:
                self._move_to(event.position().toPoint())
            case QMouseEvent() if event.type() == QEvent.Type.MouseButtonPress:
                self.put_away()
                return True
            case QWheelEvent():
                self._change(1 if event.angleDelta().y() > 0 else -1)
                return True
            case QKeyEvent() if event.type() == QEvent.Type.KeyPress and self._key(Qt.Key(event.key())):
                return True
            case _:
                pass
        return super().eventFilter(watched, event)

    def _key(self, key: Qt.Key) -> bool:
        if key in _ARROWS:
            across, down = _ARROWS[key]
            spot = self._centre.toPoint() + QPoint(across, down) * _STEP_PX
            room = self._view.viewport().rect()
            self._move_to(QPoint(min(max(spot.x(), 0), room.right()), min(max(spot.y(), 0), room.bottom())))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self._change(-1 if key is Qt.Key.Key_Minus else 1)
        elif key is Qt.Key.Key_Escape:
            self.put_away()
        else:
            return False
        return True

    def _change(self, step: int) -> None:
        self._power = min(max(self._power + step, 0), len(_POWERS) - 1)
        self.update()
