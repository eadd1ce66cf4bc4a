"""Pages scrolled, zoomed and turned: how they are shown, and what of them is read."""

from msgspec.structs import replace
from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget

from zzpreader.model.geometry import Point, Rotation, turned
from zzpreader.model.pages import Half, Place, Trim
from zzpreader.session.pages import Pages
from zzpreader.ui.view.anchor import READING_PX, Anchor, anchor_at, anchor_of, origin_for
from zzpreader.ui.view.kept import from_state, to_state
from zzpreader.ui.view.laid_out import LaidOutPages
from zzpreader.ui.view.leaf import Leaf
from zzpreader.ui.view.rows import Facing, Part
from zzpreader.ui.view.zoom import PX_PER_POINT, Fit, Zoom, next_step

_OVERLAP_PX = 48
"""What stays in view when a screen further is scrolled."""

_TELL_MS, _TELL_AT_LATEST_MS = 30, 150
"""After a movement; who turns pages without a rest, or scrolls, is told where that is now and then."""

_EYE = 0.45
_EYE_AFTER_JUMP = 0.3
"""How far down the view the eye is taken to be, as a fraction of its height; after a jump it begins at the top."""

_HAIR_PX = 3


class PageScroll(LaidOutPages):
    """
    Signals, beside that of the layout:
        place_changed(Place): another place is read, or another page or half is in front.
        zoom_changed(float): `zoom`, `zoom_mode`, `facing` or `halves` is another.
    """

    place_changed = Signal(object)
    zoom_changed = Signal(float)

    def __init__(self, pages: Pages, parent: QWidget | None = None) -> None:
        self._kept: dict[str, object] | None = None
        self._told: tuple[object, ...] = ()
        super().__init__(pages, parent)
        self._tell_soon = QTimer(self, singleShot=True, interval=_TELL_MS)
        self._tell_soon.timeout.connect(self._tell)
        self._tell_at_latest = QTimer(self, singleShot=True, interval=_TELL_AT_LATEST_MS)
        self._tell_at_latest.timeout.connect(self._tell)
        self.moved.connect(self._tell_in_a_while)
        self._tell_in_a_while()

    def _take_pages(self) -> None:
        is_first, goal, kept = self._layout is None, self._goal, self._kept
        super()._take_pages()
        if not is_first or self._layout is None:
            return
        if kept is not None:
            self.restore(kept)
        if goal:
            self._goal = None
            self.bring(goal)

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

    @property
    def trim(self) -> Trim | None:
        """What margins are left out; None for none."""
        return self._shape.trim

    def set_trim(self, trim: Trim | None) -> None:
        self._reshape(replace(self._shape, trim=trim), self._held())

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

    @property
    def is_at_the_beginning(self) -> bool:
        """Nobody has gone anywhere yet, or came back to the top."""
        return self._goal is None and self.verticalScrollBar().value() == self.verticalScrollBar().minimum()

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
        else:
            self._scroll_to(self._anchor_for(place, x, at))

    def _anchor_for(self, place: Place, x: float | None = None, at: Point | None = None) -> Anchor:
        """As `bring`."""
        assert self._layout
        place = self._known(place, x)
        if at is None:
            anchor = anchor_of(self._layout, place, Point(0, READING_PX))
            leaf = self._layout.leaf(place.page, place.half)
            left = self._origin.x
            if place.half is not None and leaf.crop:
                left = leaf.left - READING_PX
            elif place.half is not None:
                left = leaf.rect_to_layout(place.half.box(leaf.size)).left - READING_PX
            at = Point(origin_for(self._layout, anchor).x - left, READING_PX)
        return anchor_of(self._layout, place, at, x)

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
        bar.setValue(bar.value() + step * max(self._shape.height - _OVERLAP_PX, bar.singleStep()))

    # telling

    def _tell_in_a_while(self) -> None:
        self._tell_soon.start()
        if not self._tell_at_latest.isActive():
            self._tell_at_latest.start()

    def _tell(self) -> None:
        self._tell_soon.stop()
        self._tell_at_latest.stop()
        if self._layout is None:
            return
        shape = (self.zoom, self.zoom_mode, self.facing, self.halves, self.trim is None)
        read = (self.place(), self._front)
        told, self._told = self._told, (shape, read)
        if told[:1] != (shape,):
            self.zoom_changed.emit(self.zoom)
        if told[1:] != (read,):
            self.place_changed.emit(read[0])

    # Qt

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom * 1.15 ** (event.angleDelta().y() / 120), event.position())
            event.accept()
        elif not event.pixelDelta().isNull():
            self.pan(event.pixelDelta().x(), event.pixelDelta().y())
            event.accept()
        else:
            super().wheelEvent(event)
