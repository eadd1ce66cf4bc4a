"""Text that is selected over the pages, with the bar beside it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from zzpreader.model.folding import clean
from zzpreader.model.geometry import Quad
from zzpreader.model.selectors import Segment
from zzpreader.session.session import Session
from zzpreader.ui.view.journey import JourneyView
from zzpreader.ui.view.mark_painting import box_of
from zzpreader.ui.view.selecting import TextSelection
from zzpreader.ui.view.selection_bar import SelectionBar


class SelectableView(JourneyView):
    """
    Signals:
        selection_changed(bool): whether text is selected now.
        source_wanted(): the selection is to be copied with its source.
    """

    selection_changed = Signal(bool)
    source_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._texts, self._marks = session.texts, session.marks
        self._selected: dict[int, tuple[Quad, ...]] = {}
        super().__init__(session.pages, session.pictures, parent)
        self.text_selection = TextSelection(session.pages, session.texts, self)
        self.bar = SelectionBar(self)
        self.text_selection.changed.connect(self._show_selection)
        self.bar.copied.connect(self.copy)
        self.bar.source_copied.connect(self.source_wanted)
        self.bar.left.connect(self._leave_bar)

    @property
    def has_selection(self) -> bool:
        return not self.text_selection.is_empty

    def selection(self) -> list[Segment]:
        """What is selected, page by page; of a very long selection as much as has been read."""
        return self.text_selection.segments()

    def selected_text(self, done: Callable[[str], None]) -> None:
        """Call `done` with the selection as clean text, when all of it has been read."""
        self.text_selection.collect_text(done)

    def selected_words(self) -> str:
        """The selection as one line, to search for; empty if it is long."""
        words = clean(" ".join(one.text.text[one.start : one.end] for one in self.selection()[:2]))
        return words if len(words) <= 100 else ""

    def select(self, page: int, start: int, end: int) -> None:
        """Select code points of a page, such as a search hit, to mark or extend it with the keyboard."""
        self.text_selection.take(page, start, end)
        self._show_bar()

    def select_all(self) -> None:
        self.text_selection.take_all()

    def clear_selection(self) -> None:
        self.text_selection.clear()

    def copy(self) -> None:
        """The selection to the clipboard; a long one when it has been read."""
        if self.has_selection:
            self.selected_text(QGuiApplication.clipboard().setText)

    def set_meanings(self, meanings: Mapping[str, str]) -> None:
        """The reader's words for the colours, by name."""
        self.bar.set_meanings(meanings)

    def selected_quads(self, page: int) -> tuple[Quad, ...]:
        """Where the selection lies on a page; kept until it changes, for a page in view is painted often."""
        text = self._texts.get(page)
        if text is None:
            return ()
        if page not in self._selected:
            start, end = self.text_selection.on(page)
            self._selected[page] = text.quads(start, end) if start < end else ()
        return self._selected[page]

    # the bar

    def _show_selection(self) -> None:
        self._selected.clear()
        self.viewport().update()
        if not self.has_selection:
            self._hide_bar()
        self.selection_changed.emit(self.has_selection)

    def _show_bar(self) -> None:
        span = self.text_selection.span
        if span is None:
            self._hide_bar()
            return
        boxes = [
            box_of(leaf, quad).toRect()
            for leaf in self.leaves_seen()
            for quad in self.selected_quads(leaf.page)
            if leaf.shows(quad.bounds)
        ]
        seen = [box for box in boxes if box.intersects(self.viewport().rect())]
        if not seen:
            self._hide_bar()
            return
        self.bar.set_writable(self._marks.writable)
        top, bottom = min(seen, key=QRect.top), max(seen, key=QRect.bottom)
        self.bar.show_beside(top, bottom)

    def _hide_bar(self) -> None:
        had_focus = self.bar.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self.bar.hide()
        if had_focus:
            self.setFocus()

    def focus_bar(self) -> None:
        """From the selection to what can be done with it."""
        self._show_bar()
        if self.bar.isVisible():
            self.bar.focus_first()

    def _leave_bar(self) -> None:
        self._hide_bar()
        self.setFocus()
