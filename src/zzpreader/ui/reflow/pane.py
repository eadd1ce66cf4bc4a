"""Reading mode: the column over a page view that is led along, and leads.

The page view stays the one that knows where one reads and what is selected; so the contents, the notes and every
command work on here, and on the way back the page stands where one was reading.
"""

from PySide6.QtCore import QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from zzpreader.model.notebook import Change
from zzpreader.model.pages import Place
from zzpreader.model.settings import Settings
from zzpreader.model.stretches import Stretch, stretches
from zzpreader.session.session import Session
from zzpreader.ui.reflow.bar import ColumnBar
from zzpreader.ui.reflow.browser import ColumnBrowser
from zzpreader.ui.reflow.column import Column
from zzpreader.ui.reflow.look import Look
from zzpreader.ui.view.marked import MarkedPages
from zzpreader.ui.view.page_view import PageView, Spot
from zzpreader.ui.view.selection_bar import SelectionBar

_TELL_MS = 60
_HIT_SHARE = 0.35


class ReflowPane(QWidget):
    """
    Signals:
        closed(): back to the pages.
        settings_changed(dict): fields of Settings.
    """

    closed = Signal()
    settings_changed = Signal(object)

    def __init__(self, session: Session, view: PageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._view = session, view
        self._marked = MarkedPages(session.marks.notebook, session.marks.edition)
        self._stretches: list[Stretch] = []
        self._goal: tuple[Place, float] | None = None
        self._told: Place | None = None
        self._is_end_wanted = False
        self._is_mirroring = False
        self.bar = ColumnBar()
        self.browser = ColumnBrowser()
        self.column = Column(session, self.browser, lambda: self._marked, self)
        self.selection_bar = SelectionBar(self.browser)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.browser, 1)
        self.setFocusProxy(self.browser)
        self._tell_soon = QTimer(self, singleShot=True, interval=_TELL_MS)
        self._tell_soon.timeout.connect(self._tell_place)
        self._connect()

    def _connect(self) -> None:
        session, view, browser = self._session, self._view, self.browser
        self.bar.turned.connect(self.turn)
        self.bar.closed.connect(self.closed)
        self.bar.settings_changed.connect(self.settings_changed)
        browser.sized.connect(self.bar.resize_text)
        browser.escaped.connect(self.closed)
        browser.beyond.connect(self._read_on)
        browser.scrolled.connect(self._tell_soon.start)
        browser.scrolled.connect(self.selection_bar.hide)
        browser.selected.connect(self._show_bar)
        browser.bar_wanted.connect(self._focus_bar)
        browser.selectionChanged.connect(self._mirror_selection)
        browser.pressed_at.connect(self._press)
        browser.menu_wanted.connect(self._open_menu)
        browser.focused.connect(view.focused)
        self.column.grown.connect(self._go_on)
        self.column.filling.filled.connect(self.column.take_links)
        for ours, theirs in (
            (self.selection_bar.marked, view.bar.marked),
            (self.selection_bar.noted, view.bar.noted),
            (self.selection_bar.copied, view.bar.copied),
            (self.selection_bar.source_copied, view.bar.source_copied),
        ):
            ours.connect(theirs)
        self.selection_bar.left.connect(self._leave_bar)
        view.selection_changed.connect(self._take_selection)
        view.place_changed.connect(self._follow)
        view.caret.toggled.connect(self._take_caret)
        session.sections.changed.connect(self._cut)
        session.pages.changed.connect(self._cut)
        session.marks.loaded.connect(self._take_notebook)
        session.marks.edited.connect(self._take_change)
        session.search.found.connect(self._decorate)
        session.search.current_changed.connect(self._show_hit)

    # what the tab asks

    def begin(self) -> None:
        """Shows what the page view stands at."""
        self._take_notebook()
        self._cut()
        self._take_caret(self._view.caret.is_on)
        self.go(self._view.place())

    def rest(self) -> None:
        """Hidden, or about to go: wants nothing, and leaves the page where one was reading."""
        if self._tell_soon.isActive():
            self._tell_place()
        self._tell_soon.stop()
        self.column.rest()

    def apply_settings(self, settings: Settings) -> None:
        self.bar.apply_settings(settings)
        self.selection_bar.set_meanings(settings.meanings)
        look, place = Look.of(settings), self.place()
        self.column.set_look(look)
        if place:
            self.go(place)

    def turn(self, step: int, *, at_end: bool = False) -> None:
        """To the next stretch, or the previous one, or its end."""
        stretch = self.column.stretch
        index = self._stretches.index(stretch) + step if stretch in self._stretches else -1
        if 0 <= index < len(self._stretches):
            self._view.go_to(self._stretches[index].start, history=False)
            self._told = self._view.place()
            self.go(self._stretches[index].start, at_end=at_end)

    def _read_on(self, step: int) -> None:
        self.turn(step, at_end=step < 0)

    def place(self) -> Place | None:
        """What stands at the top."""
        return self.column.place_at(self.browser.top_position) if self.column.pages else None

    def go(self, place: Place, share: float = 0.0, *, at_end: bool = False) -> None:
        """The line there stands at the top, or a share of the height below it; as soon as it is there.

        Args:
            at_end: the end of its stretch is shown instead.
        """
        stretch = next((one for one in self._stretches if one.holds(place)), None)
        if stretch is None:
            return
        self._goal, self._is_end_wanted = (place, share), at_end
        if stretch != self.column.stretch:
            index = self._stretches.index(stretch)
            title = stretch.sections[0].title if stretch.sections else self._session.title
            self.bar.say(title, first=index == 0, last=index == len(self._stretches) - 1)
            self.column.show(stretch)
        else:
            self._go_on()

    # inside

    def _cut(self) -> None:
        """Into stretches, when the tree or the pages are others than before."""
        if not self._session.pages.count:
            return
        found = stretches(self._session.sections.tree, self._session.pages.count)
        if found != self._stretches:
            place = self.place() or self._view.place()
            self._stretches = found
            if self.isVisible():
                self.go(place)

    def _go_on(self) -> None:
        if self._goal is None:
            return
        place, share = self._goal
        position = self.column.position_of(place)
        if position is None:
            return
        self.browser.show_position(0 if place == self._stretch_start() else position, share)
        if self.column.filling.is_filled:
            if self._is_end_wanted:
                self.browser.show_end()
                self._tell_soon.start()
            self._goal = None

    def _stretch_start(self) -> Place | None:
        return self.column.stretch.start if self.column.stretch else None

    def _follow(self, _place: Place) -> None:
        """The page view was led elsewhere: by the contents, by a link, by going back."""
        place = self._view.place()
        if self.isVisible() and place != self._told:
            self._told = place
            self.go(place)

    def _tell_place(self) -> None:
        """The reader has scrolled: so does the page view."""
        self._goal = None
        place = self.place()
        if place and place != self._told:
            self._told = place
            self._view.bring(place)
            self._told = self._view.place()

    def _show_hit(self) -> None:
        self._decorate()
        hit = self._session.search.current
        if hit and self.isVisible():
            half = self._session.pages.paper.half_of(hit.page, hit.x)
            self._view.bring(Place(hit.page, hit.y, half))
            self._told = self._view.place()
            self.go(Place(hit.page, hit.y, half), _HIT_SHARE)

    def _decorate(self) -> None:
        if self.isVisible():
            self.column.decorate()

    def _take_notebook(self) -> None:
        self._marked = MarkedPages(self._session.marks.notebook, self._session.marks.edition)
        self._decorate()

    def _take_change(self, change: Change) -> None:
        if self._marked.take(change):
            self._decorate()
            self.browser.viewport().update()

    # the selection

    def _mirror_selection(self) -> None:
        cursor = self.browser.textCursor()
        first = self.column.filling.origin(cursor.selectionStart())
        last = self.column.filling.origin(max(cursor.selectionEnd() - 1, 0))
        self._is_mirroring = True
        if not cursor.hasSelection() or first is None or last is None:
            self._view.text_selection.clear()
            self._leave_bar()
        else:
            first, last = min(first, last), max(first, last)
            self._view.text_selection.take(*first, first[1])
            self._view.text_selection.select_to(last[0], last[1] + 1)
        self._is_mirroring = False

    def _take_selection(self, is_selected: bool) -> None:
        if not is_selected and not self._is_mirroring:
            cursor = self.browser.textCursor()
            cursor.clearSelection()
            self.browser.setTextCursor(cursor)
            self._leave_bar()

    def _show_bar(self) -> None:
        cursor = self.browser.textCursor()
        self.selection_bar.set_writable(self._session.marks.writable)
        boxes: list[QRect] = []
        for position in (cursor.selectionStart(), cursor.selectionEnd()):
            at = QTextCursor(self.browser.document())
            at.setPosition(position)
            boxes.append(self.browser.cursorRect(at).translated(self.browser.viewport().pos()))
        self.selection_bar.show_beside(*boxes)

    def _focus_bar(self) -> None:
        self._show_bar()
        self.selection_bar.focus_first()

    def _leave_bar(self) -> None:
        """The keyboard would go to whatever comes next in the window."""
        focus = QApplication.focusWidget()
        if focus and self.selection_bar.isAncestorOf(focus):
            self.browser.setFocus()
        self.selection_bar.hide()

    def _take_caret(self, on: bool) -> None:
        if self.isVisible() or not on:
            self.browser.set_caret(on)

    # what is pressed

    def _press(self, position: int) -> None:
        self.selection_bar.hide()
        if link := self.column.link_at(position):
            self._view.follow(link.target)
        elif found := self.column.annotations_at(position):
            self._view.choose(found[0].id)
            self._view.mark_activated.emit(found[0].id)
        else:
            self._view.choose(None)

    def _open_menu(self, at: QPoint, position: int) -> None:
        place = self.column.place_at(position)
        if place:
            ids = tuple(one.id for one in self.column.annotations_at(position))
            self._view.context_requested.emit(at, Spot(place, self.column.x_at(position), ids))
