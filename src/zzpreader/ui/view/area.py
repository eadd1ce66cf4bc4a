"""Marking a rectangle of a page: drawn with the mouse, or put there and moved with the keys."""

from typing import Protocol

from msgspec import Struct
from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from zzpreader.model.geometry import Point, Rect
from zzpreader.ui.view.leaf import Leaf

_LEAST = 6.0
"""Points; a smaller one is a click that went astray."""

_STEP, _FINE_STEP = 12.0, 1.0
"""Points that an arrow moves or sizes by; the fine one with Ctrl."""

_DIM = QColor(0, 0, 0, 70)
_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class Area(Struct, frozen=True):
    """A rectangle in page space."""

    page: int
    box: Rect


class Surface(Protocol):
    """What the tool needs of the view."""

    def viewport(self) -> QWidget: ...
    def leaf_under(self, spot: QPointF) -> Leaf | None: ...
    def leaves_seen(self) -> list[Leaf]: ...


class AreaTool(QObject):
    """
    Signals:
        chosen(Area): this one is to be marked.
        started(), stopped(): it is in use, and rests again.
    """

    chosen = Signal(object)
    started = Signal()
    stopped = Signal()

    def __init__(self, surface: Surface, parent: QObject) -> None:
        super().__init__(parent)
        self._surface = surface
        self._area: Area | None = None
        self._from: tuple[Leaf, Point] | None = None
        self.is_on = False

    @property
    def area(self) -> Area | None:
        """What has been drawn so far."""
        return self._area

    def start(self, area: Area | None = None) -> None:
        """
        Args:
            area: to begin with, such as what is around the selection.
        """
        self._area, self._from = area, None
        self.is_on = True
        self._surface.viewport().setCursor(Qt.CursorShape.CrossCursor)
        self._changed()
        self.started.emit()

    def stop(self) -> None:
        if self.is_on:
            self.is_on, self._area, self._from = False, None, None
            self._surface.viewport().unsetCursor()
            self._changed()
            self.stopped.emit()

    def press(self, event: QMouseEvent) -> None:
        leaf = self._surface.leaf_under(event.position())
        if leaf and event.button() == Qt.MouseButton.LeftButton:
            start = _inside(leaf, event.position())
            self._from, self._area = (leaf, start), Area(leaf.page, Rect(start.x, start.y, start.x, start.y))
            self._changed()

    def move(self, event: QMouseEvent) -> None:
        if self._from:
            leaf, start = self._from
            # The page may have scrolled since; the leaf under the corner is asked for again.
            seen = next(
                (one for one in self._surface.leaves_seen() if (one.page, one.half) == (leaf.page, leaf.half)), leaf
            )
            end = _inside(seen, event.position())
            self._area = Area(leaf.page, _between(start, end))
            self._changed()

    def release(self, event: QMouseEvent) -> None:
        self.move(event)
        self._from = None
        if self._area and min(self._area.box.width, self._area.box.height) >= _LEAST:
            self._choose()
        else:
            self._area = None
            self._changed()

    def key(self, event: QKeyEvent) -> bool:
        """Arrows move, with Shift they size; Enter takes it, Esc leaves it. Returns: whether it was meant for it."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.stop()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._area:
                self._choose()
        elif key in _ARROWS:
            self._push(*_ARROWS[key], event.modifiers())
        else:
            return False
        return True

    def paint(self, painter: QPainter, leaf: Leaf, ink: QColor) -> None:
        """What lies outside is dimmed, so that one sees what will be in the picture."""
        if self._area is None or self._area.page != leaf.page:
            return
        shown = leaf.rect_to_layout(self._area.box)
        box = QRectF(QPointF(shown.left, shown.top), QPointF(shown.right, shown.bottom))
        page = QRectF(leaf.left, leaf.top, leaf.width, leaf.height)
        for part in (
            QRectF(page.topLeft(), QPointF(page.right(), box.top())),
            QRectF(QPointF(page.left(), box.bottom()), page.bottomRight()),
            QRectF(QPointF(page.left(), box.top()), QPointF(box.left(), box.bottom())),
            QRectF(QPointF(box.right(), box.top()), QPointF(page.right(), box.bottom())),
        ):
            painter.fillRect(part, _DIM)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor("#ffffff"), 4))
        painter.drawRect(box)
        painter.setPen(QPen(ink, 2))
        painter.drawRect(box)

    def _choose(self) -> None:
        area = self._area
        self.stop()
        self.chosen.emit(area)

    def _push(self, across: int, down: int, keys: Qt.KeyboardModifier) -> None:
        area = self._area or self._first()
        leaf = next((leaf for leaf in self._surface.leaves_seen() if area and leaf.page == area.page), None)
        if area is None or leaf is None:
            return
        if self._area is not None:
            step = _FINE_STEP if keys & Qt.KeyboardModifier.ControlModifier else _STEP
            sized = bool(keys & Qt.KeyboardModifier.ShiftModifier)
            area = Area(area.page, _pushed(area.box, across * step, down * step, leaf.part, sized=sized))
        self._area = area
        self._changed()

    def _first(self) -> Area | None:
        """A rectangle in the middle of what is seen, to be moved from there."""
        view = self._surface.viewport().rect()
        leaf = self._surface.leaf_under(QPointF(view.center()))
        if leaf is None:
            return None
        reach = QPointF(view.width() / 6, view.height() / 6)
        middle = QPointF(view.center())
        return Area(leaf.page, _between(_inside(leaf, middle - reach), _inside(leaf, middle + reach)))

    def _changed(self) -> None:
        self._surface.viewport().update()


def _pushed(box: Rect, across: float, down: float, room: Rect, *, sized: bool) -> Rect:
    """Moved, or its lower right corner moved, inside of `room`; page space."""
    if sized:
        right = min(max(box.right + across, box.left + _LEAST), room.right)
        return Rect(box.left, box.top, right, min(max(box.bottom + down, box.top + _LEAST), room.bottom))
    across = min(max(across, room.left - box.left), room.right - box.right)
    down = min(max(down, room.top - box.top), room.bottom - box.bottom)
    return Rect(box.left + across, box.top + down, box.right + across, box.bottom + down)


def _between(one: Point, other: Point) -> Rect:
    return Rect(min(one.x, other.x), min(one.y, other.y), max(one.x, other.x), max(one.y, other.y))


def _inside(leaf: Leaf, spot: QPointF) -> Point:
    """The nearest point on what is shown of the page."""
    point, part = leaf.to_page(Point(spot.x(), spot.y())), leaf.part
    return Point(min(max(point.x, part.left), part.right), min(max(point.y, part.top), part.bottom))
