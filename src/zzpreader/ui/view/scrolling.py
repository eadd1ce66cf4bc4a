"""Pages laid out, scrolled and zoomed: where everything lies in the view, and what is read."""

from msgspec.structs import replace
from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from zzpreader.model.geometry import Point, Rotation, turned
from zzpreader.model.pages import Half, Place
from zzpreader.session.pages import Pages
from zzpreader.ui.view.anchor import READING_PX, Anchor, anchor_at, anchor_of, origin_for
from zzpreader.ui.view.kept import from_state, to_state
from zzpreader.ui.view.layout import Layout, View
from zzpreader.ui.view.leaf import Leaf
from zzpreader.ui.view.rows import Facing, Part
from zzpreader.ui.view.zoom import PX_PER_POINT, Fit, Zoom, next_step

_LINE_PX = 40
_OVERLAP_PX = 48
"""What stays in view when a screen further is scrolled."""

_TELL_MS = 30
_EYE = 0.45
_EYE_AFTER_JUMP = 0.3
"""How far down the view the eye is taken to be, as a fraction of its height; after a jump it begins at the top."""

_HAIR_PX = 3


class PageScroll(QAbstractScrollArea):
    """
    Signals:
        place_changed(Place): another place is read, or another page or half is in front.
        zoom_changed(float): `zoom`, `zoom_mode`, `facing` or `halves` is another.
        moved(): what is seen lies elsewhere than before.
    """

    place_changed = Signal(object)
    zoom_changed = Signal(float)
    moved = Signal()

    def __init__(self, pages: Pages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._shape = View(width=1, height=1)
        self._layout: Layout | None = None
        self._reading: Anchor | None = None
        self._kept: dict[str, object] | None = None
        self._goal: Place | None = None
        self._told: tuple[object, ...] = ()
        self._tell_soon = QTimer(self, singleShot=True, interval=_TELL_MS)
        self._tell_soon.timeout.connect(self._tell)
        # Always there, so that fitting the width has no say in the width.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.verticalScrollBar().setSingleStep(_LINE_PX)
        self.horizontalScrollBar().setSingleStep(_LINE_PX)
        pages.changed.connect(self._take_pages)
        self._take_pages()

    # how pages are shown

    @property
    def zoom(self) -> float:
        """1 is actual size; of the page in front where a fit gives each its own."""
        if self._layout is None:
            return self._shape.zoom.factor
        return self._layout.leaf(*self._front).scale / PX_PER_POINT

    @property
    def zoom_mode(self) -> str:
        """fit-width, fit-page or free."""
        return self._shape.zoom.fit.value

    def set_zoom_mode(self, mode: str) -> None:
        """Args: mode: as `zoom_mode`."""
        self._reshape(replace(self._shape, zoom=Zoom(Fit(mode), self.zoom)), self._held())

    def set_zoom(self, factor: float, around: QPointF | None = None) -> None:
        """Free zoom, 0.1 to 64; the point of the viewport `around`, else its middle, stays where it is."""
        around = around or QPointF(self._shape.width / 2, self._shape.height / 2)
        anchor = anchor_at(self._layout, self._origin, Point(around.x(), around.y())) if self._layout else None
        self._reshape(replace(self._shape, zoom=Zoom.free(factor)), anchor)

    def zoom_in(self) -> None:
        self.set_zoom(next_step(self.zoom, up=True))

    def zoom_out(self) -> None:
        self.set_zoom(next_step(self.zoom, up=False))

    @property
    def rotation(self) -> Rotation:
        """The reader's own turn, clockwise."""
        return self._shape.rotation

    def set_rotation(self, rotation: int) -> None:
        self._reshape(replace(self._shape, rotation=turned(rotation)), self._held(middle=True))

    def rotate(self, degrees: int) -> None:
        self.set_rotation(self.rotation + degrees)

    @property
    def facing(self) -> bool:
        """Whether two printed pages lie side by side."""
        return self._shape.facing is not Facing.SINGLE

    def set_facing(self, on: bool, *, cover_alone: bool = True) -> None:
        facing = Facing.SINGLE if not on else Facing.COVER if cover_alone else Facing.PAIRS
        self._reshape(replace(self._shape, facing=facing), self._held())

    @property
    def halves(self) -> bool:
        """Whether the halves of a spread are pages of their own."""
        return self._shape.halves

    def set_halves(self, on: bool) -> None:
        self._reshape(replace(self._shape, halves=on), self._held())

    # where one reads

    def place(self) -> Place:
        """What is read: the goal of the last jump, and after scrolling what stands at the top of the view."""
        if self._goal:
            return self._goal
        return self._place_of(self._anchor()) if self._layout else Place(0)

    def eye(self) -> Place:
        """Where the eye is taken to be: at a goal within a page, else some way down the view.

        A heading near the top of the view counts as being read, though what stands above it belongs to another section.
        """
        if self._layout is None or (self._goal and self._goal.y > 0):
            return self.place()
        at = Point(self._shape.width / 2, self._shape.height * (_EYE_AFTER_JUMP if self._goal else _EYE))
        return self._place_of(anchor_at(self._layout, self._origin, at))

    def _place_of(self, anchor: Anchor) -> Place:
        assert self._layout
        page = self._pages.page(anchor.page)
        # A hair lower, so that what rounding moved above the edge of the view still counts as being read.
        hair = _HAIR_PX / self._layout.leaf(anchor.page, anchor.half).scale
        y = min(max(anchor.down, 0.0) * page.size.height + hair, page.size.height)
        return Place(anchor.page, y, (anchor.half or Half.LEFT) if self._layout.is_spread(anchor.page) else None)

    @property
    def current_page(self) -> int:
        """The page of the last jump, and after scrolling the one of which most is seen."""
        return self._front.page

    @property
    def current_half(self) -> Half | None:
        """Which half of that page is meant; None where pages are shown whole."""
        return self._front.half

    @property
    def _front(self) -> Part:
        if self._layout is None:
            return Part(0)
        if self._goal:
            leaf = self._layout.leaf(min(self._goal.page, self._pages.count - 1), self._goal.half)
        else:
            leaf = max(self.leaves_seen(), key=self._height_seen)  # the first of those of which as much is seen
        return Part(leaf.page, leaf.half)

    def _height_seen(self, leaf: Leaf) -> float:
        return min(leaf.top + leaf.height, self._shape.height) - max(leaf.top, 0.0)

    def view_state(self) -> dict[str, object]:
        """For `restore`; plain JSON, and the same again as long as nobody moves."""
        if self._kept is not None:
            return self._kept
        anchor = self._anchor() if self._layout else Anchor(0, 0.5, 0.0, Point(0, 0))
        return to_state(self._shape, anchor, self.zoom)

    def restore(self, state: dict[str, object]) -> None:
        """As it was left; at once, or when the pages are known. What cannot be understood is passed over."""
        if self._layout is None:
            self._kept = state
            return
        self._kept = None
        if kept := from_state(state, self._shape, self._pages.count):
            self._reshape(kept.shape, kept.anchor)

    # scrolling

    def bring(self, place: Place, *, x: float | None = None, at: Point | None = None) -> None:
        """Scroll so that the place stands at the top of the view, or at the point `at` of it.

        Args:
            x: points from the left of the unrotated page, where `at` is given too.
        """
        if self._layout is None:
            self._goal = place
            return
        place = self._known(place, x)
        if at is None:
            anchor = anchor_of(self._layout, place, Point(0, READING_PX))
            leaf = self._layout.leaf(place.page, place.half)
            left = self._origin.x
            if place.half is not None:
                left = leaf.rect_to_layout(place.half.box(leaf.size)).left - READING_PX
            at = Point(origin_for(self._layout, anchor).x - left, READING_PX)
        self._scroll_to(anchor_of(self._layout, place, at, x))

    def _known(self, place: Place, x: float | None) -> Place:
        """The place on a page that there is, and on the half that is shown there."""
        assert self._layout
        page = min(max(place.page, 0), self._pages.count - 1)
        half = place.half or (None if x is None else self._layout.half_at(page, x))
        return replace(place, page=page, half=half or self._layout.leaf(page).half)

    def turn_page(self, step: int) -> None:
        """To the top of the next page or half, or of the next two."""
        if self._layout and self.can_turn_page(step):
            part = self._layout.parts_of(self._layout.row_of(*self._front) + step)[0]
            self.bring(Place(part.page, half=part.half))

    def can_turn_page(self, step: int) -> bool:
        """Whether there is one in that direction."""
        return self._layout is not None and 0 <= self._layout.row_of(*self._front) + step < self._layout.row_count

    def turn_screen(self, step: int) -> None:
        """A screen further or back; whole pages where whole pages are shown."""
        if self._shape.zoom.fit is Fit.PAGE:
            self.turn_page(step)
            return
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + step * max(self._shape.height - _OVERLAP_PX, _LINE_PX))

    def pan(self, dx: float, dy: float) -> None:
        """Move the paper by so many pixels."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() - round(dx))
        down.setValue(down.value() - round(dy))

    @property
    def can_pan_across(self) -> bool:
        return self.horizontalScrollBar().maximum() > 0

    # what is where

    def leaves_seen(self) -> list[Leaf]:
        """The pages, or halves, in view, in coordinates of the viewport, on whole device pixels."""
        if self._layout is None:
            return []
        origin = self._origin
        found = self._layout.leaves(origin.y, origin.y + self._shape.height)
        return [self._in_viewport(leaf) for leaf in found]

    def leaf_seen(self, page: int, x: float = 0.0) -> Leaf | None:
        """The page in coordinates of the viewport, also where it is not in view.

        Args:
            x: points from the left of the unrotated page; where halves are shown, it is on the one that is meant.
        """
        if self._layout is None or not 0 <= page < self._pages.count:
            return None
        return self._in_viewport(self._layout.leaf(page, self._layout.half_at(page, x)))

    def leaves_of(self, page: int) -> list[Leaf]:
        """The page, or both its halves, in coordinates of the viewport, also where they are not in view."""
        if self._layout is None or not 0 <= page < self._pages.count:
            return []
        return [self._in_viewport(leaf) for leaf in self._layout.leaves_of(page)]

    def leaf_under(self, spot: QPointF) -> Leaf | None:
        """The page under a point of the viewport, else the nearest beside it."""
        if self._layout is None:
            return None
        origin = self._origin
        return self._in_viewport(self._layout.leaf_at(Point(origin.x + spot.x(), origin.y + spot.y())))

    def _in_viewport(self, leaf: Leaf) -> Leaf:
        origin, ratio = self._origin, self.devicePixelRatioF()
        left = round((leaf.left - origin.x) * ratio) / ratio
        top = round((leaf.top - origin.y) * ratio) / ratio
        return replace(leaf, left=left, top=top)

    @property
    def _origin(self) -> Point:
        """The corner of the viewport in the layout; what is lower than the view stands in its middle."""
        spare = max(self._shape.height - self._layout.height, 0.0) if self._layout else 0.0
        return Point(float(self.horizontalScrollBar().value()), self.verticalScrollBar().value() - spare / 2)

    def _held(self, *, middle: bool = False) -> Anchor | None:
        """The anchor for another shape; None before there are pages."""
        return self._anchor(middle=middle) if self._layout else None

    def _anchor(self, *, middle: bool = False) -> Anchor:
        """What must not move: where one reads, else (for a turn) the middle of the view."""
        assert self._layout
        if self._reading and not middle:
            return self._reading
        at = Point(self._shape.width / 2, self._shape.height / 2 if middle else READING_PX)
        return anchor_at(self._layout, self._origin, at)

    # changes

    def _take_pages(self) -> None:
        if not self._pages.count:
            return
        is_first = self._layout is None
        goal, kept = self._goal, self._kept
        anchor = self._held()
        self._shape = replace(self._shape, width=self.viewport().width(), height=self.viewport().height())
        self._lay_out(anchor)
        if is_first:
            if kept is not None:
                self.restore(kept)
            if goal:
                self._goal = None
                self.bring(goal)

    def _reshape(self, shape: View, anchor: Anchor | None) -> None:
        self._shape = shape
        self._lay_out(anchor)

    def _lay_out(self, anchor: Anchor | None) -> None:
        if not self._pages.count:
            return
        self._layout = Layout(self._pages.all, self._shape, self._pages.labels.is_spread)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(round(self._layout.width) - self._shape.width, 0))
        down.setRange(0, max(round(self._layout.height) - self._shape.height, 0))
        across.setPageStep(self._shape.width)
        down.setPageStep(self._shape.height)
        if anchor:
            self._scroll_to(anchor)
        self.viewport().update()
        self._has_moved()

    def _scroll_to(self, anchor: Anchor) -> None:
        """Afterwards the anchor is where one reads, until the reader scrolls: nothing drifts by rounding."""
        assert self._layout
        origin = origin_for(self._layout, anchor)
        spare = max(self._shape.height - self._layout.height, 0.0)
        self.horizontalScrollBar().setValue(round(origin.x))
        self.verticalScrollBar().setValue(round(origin.y + spare / 2))
        self._goal = anchor.goal
        is_reading = anchor.goal is not None or anchor.at.y == READING_PX
        self._reading = anchor if is_reading else None
        self._has_moved()

    def _has_moved(self) -> None:
        if not self._tell_soon.isActive():
            self._tell_soon.start()
        self.moved.emit()

    def _tell(self) -> None:
        if self._layout is None:
            return
        shape = (self.zoom, self.zoom_mode, self.facing, self.halves)
        read = (self.place(), self._front)
        told, self._told = self._told, (shape, read)
        if told[:1] != (shape,):
            self.zoom_changed.emit(self.zoom)
        if told[1:] != (read,):
            self.place_changed.emit(read[0])

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        anchor = self._held()
        size = event.size()
        self._shape = replace(self._shape, width=size.width(), height=size.height())
        if anchor:
            self._lay_out(replace(anchor, at=Point(anchor.at.x if anchor.goal else size.width() / 2, anchor.at.y)))
        elif self._layout is None:
            self._take_pages()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._reading = None
        self._goal = None
        self.viewport().update()
        self._has_moved()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom * 1.15 ** (event.angleDelta().y() / 120), event.position())
            event.accept()
        elif not event.pixelDelta().isNull():
            self.pan(event.pixelDelta().x(), event.pixelDelta().y())
            event.accept()
        else:
            super().wheelEvent(event)
