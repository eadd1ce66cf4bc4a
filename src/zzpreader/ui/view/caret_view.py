"""Reading and selecting with the keys alone: a caret in the text of the pages."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFocusEvent, QPainter
from PySide6.QtWidgets import QWidget

from zzpreader.model.folding import clean
from zzpreader.model.geometry import Point, Rect
from zzpreader.model.pages import Place
from zzpreader.model.selection import PAGE_END, Position, Unit, line_of, offset_at
from zzpreader.model.steps import caret_box
from zzpreader.model.text import PageText
from zzpreader.session.pictures import Paper
from zzpreader.session.session import Session
from zzpreader.ui.announcing import announce
from zzpreader.ui.view.caret import Caret
from zzpreader.ui.view.keys import CaretStep, Reach
from zzpreader.ui.view.leaf import Leaf
from zzpreader.ui.view.selectable import SelectableView

_CARET_PX = 2
_INK = {Paper.LIGHT: QColor("#000000"), Paper.SEPIA: QColor("#000000"), Paper.DARK: QColor("#ffffff")}
_UNITS = {Reach.CHARACTER: Unit.CHARACTER, Reach.WORD: Unit.WORD, Reach.PARAGRAPH: Unit.PARAGRAPH}
_MOST_SPOKEN = 300


class CaretView(SelectableView):
    """The caret stands where the end of the selection stands that moves."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._search = session.search
        self._has_new_hit = False
        super().__init__(session, parent)
        session.search.current_changed.connect(self._note_hit)
        self.text_selection.changed.connect(self._forget_hit)
        self.caret = Caret(self)
        self.caret.blinked.connect(self._repaint_caret)

    def set_caret_mode(self, on: bool) -> None:
        """The caret stands at the hit one was led to, at the last click, or at the first line in view."""
        if on:
            if not self.has_selection and not self._take_hit() and not self._caret_is_seen():
                self._begin_caret()
            self.setFocus()
        self.caret.set_on(on)
        if on:
            self._has_moved_caret(None)

    def grow_selection(self) -> None:
        """The hit one was led to, else the word at the caret; then its sentence, its paragraph, the page."""
        if not self.has_selection and self._take_hit():
            return
        if self.text_selection.caret is None:
            self._begin_caret()
        self.text_selection.grow()
        self._has_grown()

    def shrink_selection(self) -> None:
        """What was selected before it grew."""
        self.text_selection.shrink()
        self._has_grown()

    def move_caret(self, step: CaretStep) -> None:
        selection = self.text_selection
        if selection.caret is None:
            self._begin_caret()
        before = selection.caret
        if before is None:
            return
        forward, select = step.forward, step.select
        match step.reach:
            case Reach.LINE:
                moved = selection.move_line(down=forward, select=select)
            case Reach.EDGE:
                moved = selection.move_to_edge(end=forward, select=select)
            case Reach.SCREEN:
                self._move_by_screen(forward=forward, select=select)
                return
            case Reach.PUBLICATION:
                page = self._pages.count - 1 if forward else 0
                self._go(page, PAGE_END if forward else 0, select=select)
                return
            case _:
                moved = selection.move(_UNITS[step.reach], forward=forward, select=select)
        beyond = before.page + (1 if forward else -1)
        if not moved and 0 <= beyond < self._pages.count and self._texts.get(beyond) is None:
            self._texts.collect([beyond], lambda _: self._go_on(before, step))
            return
        self._has_moved_caret(step)

    def _go_on(self, before: Position, step: CaretStep) -> None:
        """The page that was not read yet has come, and meanwhile nothing else was done."""
        if self.text_selection.caret == before and self._texts.get(before.page + (1 if step.forward else -1)):
            self.move_caret(step)

    def _move_by_screen(self, *, forward: bool, select: bool) -> None:
        """Where the caret stood in the view it stands again, a screen further."""
        box = self._caret_rect()
        spot = box.center() if box else QRectF(self.viewport().rect()).center()
        page = self.viewport().rect()
        spot.setX(min(max(spot.x(), page.left()), page.right()))
        spot.setY(min(max(spot.y(), page.top()), page.bottom()))
        bar = self.verticalScrollBar()
        before = bar.value()
        self.turn_screen(1 if forward else -1)
        if bar.value() == before:
            spot.setY(page.bottom() if forward else page.top())
        if leaf := self.leaf_under(spot):
            goal, at = leaf.page, leaf.to_page(Point(spot.x(), spot.y()))
            self._texts.collect([goal], lambda texts: self._go(goal, offset_at(texts[0], at) or 0, select=select))

    def _go(self, page: int, offset: int, *, select: bool) -> None:
        def arrive(texts: list[PageText]) -> None:
            goal = min(offset, len(texts[0].text.rstrip("\n")))
            if select:
                self.text_selection.select_to(page, goal)
            else:
                self.text_selection.place_caret(page, goal)
            self._has_moved_caret(CaretStep(Reach.LINE, forward=True, select=select))

        self._texts.collect([page], arrive)

    def clear_selection(self) -> None:
        """In caret mode the caret stays where it stands."""
        if self.caret.is_on:
            self.text_selection.collapse()
        else:
            super().clear_selection()

    # where it starts

    def _take_hit(self) -> bool:
        """Select the hit of the search that one has just been led to."""
        hit = self._search.current
        if hit is None or not self._has_new_hit:
            return False
        self.select(hit.page, hit.start, hit.end)
        self.setFocus()
        self._has_moved_caret(None)
        return True

    def _note_hit(self) -> None:
        self._has_new_hit = True

    def _forget_hit(self) -> None:
        """Something else was selected or clicked since."""
        self._has_new_hit = False

    def _caret_is_seen(self) -> bool:
        box = self._caret_rect()
        return box is not None and QRectF(self.viewport().rect()).intersects(box.adjusted(-1, 0, 1, 0))

    def _begin_caret(self) -> None:
        """At the first text that is in view, which need not be the first in the PDF: the leftmost of the highest."""
        for leaf in self.leaves_seen():
            text = self._texts.get(leaf.page)
            lines = zip(text.lines, text.line_boxes, strict=True) if text else ()
            shown = [(leaf.rect_to_layout(box), line.start) for line, box in lines if leaf.shows(box)]
            if seen := [(box, start) for box, start in shown if box.top >= 0]:
                highest = min((box for box, _ in seen), key=lambda box: box.top)
                _, start = min((one for one in seen if one[0].top < highest.bottom), key=lambda one: one[0].left)
                self.text_selection.place_caret(leaf.page, start)
                return

    # what is seen and heard of it

    def paint_caret(self, painter: QPainter, leaf: Leaf) -> None:
        caret = self.text_selection.caret
        if self.caret.is_lit and caret and caret.page == leaf.page and (box := self._box_on(leaf)):
            painter.fillRect(box, _INK[self._paper])

    def _box_on(self, leaf: Leaf) -> QRectF | None:
        caret = self.text_selection.caret
        text = self._texts.get(caret.page) if caret else None
        box = caret_box(text, min(caret.offset, len(text.text))) if caret and text else None
        if box is None or not leaf.shows(Rect(box.left - 0.1, box.top, box.right + 0.1, box.bottom)):
            return None
        shown = leaf.rect_to_layout(box)
        half = _CARET_PX / 2
        across = 0 if box.width else half  # a line that runs up or down has its caret across
        along = half if box.width else 0
        return QRectF(shown.left, shown.top, shown.right - shown.left, shown.bottom - shown.top).adjusted(
            -across, -along, across, along
        )

    def _caret_rect(self) -> QRectF | None:
        """In the viewport, also where it is not in view."""
        caret = self.text_selection.caret
        if caret is None:
            return None
        boxes = (self._box_on(leaf) for leaf in self.leaves_of(caret.page))
        return next((box for box in boxes if box), None)

    def _repaint_caret(self) -> None:
        if box := self._caret_rect():
            self.viewport().update(box.toAlignedRect().adjusted(-2, -2, 2, 2))

    def _has_grown(self) -> None:
        self.setFocus()
        self._show_bar()
        if span := self.text_selection.span:
            announce(self, self._words(span.start.page, *self.text_selection.on(span.start.page)))

    def _has_moved_caret(self, step: CaretStep | None) -> None:
        self.caret.light()
        self._show_caret()
        self._show_bar()
        caret = self.text_selection.caret
        if caret is None:
            return
        if self.has_selection:
            announce(self, self._words(caret.page, *self.text_selection.on(caret.page)))
        else:
            announce(self, self._heard_at(caret, step))

    def _heard_at(self, caret: Position, step: CaretStep | None) -> str:
        """What a screen reader says of where the caret stands: the letter, the word, or the line."""
        text = self._texts.get(caret.page)
        line = line_of(text, caret.offset) if text else None
        if text is None or line is None:
            return ""
        if step and step.reach is Reach.CHARACTER:
            return text.text[caret.offset : caret.offset + 1].strip()
        if step and step.reach is Reach.WORD:
            return clean(text.text[: caret.offset]).rpartition(" ")[2] if step.forward else self._next_word(text, caret)
        return clean(text.text[line.start : line.end])

    def _next_word(self, text: PageText, caret: Position) -> str:
        return clean(text.text[caret.offset : caret.offset + 60]).partition(" ")[0]

    def _words(self, page: int, start: int, end: int) -> str:
        text = self._texts.get(page)
        return clean(text.text[start:end][-_MOST_SPOKEN:]) if text else ""

    def _show_caret(self) -> None:
        """Scroll as far as needed to see the end that moves; far away, as a jump does."""
        box = self._caret_rect()
        caret = self.text_selection.caret
        if box is None or caret is None:
            return
        view = QRectF(self.viewport().rect())
        text = self._texts.get(caret.page)
        if abs(box.center().y() - view.center().y()) > 2 * view.height() and text:
            place = caret_box(text, min(caret.offset, len(text.text)))
            if place:
                self._leave()
                self._bring_middle(Place(caret.page, place.top), place.left)
            return
        margin = 2 * box.height()
        across = 0.0
        if self.can_pan_across and not view.left() <= box.left() <= view.right():
            across = view.center().x() - box.left()
        down = 0.0
        if box.top() < view.top():
            down = margin - box.top()
        elif box.bottom() > view.bottom():
            down = view.bottom() - box.bottom() - margin
        if across or down:
            self.pan(across, down)

    # Qt

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.caret.light()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.caret.rest()
