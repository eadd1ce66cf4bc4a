"""One open publication in the window: contents at the left, the page in the middle, notes at the right."""

from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from zzpreader.model.settings import Settings
from zzpreader.session.search import Hit
from zzpreader.session.session import Session
from zzpreader.ui.editions.desk import EditionsDesk
from zzpreader.ui.find.bar import FindBar
from zzpreader.ui.links.desk import LinkDesk
from zzpreader.ui.notes.pane import NotesPane
from zzpreader.ui.notice import Notice
from zzpreader.ui.view.page_view import PageView
from zzpreader.ui.window.copying import Copying
from zzpreader.ui.window.doors import Doors
from zzpreader.ui.window.failure import FailureCard
from zzpreader.ui.window.following import Following
from zzpreader.ui.window.importing import ImportingDesk
from zzpreader.ui.window.left import LeftPane
from zzpreader.ui.window.noting import Noting
from zzpreader.ui.window.portal import PortalDesk, Side
from zzpreader.ui.window.recovering import Recovering
from zzpreader.ui.window.reflowing import ReflowDesk
from zzpreader.ui.window.saving import SavingDesk
from zzpreader.ui.window.scans import ScanDesk
from zzpreader.ui.window.sectioning import Sectioning
from zzpreader.ui.window.steps import Steps
from zzpreader.ui.window.telling import Telling

PANES_PX = (290, 800, 350)
"""Widths of contents, page and notes in a new window."""


class ReadingTab(QWidget):
    """
    Signals:
        ready(): the publication is open and its first page laid out.
        title_changed(str): a better title is known.
        panes_moved(tuple): the reader moved a divider; widths in pixels.
        other_file_wanted(): this one cannot be read.
        again_wanted(): open this file once more; it could not be read, or another lies at its path now.
    """

    ready = Signal()
    title_changed = Signal(str)
    panes_moved = Signal(tuple)
    other_file_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.view = PageView(session)
        self.left = LeftPane(session)
        self.contents, self.lessons, self.results = self.left.contents, self.left.lessons, self.left.results
        self.notes = NotesPane(session.marks, session.sections, session.pages, session.linking, lambda: session.areas)
        session.synonyms_read.connect(self.notes.use_synonyms)
        self.find_bar = FindBar(session.search)
        self.notice = Notice()
        self._telling = Telling(session, self.notice, self)
        self.doors = Doors(session, self.notice, self)
        self.steps = Steps(session, self.notice, self)
        self.noting = Noting(session, self.view, self.notes, self.notice, self)
        self.copying = Copying(session, self.view, self)
        self.links = LinkDesk(session, self.view, self.notes, self.notice, self)
        self._views = QSplitter()
        self._views.setChildrenCollapsible(False)
        self._views.addWidget(self.view)
        sectioning = Sectioning(session, self.view, self.contents, self.notice, self)
        first = Side(self.view, self.noting, self.copying, sectioning)
        self.portal = PortalDesk(session, first, self._views, self.notes, self.notice, self)
        self.recovering = Recovering(session, self.notes, self.notice, self)
        self.importing = ImportingDesk(session, self.notice, self)
        self.saving = SavingDesk(session, self.notice, self)
        self.scans = ScanDesk(session, self.view, self.find_bar, self.notice, self)
        self.editions = EditionsDesk(session, self.view, self.notice, self)
        self.failure = FailureCard()
        self.following = Following(session, self.view, self.contents, self)
        self.is_open = False
        self._page_wanted = ""
        self._has_notes = False
        self._is_column_wanted = False
        self._lay_out()
        self.reflow = ReflowDesk(session, self.view, self._middle, self)
        self._connect()

    @property
    def file(self) -> Path:
        return self.session.file

    @property
    def side(self) -> Side:
        """The view in which one is reading, and what acts on it: the one that had the focus last."""
        return self.portal.in_use

    @property
    def is_settled(self) -> bool:
        """Whether nothing is missing from the picture: page, notes and sections are there, or it failed."""
        if self._middle.currentWidget() is self.failure or self.session.is_stopped:
            return True
        is_drawn = self.reflow.is_filled if self.reflow.is_on else self.view.is_drawn
        return self.is_open and is_drawn and self._has_notes and self.session.sections.is_settled

    @property
    def is_plain(self) -> bool:
        """Whether the page is shown as it will be when this is opened again: no bar above or below, nothing beside."""
        is_alone = self._views.count() == 1 and self._middle.currentWidget() is self._views
        return is_alone and all(bar.isHidden() for bar in (self.notice, self.scans.strip, self.find_bar))

    # what the window asks

    def take_keyboard(self) -> None:
        """Where one reads, or sees why that cannot be."""
        is_shut = self._middle.currentWidget() is self.failure
        (self.failure if is_shut else self.side.view).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_failure(self, sentence: str, detail: str, *, again: bool) -> None:
        """In place of the page; the notes stay readable."""
        self.failure.say(sentence, detail, again=again)
        self.left.say_shut()
        had_keyboard = self.isVisible() and self.view is self.window().focusWidget()
        self._middle.setCurrentWidget(self.failure)
        if had_keyboard:
            self.take_keyboard()

    def go_to_page(self, typed: str) -> None:
        """The page with that printed label or number, as soon as labels are known."""
        self._page_wanted = typed
        self._go_to_wanted()

    def finish_editing(self) -> None:
        """What is being typed is on its way to the disk afterwards."""
        focus = QApplication.focusWidget()
        if focus and self.isAncestorOf(focus):
            focus.clearFocus()  # a field that is being edited gives its text when it loses the focus
        self.session.marks.finish_typing()

    def end(self) -> None:
        """Before it goes: the last words are kept, the workers end."""
        self.finish_editing()
        self.session.close()

    def apply_settings(self, settings: Settings) -> None:
        self.noting.apply_settings(settings)
        self.copying.style = settings.citation
        self.links.colour = settings.color
        self.session.scans.languages = settings.scans
        self.portal.apply_settings(settings)
        self.reflow.apply_settings(settings)
        self.following.set_wanted(settings.progress)
        self.view.set_paper(settings.paper)
        self.view.set_meanings(settings.meanings)
        self.notes.set_meanings(settings.meanings)
        self.notes.set_starter_tags(settings.tags)

    def set_panes(self, widths_px: tuple[int, ...], *, contents: bool, notes: bool) -> None:
        self.left.setVisible(contents)
        self.notes.setVisible(notes)
        self._splitter.setSizes(list(widths_px))

    def zoom(self, step: int) -> None:
        """The paper larger or smaller, in reading mode the text."""
        if self.reflow.is_on:
            self.reflow.resize_text(step)
        elif step > 0:
            self.side.view.zoom_in()
        else:
            self.side.view.zoom_out()

    def trim(self, on: bool) -> None:
        """Leave the margins of the pages out, as soon as it is known where these are."""
        from zzpreader.ui.window.trimming import set_trimmed

        set_trimmed(self.session, self.side.view, self.notice, on=on)

    def undo(self) -> None:
        self.session.marks.undo()

    def redo(self) -> None:
        self.session.marks.redo()

    def copy(self) -> None:
        focus = QApplication.focusWidget()
        if isinstance(focus, QPlainTextEdit | QLineEdit):
            focus.copy()
        else:
            self.side.copying.copy()

    def select_all(self) -> None:
        focus = QApplication.focusWidget()
        if isinstance(focus, QPlainTextEdit | QLineEdit):
            focus.selectAll()
        else:
            self.side.view.select_all()

    def open_find(self) -> None:
        view = self.side.view
        self.find_bar.from_page = view.current_page
        self.find_bar.open(view.selected_words())

    def find_next(self, step: int) -> None:
        if self.session.search.hits:
            self.session.search.go(step)
        else:
            self.open_find()

    def pin(self, annotation_id: str = "") -> None:
        """A mark, without an id what is selected or chosen, as evidence of a lesson."""
        self.links.pin(self.side.view, annotation_id)

    def link_current(self) -> None:
        """The card with the keyboard, else what is selected, chosen or read."""
        if current := self.notes.focused_annotation():
            self.links.link_note(current)
        else:
            self.links.link_here(self.side.view)

    def turn_pane(self, step: int) -> None:
        """Focus to the next pane that is shown, round and round."""
        panes = [self.left, self.view, self.portal.portal, self.reflow.pane, self.failure, self.notice, self.notes]
        shown = [pane for pane in panes if pane and pane.isVisible()]
        focus = QApplication.focusWidget()
        inside = [n for n, pane in enumerate(shown) if focus and (pane is focus or pane.isAncestorOf(focus))]
        pane = shown[((inside[0] if inside else 0) + step) % len(shown)]
        self.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # else the style shows no ring before Tab
        if isinstance(pane, LeftPane | NotesPane):
            pane.focus_list()
        else:
            pane.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def state(self) -> dict[str, object]:
        """What to come back to; plain JSON."""
        parts: dict[str, object] = {
            "view": self.view.view_state(),
            "contents": self.contents.state(),
            "notes": self.notes.state(),
        }
        if self.reflow.is_on or self._is_column_wanted:
            parts["reading_mode"] = True
        if read := self.following.state:
            parts["read"] = read
        return parts

    def restore(self, state: dict[str, object]) -> None:
        for part, kept in ((self.view, "view"), (self.contents, "contents"), (self.notes, "notes")):
            found = state.get(kept)
            if isinstance(found, dict):
                part.restore(cast("dict[str, object]", found))
        self.following.read_before = state.get("read")
        self._is_column_wanted = state.get("reading_mode") is True
        self._begin_column()

    # inside

    def _lay_out(self) -> None:
        middle = QWidget()
        self.view.lent_px = partial(self._lent_px, middle)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._middle = QStackedWidget()
        self._middle.addWidget(self._views)
        self._middle.addWidget(self.failure)
        for part in (self._middle, self.notice, self.scans.strip, self.find_bar):
            column.addWidget(part, 1 if part is self._middle else 0)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        for pane, stretch in ((self.left, 0), (middle, 1), (self.notes, 0)):
            self._splitter.addWidget(pane)
            self._splitter.setStretchFactor(self._splitter.count() - 1, stretch)
        self._splitter.setSizes(list(PANES_PX))
        self._splitter.splitterMoved.connect(lambda: self.panes_moved.emit(tuple(self._splitter.sizes())))
        self.find_bar.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._splitter)
        self.setFocusProxy(self.view)

    def _lent_px(self, column: QWidget) -> int:
        """What messages take from the page until they go."""
        if (self.notice.isHidden() and self.scans.strip.isHidden()) or self._views.count() > 1:
            return 0
        find = 0 if self.find_bar.isHidden() else self.find_bar.sizeHint().height()
        return max(column.height() - self._middle.height() - find, 0)

    def _connect(self) -> None:
        session, view = self.session, self.view
        session.opened.connect(self._opened)
        self.doors.kept_shut.connect(partial(self.show_failure, detail="", again=True))
        session.pages.changed.connect(self._go_to_wanted)
        self.failure.again.connect(self.again_wanted)
        self.editions.again_wanted.connect(self.again_wanted)
        self.failure.other_file.connect(self.other_file_wanted)
        for pane in (self.contents, self.lessons):
            pane.go_to.connect(self.portal.lead)
        self.results.go_to.connect(self._go_to_hit)
        self.notes.go_to_annotation.connect(self._go_to_annotation)
        self.notes.cancelled.connect(self.take_keyboard)
        self.notes.describe_wanted.connect(self.noting.describe)
        self.notes.source_wanted.connect(self.copying.copy_notes)
        self.portal.led_moved.connect(self._place_changed)
        session.sections.changed.connect(self._place_changed)
        view.mark_activated.connect(self.notes.show_annotation)
        for pane in (self.contents, self.lessons):
            pane.link_wanted.connect(self.links.link_section)
            pane.link_copy_wanted.connect(self.links.copy_section)
        self.noting.link_wanted.connect(self.links.link_note)
        self.noting.pin_wanted.connect(self.pin)
        self.noting.link_copy_wanted.connect(self.links.copy_note)
        self.noting.page_link_wanted.connect(self.links.copy_page)
        self.links.outside.connect(self.doors.leave)
        self.links.refused.connect(self.doors.refuse)
        view.outside_link.connect(self.doors.leave)
        view.refused_link.connect(self.doors.refuse)
        session.search.current_changed.connect(self._show_hit)
        self.find_bar.closed.connect(self._close_find)
        for told in (session.marks.loaded, session.read_only):
            told.connect(self._take_notes)

    def _go_to_annotation(self, annotation_id: str) -> None:
        annotation = self.session.marks.notebook.get(annotation_id)
        if annotation and self.session.marks.is_elsewhere(annotation):
            self.editions.open()  # it has no place here yet
        else:
            self.view.flash(annotation_id)

    def _opened(self) -> None:
        self.is_open = True
        self.title_changed.emit(self.session.title)
        self._go_to_wanted()
        self._begin_column()
        self.ready.emit()

    def _begin_column(self) -> None:
        """Reading mode, if it was on when this was read last, as soon as there are pages."""
        if self._is_column_wanted and self.is_open:
            self._is_column_wanted = False
            self.reflow.set_on(True)

    def _take_notes(self) -> None:
        """As many as can be had."""
        self._has_notes = True

    def _go_to_wanted(self) -> None:
        # Before all labels are known, 27 might be taken for the 27th page though another one bears that number.
        if not (self._page_wanted and self.is_open and self.session.pages.is_numbered):
            return
        typed, self._page_wanted = self._page_wanted, ""
        self.steps.to_page(self.view, typed)

    def _place_changed(self) -> None:
        self._telling.remind()
        section = self.session.sections.at(self.portal.led.eye())
        self.left.show_section(section)
        self.notes.show_section(section)

    def _show_hit(self) -> None:
        if hit := self.session.search.current:
            self._go_to_hit(hit)

    def _go_to_hit(self, hit: Hit) -> None:
        self.side.view.go_to_hit(hit)

    def _close_find(self) -> None:
        self.session.search.clear()
        self.left.end_search()
        self.side.view.setFocus()
