"""Pages laid out behind a viewport: where each lies, and what stays where it is when anything changes."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from zzpreader.model.geometry import Point
from zzpreader.model.pages import Place
from zzpreader.session.pages import Pages
from zzpreader.ui.view.anchor import READING_PX, Anchor, anchor_at, origin_for
from zzpreader.ui.view.layout import Layout, View
from zzpreader.ui.view.leaf import Leaf
from zzpreader.ui.view.page_bar import PageBar
from zzpreader.ui.view.zoom import Fit

_LINE_PX = 40


class LaidOutPages(QAbstractScrollArea):
    """
    Signals: moved() what is seen lies elsewhere than before.

    Attributes: lent_px: what the height of the view lacks for a while, because of a message beside it.
    """

    moved = Signal()

    def __init__(self, pages: Pages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._shape = View(width=1, height=1)
        self._layout: Layout | None = None
        self.lent_px: Callable[[], int] = lambda: 0
        self._covered = QRect()
        self._reading: Anchor | None = None
        self._goal: Place | None = None
        self.setVerticalScrollBar(PageBar())
        # Always there, so that fitting the width has no say in the width.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.verticalScrollBar().setSingleStep(_LINE_PX)
        self.horizontalScrollBar().setSingleStep(_LINE_PX)
        pages.changed.connect(self._take_pages)
        self._take_pages()

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

    def share_of(self, place: Place, x: float) -> float | None:
        """How far down the whole of the paper the place is, 0 to 1; None before there are pages.

        Args:
            x: points from the left of the unrotated page.
        """
        if self._layout is None or not 0 <= place.page < self._pages.count:
            return None
        leaf = self._layout.leaf(place.page, place.half or self._layout.half_at(place.page, x))
        return leaf.to_layout(Point(x, place.y)).y / max(self._layout.height, 1.0)

    def _in_viewport(self, leaf: Leaf) -> Leaf:
        origin, ratio = self._origin, self.devicePixelRatioF()
        left = round((leaf.left - origin.x) * ratio) / ratio
        top = round((leaf.top - origin.y) * ratio) / ratio
        return replace(leaf, left=left, top=top)

    @property
    def _origin(self) -> Point:
        """The corner of the viewport in the layout; what is lower than the view stands in its middle."""
        return Point(float(self.horizontalScrollBar().value()), self.verticalScrollBar().value() - self._spare / 2)

    @property
    def _spare(self) -> float:
        return max(self._shape.height + self._shape.lent - self._layout.height, 0.0) if self._layout else 0.0

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
        anchor = self._held()
        self._shape = replace(self._shape, width=self.viewport().width(), height=self.viewport().height())
        self._lay_out(anchor)

    def _reshape(self, shape: View, anchor: Anchor | None) -> None:
        self._shape = shape
        self._lay_out(anchor, self._layout)

    def _lay_out(self, anchor: Anchor | None, like: Layout | None = None) -> None:
        """Args: like: the layout before, where the pages are still as they were."""
        if not self._pages.count:
            return
        self._layout = Layout(self._pages.all, self._shape, self._pages.labels.is_spread, like=like)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(round(self._layout.width) - self._shape.width, 0))
        down.setRange(0, max(round(self._layout.height + self._spare / 2) - self._shape.height, 0))
        across.setPageStep(self._shape.width)
        down.setPageStep(self._shape.height)
        if anchor:
            self._scroll_to(anchor)
            self._show_whole(anchor)
        self._cover()
        self.viewport().update()
        self.moved.emit()

    def _cover(self) -> None:
        """Notes what of the view the pages cover, their frames included, as one box."""
        self._covered = QRect()
        for leaf in self.leaves_seen():
            box = QRectF(leaf.left, leaf.top, leaf.width, leaf.height)
            self._covered |= box.toAlignedRect().adjusted(-1, -1, 1, 1)

    def _scroll_to(self, anchor: Anchor) -> None:
        """Afterwards the anchor is where one reads, until the reader scrolls: nothing drifts by rounding."""
        assert self._layout
        origin = origin_for(self._layout, anchor)
        self.horizontalScrollBar().setValue(round(origin.x))
        self.verticalScrollBar().setValue(round(origin.y + self._spare / 2))
        self._goal = anchor.goal
        is_reading = anchor.goal is not None or anchor.at.y == READING_PX
        self._reading = anchor if is_reading else None
        self.moved.emit()

    def _show_whole(self, anchor: Anchor) -> None:
        """Where pages are as large as the view, the one that is read is seen from edge to edge; its anchor is kept."""
        assert self._layout
        if self._shape.zoom.fit is not Fit.PAGE:
            return
        leaf = self._layout.leaf(min(anchor.page, self._layout.page_count - 1), anchor.half)
        above, room = leaf.top - self._origin.y, self._shape.height + self._shape.lent
        is_seen = above >= 0 and above + leaf.height <= room
        if leaf.height <= room and not is_seen:
            reading, goal = self._reading, self._goal
            self.verticalScrollBar().setValue(round(leaf.top - READING_PX + self._spare / 2))
            self._reading, self._goal = reading, goal

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        anchor = self._held()
        size = event.size()
        self._shape = replace(self._shape, width=size.width(), height=size.height(), lent=self.lent_px())
        if anchor:
            at = Point(anchor.at.x if anchor.goal else size.width() / 2, anchor.at.y)
            self._lay_out(replace(anchor, at=at), self._layout)
        elif self._layout is None:
            self._take_pages()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._reading = None
        self._goal = None
        before = self._covered
        self._cover()
        # All around is as it was. As one box: what Qt paints through a clip of several it shares among threads.
        self.viewport().update(before | self._covered)
        self.moved.emit()
