"""The pages on the screen: painted from what is drawn, and asking for what is not."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from zzpreader.glance import Spot
from zzpreader.model.geometry import Rect
from zzpreader.model.pages import Place
from zzpreader.session.pages import Pages
from zzpreader.session.pictures import Paper, Pictures, Tile, piece_of
from zzpreader.ui.view.anchor import origin_for
from zzpreader.ui.view.leaf import Leaf
from zzpreader.ui.view.page_painting import paint_frame, paint_gaps, paint_page, tile_box
from zzpreader.ui.view.scrolling import PageScroll
from zzpreader.ui.view.tiles import tiles

_AHEAD, _BACK = 2.25, 1.0
"""Screens that are drawn in advance, first on the side to which the reader goes."""

_LATER_MS = 20
"""After painting: until then what was painted is on the screen, for which the system needs a processor."""

_STAYS_MS = 60
"""A page that is in view so long is not only turned past: its text and links may be wanted. To read them can take ten
times as long as to draw it."""

_PATIENCE_MS = 40
"""So long the page that one jumps from stays while the other one is drawn: a flash of empty paper would only disturb,
and painting it would hold up the page."""


class PageCanvas(PageScroll):
    _has_moved = Signal()

    def __init__(self, pages: Pages, pictures: Pictures, parent: QWidget | None = None) -> None:
        self._pictures = pictures
        self._paper = Paper.LIGHT
        self._asker = object()
        self._is_moving = False
        self._seen_at: float = 0.0
        self._goes_back: bool = False
        self._painted_size = QSize()
        self._awaited: list[Tile] = []  # nothing is painted before these are there, or have been awaited long enough
        self._unpainted = QRect()  # what should have been meanwhile
        super().__init__(pages, parent)
        # A queued call comes when all that moves has moved and before anything is painted, so that what a jump shows is
        # being drawn while its paper is painted.
        self.moved.connect(self._move_on)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._has_moved.connect(self._come_to_rest, Qt.ConnectionType.QueuedConnection)
        self._painted = QTimer(self, singleShot=True, interval=0)
        self._painted.timeout.connect(self._look_around)
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self._want_around)
        self._stayed_on: list[int] = []
        self._beside = QTimer(self, singleShot=True, interval=_STAYS_MS)
        self._beside.timeout.connect(self.want_beside)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._go_on_painting)
        pictures.tile_ready.connect(self._show_tile)
        pictures.page_failed.connect(self._page_failed)
        pictures.page_outdated.connect(self._page_outdated)

    def set_paper(self, paper: str) -> None:
        """Args: paper: light, dark or sepia."""
        self._paper = Paper(paper)
        self.viewport().update()

    @property
    def paper(self) -> Paper:
        """How the pages are shown."""
        return self._paper

    @property
    def is_drawn(self) -> bool:
        """Whether all that is in view is sharp, or is known to stay away."""
        if self._layout is None:
            return False
        visible = self._tiles_from(0.0, 1.0)
        return all(self._pictures.get(tile) or self._pictures.failure(tile.page) for tile in visible)

    def spots(self) -> list[Spot]:
        """What is seen, piece by piece, and where."""
        seen, ratio = Rect(0, 0, float(self._shape.width), float(self._shape.height)), self.devicePixelRatioF()
        return [
            Spot(box.x(), box.y(), piece_of(tile))
            for leaf in self.leaves_seen()
            for tile in tiles(leaf, seen, ratio, self._paper)
            for box in (tile_box(leaf, tile, ratio),)
        ]

    def foresee(self, place: Place) -> None:
        """The reader may go there next: what will be seen is drawn before what lies beside the page in view."""
        if self._layout is None or not self.isVisible():
            return
        origin, corner = self._origin, origin_for(self._layout, self._anchor_for(place))
        left, top = corner.x - origin.x, min(corner.y, float(self.verticalScrollBar().maximum())) - origin.y
        self._pictures.foresee(self._tiles_in(Rect(left, top, left + self._shape.width, top + self._shape.height)))

    # painting

    def _paint_pages(self, painter: QPainter, seen: QRectF) -> None:
        ratio, leaves = self.devicePixelRatioF(), self.leaves_seen()
        paint_gaps(painter, leaves, seen, self.palette())
        for leaf in leaves:
            if leaf.box.meets(Rect(seen.left(), seen.top(), seen.right(), seen.bottom())):
                paint_page(painter, leaf, seen, pictures=self._pictures, paper=self._paper, ratio=ratio)
                painter.save()
                painter.setClipRect(QRectF(leaf.left, leaf.top, leaf.width, leaf.height).intersected(seen))
                self.paint_over(painter, leaf)
                painter.restore()
                paint_frame(painter, leaf, seen, self.palette())

    def paint_over(self, painter: QPainter, leaf: Leaf) -> None:
        """What lies over the pixels of a page; for a subclass."""

    def _move_on(self) -> None:
        if not self._is_moving:
            self._is_moving = True
            self._has_moved.emit()

    def _come_to_rest(self) -> None:
        """What is missing is asked for before its paper is painted, and nothing but that."""
        self._is_moving = False
        if not self.isVisible():
            return
        if not self.is_drawn:
            self._want_drawn(ahead=1.0, back=0.0)
        was_waiting, self._awaited = bool(self._awaited), self._worth_waiting_for()
        if self._awaited and not was_waiting:
            self._patience.start()
        elif was_waiting and not self._awaited:
            self._go_on_painting()

    def _worth_waiting_for(self) -> list[Tile]:
        """The page one has jumped to, while there is nothing of it; nothing in a view that shows no other page yet."""
        if self._goal is None or self._painted_size != self.viewport().size():
            return []
        goal = [tile for tile in self._tiles_from(0.0, 1.0) if tile.page == self._goal.page]
        return [] if any(self._pictures.get(tile) or self._pictures.nearest(tile) for tile in goal) else goal

    def _go_on_painting(self) -> None:
        self._awaited = []
        self._patience.stop()
        unpainted, self._unpainted = self._unpainted, QRect()
        self.viewport().update(unpainted)

    def _look_around(self) -> None:
        """All that is in view has been painted: when what comes next is there too, the rest has time."""
        if not self.isVisible():
            return
        going = (-1.0, 1.0) if self._goes_back else (0.0, 2.0)
        if all(self._pictures.get(tile) for tile in self._tiles_from(*going)):
            if not self._later.isActive():
                self._later.start()
        else:
            self._want_around()

    def _want_around(self) -> None:
        if self._layout is None or not self.isVisible():
            return
        self._later.stop()
        self._want_drawn(ahead=_AHEAD, back=_BACK)
        pages = [leaf.page for leaf in self.leaves_seen()]
        if pages != self._stayed_on or not self._beside.isActive():
            self._stayed_on = pages
            self._beside.start()

    def _want_drawn(self, *, ahead: float, back: float) -> None:
        """What is in view, and what lies on both sides of it, in heights of the view."""
        at = self._origin.y
        if at != self._seen_at:
            self._goes_back, self._seen_at = at < self._seen_at, at
        visible = self._tiles_from(0.0, 1.0)
        if self._goes_back:
            around = [*reversed(self._tiles_from(-ahead, 0.0)), *self._tiles_from(1.0, 1.0 + back)]
        else:
            around = [*self._tiles_from(1.0, 1.0 + ahead), *reversed(self._tiles_from(-back, 0.0))]
        shown = set(visible)
        self._pictures.want(visible, [tile for tile in around if tile not in shown], by=self._asker)

    def want_beside(self) -> None:
        """What else is wanted of the pages in view, once they stay there; for a subclass."""

    def rest(self) -> None:
        """Want nothing any more."""
        self._painted.stop()
        self._later.stop()
        self._beside.stop()
        self._pictures.want((), by=self._asker)

    def _tiles_from(self, top: float, bottom: float) -> list[Tile]:
        """Those between two heights, in views below the top of the view."""
        width, height = float(self._shape.width), float(self._shape.height)
        return self._tiles_in(Rect(0, top * height, width, bottom * height))

    def _tiles_in(self, part: Rect) -> list[Tile]:
        if self._layout is None:
            return []
        origin, ratio = self._origin, self.devicePixelRatioF()
        leaves = self._layout.leaves(origin.y + part.top, origin.y + part.bottom)
        return [tile for leaf in leaves for tile in tiles(self._in_viewport(leaf), part, ratio, self._paper)]

    def _show_tile(self, tile: Tile) -> None:
        ratio, seen = self.devicePixelRatioF(), QRectF(self.viewport().rect())
        for leaf in self.leaves_of(tile.page):
            box = tile_box(leaf, tile, ratio).intersected(QRectF(leaf.left, leaf.top, leaf.width, leaf.height))
            if box.intersects(seen):
                self.viewport().update(box.toAlignedRect().adjusted(-1, -1, 1, 1))
        if self._awaited and all(self._pictures.get(one) for one in self._awaited):
            self._go_on_painting()

    def _page_failed(self, page: int) -> None:
        self._go_on_painting()
        self.viewport().update()
        self.moved.emit()

    def _page_outdated(self, _page: int) -> None:
        self.viewport().update()  # after which it is wanted again

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._awaited:
            self._unpainted |= event.rect()
            return
        self._painted_size = self.viewport().size()
        painter = QPainter(self.viewport())
        self._paint_pages(painter, QRectF(event.rect()))
        painter.end()
        self._painted.start()  # it goes off when this has gone to the screen

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._go_on_painting()
        self._painted_size = QSize()  # something else will stand there when it is shown again

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()
