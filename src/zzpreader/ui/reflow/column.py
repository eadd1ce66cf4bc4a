"""One stretch of the publication as a column: read, filled in, decorated, and asked where things stand."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QPainter

from zzpreader.model.annotation import Annotation, Kind
from zzpreader.model.column import Passage, index_of, passages
from zzpreader.model.geometry import Rect
from zzpreader.model.links import Link
from zzpreader.model.pages import Place
from zzpreader.model.reflow import PageFlow, PieceKind
from zzpreader.model.stretches import Stretch
from zzpreader.model.text import PageText
from zzpreader.session.session import Session
from zzpreader.ui.reflow.browser import ColumnBrowser
from zzpreader.ui.reflow.figures import OBJECT, Figures
from zzpreader.ui.reflow.filling import Filling
from zzpreader.ui.reflow.layers import layers, link_layer
from zzpreader.ui.reflow.look import Look
from zzpreader.ui.view.mark_painting import NOTE_PX, paint_note, paint_ribbon
from zzpreader.ui.view.marked import MarkedPages

_HAIR_POINTS = 2.0
_ICON_PX = QRectF(0, 0, NOTE_PX, NOTE_PX)


class Column(QObject):
    """
    Signals:
        grown(): more of the stretch is there.
        read(): all of it has been read, and begins to be there.

    Args:
        marked: what is on which page.
    """

    grown = Signal()
    read = Signal()

    def __init__(
        self, session: Session, browser: ColumnBrowser, marked: Callable[[], MarkedPages], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._browser, self._marked = session, browser, marked
        self._stretch: Stretch | None = None
        self._flows: dict[int, PageFlow] = {}
        self._look: Look | None = None
        self._passages: list[Passage] = []
        self._links: dict[int, list[tuple[Link, int, int]]] = {}
        self.figures = Figures(session.pages, session.pictures, self._room_px, lambda page: marked().on(page), self)
        browser.document().documentLayout().registerHandler(OBJECT, self.figures)
        self.filling = Filling(browser.document(), self.figures, self)
        self.filling.grown.connect(self.grown)
        self.filling.filled.connect(self.decorate)
        browser.icons = self._paint_icons
        browser.is_link = lambda position: self.link_at(position) is not None
        browser.painted.connect(lambda: self.figures.want(self))
        session.pictures.tile_ready.connect(lambda: browser.viewport().update())
        session.links.ready.connect(self._take_links)

    @property
    def stretch(self) -> Stretch | None:
        return self._stretch

    @property
    def is_filled(self) -> bool:
        return bool(self._flows) and self.filling.is_filled

    @property
    def pages(self) -> list[int]:
        return list(self._flows)

    def text_of(self, page: int) -> PageText:
        """Of one of `pages`, as it stands on the paper."""
        return self._flows[page].text

    def show(self, stretch: Stretch) -> None:
        """Reads it; `read` and `grown` tell that it comes."""
        self._stretch, self._flows, self._passages, self._links = stretch, {}, [], {}
        pages = stretch.pages(self._session.pages.count)
        self._session.flows.collect(pages, self._take, lambda: self._stretch is not stretch)
        self._session.links.want(pages, by=self)

    def rest(self) -> None:
        """Wants nothing any more."""
        self._stretch = None
        self._session.links.want((), by=self)
        self._session.pictures.want((), by=self)

    def set_look(self, look: Look) -> None:
        self._look = look
        self._browser.set_look(look)
        self.figures.paper = look.paper
        self.figures.enlarged = max(look.size / 11, 1.0)
        if self._flows:
            self.filling.start(self._passages, look)

    def _room_px(self) -> float:
        return self._browser.viewport().width() - 2 * self._browser.side_px - 2.0

    def _take(self, flows: dict[int, PageFlow]) -> None:
        self._flows = flows
        stretch, paper = self._stretch, self._session.pages.paper
        assert stretch
        found = passages(list(flows.items()), paper.half_of)
        headed = {index_of(found, one.place, one.title): one for one in stretch.sections}
        for index, section in headed.items():
            if index < len(found) and found[index].kind in (PieceKind.PARAGRAPH, PieceKind.HEADING, PieceKind.ITEM):
                is_title = len(found[index].text) <= 2 * len(section.title) + 20
                kind = PieceKind.HEADING if is_title else found[index].kind
                found[index] = replace(found[index], kind=kind, level=section.level)
        first, last = stretch.sections[:1], None
        start = index_of(found, stretch.start, first[0].title if first and first[0].place == stretch.start else "")
        if stretch.end:
            after = self._session.sections.at(stretch.end)
            last = index_of(found, stretch.end, after.title if after and after.place == stretch.end else "")
        self._passages = found[start if stretch.start != Place(0) else 0 : last]
        if self._look:
            self.filling.start(self._passages, self._look)
        self.read.emit()

    # what lies over it

    def decorate(self) -> None:
        if not self._look:
            return
        annotations = [one for page in self._flows for one in self._marked().on(page)]
        every = list({one.id: one for one in annotations}.values())
        search = self._session.search
        hits = [hit for page in self._flows for hit in search.hits_on(page)]
        over = [link_layer(start, end, self._look) for links in self._links.values() for _, start, end in links]
        self._browser.lay_over([*over, *layers(self.filling, self._look, every, hits, search.current)])

    def _take_links(self, page: int) -> None:
        flow = self._flows.get(page)
        if flow is None or page in self._links:
            return
        found: list[tuple[Link, int, int]] = []
        for link in self._session.links.get(page)[:300]:
            for line, box in zip(flow.text.lines, flow.text.line_boxes, strict=True):
                if not box.meets(link.box):
                    continue
                inside = [n for n in range(line.start, line.end) if link.box.contains(flow.text.box(n).centre)]
                if inside:
                    spans = self.filling.positions(page, inside[0], inside[-1] + 1)
                    found += [(link, start, end) for start, end in spans]
        if self.filling.is_filled:
            self._links[page] = found
            self.decorate()

    def take_links(self) -> None:
        """Those of pages whose links were there before the text was."""
        for page in self._flows:
            self._take_links(page)

    def _paint_icons(self, painter: QPainter) -> None:
        """Notes on a spot and bookmarks, beside the line at which they are."""
        left = max(self._browser.side_px - 1.5 * NOTE_PX, 4.0)
        for annotation in self._icons():
            place = annotation.place
            position = self.position_of(place) if place else None
            if position is None:
                continue
            y = self._browser.y_of(position)
            if -NOTE_PX < y < self._browser.viewport().height():
                paint = paint_note if annotation.kind is Kind.NOTE else paint_ribbon
                paint(painter, _ICON_PX.translated(left, y))

    def _icons(self) -> list[Annotation]:
        kinds = (Kind.NOTE, Kind.BOOKMARK)
        return [one for page in self._flows for one in self._marked().on(page) if one.kind in kinds]

    # what is where

    def position_of(self, place: Place) -> int | None:
        """Of the line that is read at the place; None while it is not there."""
        flow = self._flows.get(place.page)
        if flow is None:
            return None
        half_of = self._session.pages.paper.half_of
        lines = [
            (line.start, box)
            for line, box in zip(flow.text.lines, flow.text.line_boxes, strict=True)
            if box.bottom - _HAIR_POINTS > place.y
            and (place.half is None or half_of(place.page, box.centre.x) in (None, place.half))
        ]
        for start, _ in sorted(lines, key=lambda one: one[1].top):
            if spans := self.filling.positions(place.page, start, start + 40):
                return spans[0][0]
        index = index_of(self._passages, place)
        return self.filling.position_of(index) if index < len(self._passages) else self._end_of_text()

    def _end_of_text(self) -> int | None:
        return self._browser.document().characterCount() - 1 if self.filling.is_filled else None

    def place_at(self, position: int) -> Place | None:
        origin = self.filling.origin(position)
        if origin is None:
            passages_here = self.filling.passages
            return passages_here[self.filling.index_at(position)].place if passages_here else None
        page, offset = origin
        text = self._flows[page].text
        for line, box in zip(text.lines, text.line_boxes, strict=True):
            if offset <= line.end:
                return Place(page, max(box.top, 0.0), self._session.pages.paper.half_of(page, box.centre.x))
        return Place(page)

    def x_at(self, position: int) -> float:
        """Points from the left of its page."""
        origin = self.filling.origin(position)
        if origin is None or origin[1] >= len(self._flows[origin[0]].text.text):
            return 0.0
        return max(self._flows[origin[0]].text.box(origin[1]).left, 0.0)

    def spans_of(self, page: int, box: Rect) -> list[tuple[int, int]]:
        """Where the link with that box on the page stands."""
        return [(start, end) for link, start, end in self._links.get(page, ()) if link.box == box]

    def link_at(self, position: int) -> Link | None:
        return next(
            (link for links in self._links.values() for link, start, end in links if start <= position < end), None
        )

    def annotations_at(self, position: int) -> list[Annotation]:
        """The uppermost first; notes on a spot and bookmarks where their line is."""
        origin = self.filling.origin(position)
        if origin is None:
            return []
        page, offset = origin
        box = self._flows[page].text
        at = box.box(min(offset, len(box.text) - 1)).centre if box.text else None
        found = [
            one
            for one in self._marked().on(page)
            if at and any(quad.bounds.contains(at) for rects in one.rects if rects.page == page for quad in rects.quads)
        ]
        return list(reversed(found))
