"""The page view: pages with what the reader put on them, text to select, links to follow, and the way back."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QToolTip, QWidget

from zzpreader.model.annotation import Annotation
from zzpreader.model.geometry import Point, bounds
from zzpreader.model.links import Inside, Outside, Refused
from zzpreader.model.notebook import Change
from zzpreader.model.pages import Half, Place
from zzpreader.model.selection import PAGE_END
from zzpreader.session.session import Session
from zzpreader.session.slices import MANY, Slices
from zzpreader.ui.buttons import as_tooltip
from zzpreader.ui.view.area import Area, AreaTool
from zzpreader.ui.view.caret_view import CaretView
from zzpreader.ui.view.failures import FailureCards
from zzpreader.ui.view.hit_boxes import HitBoxes
from zzpreader.ui.view.keys import Step, caret_step_of, step_of
from zzpreader.ui.view.leaf import Leaf
from zzpreader.ui.view.mark_painting import annotations_at, boxes_of
from zzpreader.ui.view.marked import MarkedPages, spot_before, spot_of
from zzpreader.ui.view.page_painting import Overlay, paint_focus, paint_overlay
from zzpreader.ui.view.pointer import Pointer, Under, address_of, look_under
from zzpreader.ui.view.ring import Ring
from zzpreader.ui.view.spoken import Spoken


class Spot(Struct, frozen=True):
    """What a context menu is about.

    Args:
        x: points from the left of the unrotated page.
        annotations: ids of those there, the uppermost first.
        address: of a link there that leads outside.
    """

    place: Place
    x: float
    annotations: tuple[str, ...] = ()
    address: str | None = None


class PageView(CaretView):
    """
    Signals, beside those of place, zoom, history and selection:
        hovered(str): where the link under the pointer leads; empty for none.
        outside_link(str): a link that leads outside was clicked; nothing has been opened.
        refused_link(str): a link was clicked that is never followed; its address.
        mark_activated(str): id of the annotation that was clicked.
        mark_chosen(str): id of the annotation with the ring around it now, "" for none.
        focused(): the keyboard is in it now.
        context_requested(QPoint, Spot): a context menu is wanted, at the global position.
    """

    hovered = Signal(str)
    outside_link = Signal(str)
    refused_link = Signal(str)
    mark_activated = Signal(str)
    mark_chosen = Signal(str)
    focused = Signal()
    context_requested = Signal(QPoint, object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._session = session
        self._links = session.links
        self._marked = MarkedPages(session.marks.notebook)
        self._hit_boxes = HitBoxes(session.search, session.texts)
        self._hovered = ""
        super().__init__(session, parent)
        self.pointer = Pointer(self, self.text_selection, self)
        self.area = AreaTool(self, self)
        self._failures = FailureCards(session.pictures, self.viewport())
        self._spoken = Spoken(self, session)
        self._marking = Slices(self)
        self._ring = Ring(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Pages"))
        self._connect()

    def flash(self, annotation_id: str) -> None:
        """Go to an annotation, choose it and blink calmly."""
        annotation = self._marks.notebook.get(annotation_id)
        if annotation is None or annotation.place is None:
            return
        self.choose(annotation_id)
        x = annotation.left
        if not self._is_well_in_view(annotation.place, x):
            self._leave()
            self._bring_middle(annotation.place, x)
        self._ring.blink(annotation_id)

    def go_to_mark(self, step: int) -> str:
        """From the chosen one to the next, or the one before, else from where one reads; its id, "" for none."""
        chosen = self._marks.notebook.get(self.chosen or "")
        is_seen = chosen is not None and chosen.place is not None and self._is_well_in_view(chosen.place, chosen.left)
        here = spot_of(chosen) if chosen and is_seen else spot_before(self.place())
        found = self._marked.beside(here, forward=step > 0)
        if found:
            self.flash(found.id)
        return found.id if found else ""

    def point_at(self, place: Place) -> None:
        for annotation in self._marked.on(place.page):
            if annotation.place == place:
                self.flash(annotation.id)
                return

    def choose(self, annotation_id: str | None) -> None:
        """The annotation with the ring around it; None for none."""
        self._ring.put(annotation_id)

    @property
    def chosen(self) -> str | None:
        """The id of the annotation with the ring around it, if there is one."""
        around = self._ring.around
        return around if around and self._marks.notebook.get(around) else None

    def start_area(self) -> None:
        """Draw a rectangle next; with text selected it begins around that, where it starts."""
        for leaf in self.leaves_seen():
            if quads := [quad for quad in self.selected_quads(leaf.page) if leaf.shows(quad.bounds)]:
                self.area.start(Area(leaf.page, bounds(quad.bounds for quad in quads)))
                break
        else:
            self.area.start()
        self.clear_selection()
        self.setFocus()

    # painting

    def paint_over(self, painter: QPainter, leaf: Leaf) -> None:
        overlay = Overlay(
            selection=self.selected_quads(leaf.page),
            hits=self._hit_boxes.on(leaf.page),
            current_hit=self._hit_boxes.current_on(leaf.page),
            annotations=self._marked.on(leaf.page),
        )
        paint_overlay(painter, leaf, overlay, self._paper, self.palette())
        ink = self.palette().color(QPalette.ColorRole.Highlight)
        self._ring.paint(painter, leaf, overlay.annotations, ink)
        self.paint_caret(painter, leaf)
        self.area.paint(painter, leaf, ink)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            paint_focus(QPainter(self.viewport()), self.viewport().rect(), self.palette())

    def want_beside(self) -> None:
        pages = [leaf.page for leaf in self.leaves_seen()][:20]
        caret = self.text_selection.caret
        near = [caret.page, max(caret.page - 1, 0)] if caret and caret.offset != PAGE_END else []
        after = [page + 1 for page in pages[-1:] if page + 1 < self._pages.count]
        self._texts.want([*pages, *near, *after], by=self._asker)
        self._links.want(pages, by=self._asker)

    def rest(self) -> None:
        """Want nothing any more: it goes, or is hidden while another view of the publication is read."""
        super().rest()
        self._texts.want((), by=self._asker)
        self._links.want((), by=self._asker)

    def _repaint(self) -> None:
        self.viewport().update()

    # what happens

    def _connect(self) -> None:
        session = self._session
        for signal in (session.search.found, session.search.current_changed):
            signal.connect(self._show_hits)
        session.marks.loaded.connect(self._take_notebook)
        session.marks.edited.connect(self._take_change)
        self._texts.ready.connect(self._take_text)
        self.pointer.link_clicked.connect(self.follow)
        self.pointer.annotations_clicked.connect(self._choose_of)
        self.pointer.selected.connect(self._show_bar)
        self.pointer.hovered.connect(self._tell_link)
        self._failures.retried.connect(self._page_retried)
        self.moved.connect(self._arrange)
        self.place_changed.connect(self._describe)
        self._ring.changed.connect(self._repaint)
        self._ring.moved.connect(self.mark_chosen)

    def _take_notebook(self) -> None:
        self._marked = MarkedPages(edition=self._marks.edition)
        self._marking.start(self._mark())
        if len(self._marks.notebook) <= MANY:
            self._marking.finish()

    def _mark(self) -> Iterator[None]:
        yield from self._marked.load(self._marks.notebook)
        self.viewport().update()

    def _take_change(self, change: Change) -> None:
        self._marking.finish()
        if self._marked.take(change):
            self.viewport().update()

    def _take_text(self, page: int) -> None:
        """Selection, caret and hits have no place on a page before its text is there; all else has."""
        is_shown = any(leaf.page == page for leaf in self.leaves_seen())
        if is_shown and (self.has_selection or self.caret.is_on or self._session.search.hits_on(page)):
            self.viewport().update()

    def _show_hits(self) -> None:
        self._hit_boxes.forget()
        if self._session.search.current is None:
            self._is_at_hit = False
        self.viewport().update()

    def _choose_of(self, annotations: tuple[Annotation, ...]) -> None:
        """A click on several that overlap takes them in turn."""
        ids = [annotation.id for annotation in annotations]
        if not ids:
            self.choose(None)
            return
        chosen = self._ring.next_of(ids)
        self.choose(chosen)
        self.mark_activated.emit(chosen)

    def follow(self, target: Inside | Outside | Refused) -> None:
        match target:
            case Inside(place=place, x=x):
                self.go_to(self._on_half(place, x))
            case Outside(uri=uri):
                self.outside_link.emit(uri)
            case Refused(address=address):
                self.refused_link.emit(address)

    def _tell_link(self, under: Under | None) -> None:
        told = ""
        if under and under.link:
            target = under.link.target
            if isinstance(target, Inside):
                place = self._on_half(target.place, target.x)
                told = self.tr("Page %1").replace("%1", self._pages.labels.shown(place.page, place.half))
            else:
                told = address_of(target) or ""
        if told != self._hovered:
            self._hovered = told
            self.hovered.emit(told)

    def _on_half(self, place: Place, x: float) -> Place:
        """The place with the half of a spread on which `x` lies, in points of the page."""
        if not self._pages.labels.is_spread(place.page):
            return place
        return replace(place, half=Half.at(x, self._pages.page(place.page).size.width))

    def _page_retried(self, _page: int) -> None:
        self.setFocus()
        self.viewport().update()

    def _describe(self, _place: Place) -> None:
        page = self._pages.labels.shown(self.current_page, self.current_half)
        words = self.tr("Page %1 of %2").replace("%1", page).replace("%2", str(self._pages.count))
        self.setAccessibleDescription(words)

    def _arrange(self) -> None:
        self._failures.arrange(self.leaves_seen())
        if self.bar.isVisible():
            self._show_bar()

    # what lies where

    def under(self, spot: QPointF) -> Under | None:
        """What lies under a point of the viewport."""
        leaf = self.leaf_under(spot)
        if leaf is None:
            return None
        found = annotations_at(leaf, self._marked.on(leaf.page), spot)
        inside = leaf.on_this_side(Point(spot.x(), spot.y()))
        text, links = self._texts.get(leaf.page), self._links.get(leaf.page)
        return look_under(leaf, QPointF(inside.x, inside.y), text, links, found)

    def caret_spot(self) -> Spot | None:
        """Where the caret stands, if it is on and in view."""
        box = self._caret_rect() if self.caret.is_on and self._caret_is_seen() else None
        return self._spot_at(box.center()) if box else None

    def _spot_at(self, point: QPointF) -> Spot | None:
        under = self.under(point)
        return under and Spot(
            self._on_half(Place(under.page, max(under.point.y, 0.0)), under.point.x),
            max(under.point.x, 0.0),
            tuple(annotation.id for annotation in under.annotations),
            address_of(under.link.target) if under.link else None,
        )

    def _spot_of_keyboard(self) -> QPointF:
        """The chosen annotation, else the end of the selection, else the middle."""
        for leaf in self.leaves_seen():
            for annotation in self._marked.on(leaf.page):
                if annotation.id == self._ring.around and (boxes := boxes_of(leaf, annotation)):
                    return boxes[0].center()
        if self.bar.isVisible():
            return QPointF(self.bar.geometry().topLeft())
        return QPointF(self.viewport().rect().center())

    # Qt

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._hide_bar()
        if self.area.is_on:
            self.area.press(event)
        elif not self.pointer.press(event):
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        (self.area.move if self.area.is_on else self.pointer.move)(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        (self.area.release if self.area.is_on else self.pointer.release)(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        spot = QPointF(event.pos())
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            spot = self._spot_of_keyboard()
        if where := self._spot_at(spot):
            self.context_requested.emit(self.viewport().mapToGlobal(spot.toPoint()), where)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.area.is_on and self.area.key(event):
            return
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.pointer.hold_space(True)  # noqa: FBT003 - its release scrolls, unless it was held to pan
            return
        caret_step, step = caret_step_of(event), step_of(event)
        if caret_step and (caret_step.select or self.caret.is_on):
            self.move_caret(caret_step)
        elif step is None:
            super().keyPressEvent(event)
        else:
            self._take_step(step)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space or event.isAutoRepeat():
            super().keyReleaseEvent(event)
        elif not self.pointer.hold_space(False):  # noqa: FBT003
            self.turn_screen(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)

    def _take_step(self, step: Step) -> None:
        down = self.verticalScrollBar()
        match step:
            case Step.SCREEN_DOWN | Step.SCREEN_UP:
                self.turn_screen(1 if step is Step.SCREEN_DOWN else -1)
            case Step.LINE_DOWN | Step.LINE_UP:
                down.setValue(down.value() + down.singleStep() * (1 if step is Step.LINE_DOWN else -1))
            case Step.RIGHT | Step.LEFT:
                self._step_aside(1 if step is Step.RIGHT else -1)
            case Step.BEGINNING | Step.END:
                self._leave()
                down.setValue(down.minimum() if step is Step.BEGINNING else down.maximum())
            case Step.ESCAPE:
                self._let_go()
            case Step.ACTIVATE:
                caret = self._caret_rect() if self.caret.is_on else None
                under = self.under(caret.center()) if caret else None
                if self.has_selection:
                    self.focus_bar()
                elif under and under.annotations:
                    self._choose_of(under.annotations)
                elif chosen := self.chosen:
                    self.mark_activated.emit(chosen)

    def _let_go(self) -> None:
        """What Esc undoes, one thing after the other: the selection, the caret, the chosen mark."""
        if self.has_selection:
            self.clear_selection()
        elif self.caret.is_on:
            self.set_caret_mode(False)
        else:
            self.choose(None)

    def _step_aside(self, step: int) -> None:
        if self.can_pan_across:
            across = self.horizontalScrollBar()
            across.setValue(across.value() + step * across.singleStep())
        else:
            self.turn_page(step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.pointer.hold_space(False)  # noqa: FBT003
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        match event:
            case QHelpEvent() if event.type() == QEvent.Type.ToolTip:
                under = self.under(QPointF(event.pos()))
                comment = next((a.body.value for a in under.annotations if a.body.value), "") if under else ""
                QToolTip.showText(event.globalPos(), as_tooltip(comment[:600]), self.viewport())
                return True
            case _ if event.type() == QEvent.Type.Leave:
                self.pointer.leave()
            case _:
                pass
        return super().viewportEvent(event)
