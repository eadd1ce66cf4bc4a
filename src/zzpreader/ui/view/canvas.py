"""The pages on the screen: painted from what is drawn, and asking for what is not."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from zzpreader.glance import Spot
from zzpreader.model.geometry import Rect
from zzpreader.session.pages import Pages
from zzpreader.session.pictures import Paper, Pictures, Tile, piece_of
from zzpreader.ui.palette import gap_colour
from zzpreader.ui.view.leaf import Leaf
from zzpreader.ui.view.page_painting import paint_frame, paint_page, tile_box
from zzpreader.ui.view.scrolling import PageScroll
from zzpreader.ui.view.tiles import tiles

_AHEAD = 1.25
"""Screens that are drawn ahead on either side, in the direction of reading a little sooner."""


class PageCanvas(PageScroll):
    _has_moved = Signal()

    def __init__(self, pages: Pages, pictures: Pictures, parent: QWidget | None = None) -> None:
        self._pictures = pictures
        self._paper = Paper.LIGHT
        self._asker = object()
        self._is_moving = False
        super().__init__(pages, parent)
        # A queued call comes when all that moves has moved and before anything is painted, so that what a jump shows is
        # being drawn while its paper is painted.
        self.moved.connect(self._move_on)
        self._has_moved.connect(self._come_to_rest, Qt.ConnectionType.QueuedConnection)
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
        visible = self._tiles_in(Rect(0, 0, float(self._shape.width), float(self._shape.height)))
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

    # painting

    def _paint_pages(self, painter: QPainter, seen: QRectF) -> None:
        painter.fillRect(seen, gap_colour(self.palette()))
        ratio = self.devicePixelRatioF()
        for leaf in self.leaves_seen():
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
        self._is_moving = False
        if self.isVisible():
            self._want_tiles()

    def _want_tiles(self) -> None:
        if self._layout is None:
            return
        width, height = float(self._shape.width), float(self._shape.height)
        visible = self._tiles_in(Rect(0, 0, width, height))
        below = self._tiles_in(Rect(0, height, width, height * (1 + _AHEAD)))
        above = self._tiles_in(Rect(0, -height * _AHEAD, width, 0))
        shown = set(visible)
        ahead = [tile for tile in (*below, *reversed(above)) if tile not in shown]
        self._pictures.want(visible, ahead, by=self._asker)

    def _tiles_in(self, part: Rect) -> list[Tile]:
        assert self._layout
        origin, ratio = self._origin, self.devicePixelRatioF()
        leaves = self._layout.leaves(origin.y + part.top, origin.y + part.bottom)
        return [tile for leaf in leaves for tile in tiles(self._in_viewport(leaf), part, ratio, self._paper)]

    def _show_tile(self, tile: Tile) -> None:
        ratio = self.devicePixelRatioF()
        for leaf in self.leaves_of(tile.page):
            box = tile_box(leaf, tile, ratio).intersected(QRectF(leaf.left, leaf.top, leaf.width, leaf.height))
            self.viewport().update(box.toAlignedRect().adjusted(-1, -1, 1, 1))

    def _page_failed(self, page: int) -> None:
        self.viewport().update()
        self.moved.emit()

    def _page_outdated(self, _page: int) -> None:
        self.viewport().update()  # after which it is wanted again

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._paint_pages(painter, QRectF(event.rect()))
        painter.end()
        self._want_tiles()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()
