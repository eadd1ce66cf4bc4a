"""What pressing, dragging and hovering mean in the view."""

from typing import Protocol

from msgspec import Struct
from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QWidget

from zzpreader.model.annotation import Annotation
from zzpreader.model.geometry import Point
from zzpreader.model.links import Inside, Link, Outside, Refused
from zzpreader.model.selection import Unit, is_over_text
from zzpreader.model.text import PageText
from zzpreader.ui.view.leaf import Leaf
from zzpreader.ui.view.selecting import TextSelection

_SCROLL_MS = 30
_SCROLL_SHARE = 0.35
"""Of how far the pointer is outside, so many pixels are scrolled each time."""

_UNITS = (Unit.CHARACTER, Unit.WORD, Unit.SENTENCE, Unit.PARAGRAPH)


class Under(Struct, frozen=True):
    """What lies under the pointer.

    Args:
        point: in page space.
        is_text: whether text can be selected there.
        annotations: the uppermost first.
    """

    page: int
    point: Point
    is_text: bool = False
    link: Link | None = None
    annotations: tuple[Annotation, ...] = ()


class Surface(Protocol):
    """What the pointer needs of the view."""

    def viewport(self) -> QWidget: ...
    def pan(self, dx: float, dy: float) -> None: ...
    def under(self, spot: QPointF) -> Under | None: ...


class Pointer(QObject):
    """
    Signals:
        link_clicked(Inside | Outside | Refused).
        annotations_clicked(tuple[Annotation, ...]): all under the pointer, the uppermost first; () for bare paper.
        selected(): a selection has been finished.
        hovered(Under | None).
    """

    link_clicked = Signal(object)
    annotations_clicked = Signal(object)
    selected = Signal()
    hovered = Signal(object)

    def __init__(self, surface: Surface, selection: TextSelection, parent: QObject) -> None:
        super().__init__(parent)
        self._surface, self._selection = surface, selection
        self._pressed_at: QPointF | None = None
        self._pressed_on: Under | None = None
        self._pan_from: QPointF | None = None
        self._last = QPointF()
        self._is_drag = False
        self._clicks = 0
        self._clicked_at = (0, QPointF(-99, -99))
        self._has_panned = False
        self._space_is_down = False
        self._scroll = QTimer(self, interval=_SCROLL_MS)
        self._scroll.timeout.connect(self._scroll_on)

    def hold_space(self, down: bool) -> bool:
        """Space pans while it is held. Returns: for its release whether it was used to pan."""
        self._space_is_down = down
        has_panned, self._has_panned = self._has_panned, False
        self._show_cursor(None)
        return has_panned

    def press(self, event: QMouseEvent) -> bool:
        """Returns: whether the press means something here."""
        spot = event.position()
        is_left = event.button() == Qt.MouseButton.LeftButton
        if event.button() == Qt.MouseButton.MiddleButton or (is_left and self._space_is_down):
            self._pan_from = spot
            self._has_panned = True
            self._surface.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            return True
        if not is_left:
            return False
        self._count_clicks(event)
        under = self._surface.under(spot)
        self._pressed_at, self._pressed_on, self._last, self._is_drag = spot, under, spot, False
        if under is None:
            return True
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._selection.caret:
            self._is_drag = True
            self._selection.extend_to(under.page, under.point)
        elif under.link is None or self._clicks > 1:
            self._selection.begin(under.page, under.point, _UNITS[self._clicks - 1])
        return True

    def move(self, event: QMouseEvent) -> None:
        spot = event.position()
        if self._pan_from is not None:
            self._surface.pan(spot.x() - self._pan_from.x(), spot.y() - self._pan_from.y())
            self._pan_from = spot
        elif self._pressed_at is not None:
            self._drag_to(spot)
        else:
            under = self._surface.under(spot)
            self._show_cursor(under)
            self.hovered.emit(under)

    def release(self, event: QMouseEvent) -> None:
        if self._pan_from is not None:
            self._pan_from = None
            self._show_cursor(self._surface.under(event.position()))
            return
        if self._pressed_at is None or event.button() != Qt.MouseButton.LeftButton:
            return
        pressed_on, self._pressed_at = self._pressed_on, None
        self._scroll.stop()
        if not self._selection.is_empty:
            self.selected.emit()
        elif pressed_on and not self._is_drag:
            if pressed_on.link:
                self.link_clicked.emit(pressed_on.link.target)
            else:
                self.annotations_clicked.emit(pressed_on.annotations)

    def leave(self) -> None:
        self.hovered.emit(None)

    def _count_clicks(self, event: QMouseEvent) -> None:
        hints = QGuiApplication.styleHints()
        before, where = self._clicked_at
        is_soon = event.timestamp() - before <= hints.mouseDoubleClickInterval()
        is_near = (event.position() - where).manhattanLength() <= hints.startDragDistance()
        self._clicks = self._clicks % len(_UNITS) + 1 if is_soon and is_near else 1
        self._clicked_at = (event.timestamp(), event.position())

    def _drag_to(self, spot: QPointF) -> None:
        assert self._pressed_at
        self._last = spot
        if not self._is_drag:
            distance = (spot - self._pressed_at).manhattanLength()
            if distance < QGuiApplication.styleHints().startDragDistance():
                return
            self._is_drag = True
            if self._pressed_on and self._pressed_on.link and self._clicks == 1:
                self._selection.begin(self._pressed_on.page, self._pressed_on.point, Unit.CHARACTER)
        self._extend()
        if self._beyond() and not self._scroll.isActive():
            self._scroll.start()

    def _extend(self) -> None:
        if under := self._surface.under(self._last):
            self._selection.extend_to(under.page, under.point)

    def _beyond(self) -> float:
        """How far the pointer is above (less than 0) or below the view."""
        return min(self._last.y(), 0.0) or max(self._last.y() - self._surface.viewport().height(), 0.0)

    def _scroll_on(self) -> None:
        beyond = self._beyond()
        if not beyond:
            self._scroll.stop()
            return
        self._surface.pan(0, -beyond * _SCROLL_SHARE - (1 if beyond > 0 else -1))
        self._extend()

    def _show_cursor(self, under: Under | None) -> None:
        if self._space_is_down:
            shape = Qt.CursorShape.OpenHandCursor
        elif under and (under.link or (under.annotations and not under.is_text)):
            shape = Qt.CursorShape.PointingHandCursor
        elif under and under.is_text:
            shape = Qt.CursorShape.IBeamCursor
        else:
            shape = Qt.CursorShape.ArrowCursor
        if self._surface.viewport().cursor().shape() != shape:
            self._surface.viewport().setCursor(shape)


def look_under(
    leaf: Leaf, spot: QPointF, text: PageText | None, links: tuple[Link, ...], annotations: list[Annotation]
) -> Under:
    """
    Args:
        annotations: those under the spot.
    """
    point = leaf.to_page(Point(spot.x(), spot.y()))
    slack = 2.0 / leaf.scale
    link = next((link for link in reversed(links) if link.box.contains(point, slack)), None)
    return Under(leaf.page, point, text is not None and is_over_text(text, point), link, tuple(annotations))


def address_of(target: Inside | Outside | Refused) -> str | None:
    """The address outside of the publication; None for a place inside."""
    match target:
        case Inside():
            return None
        case Outside(uri=uri):
            return uri
        case Refused(address=address):
            return address
