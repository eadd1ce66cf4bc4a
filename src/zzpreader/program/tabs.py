"""Publications in tabs of the window: opened, tried again, and let go of."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zzpreader.engine.spawn import Source, Spawned
from zzpreader.model.bundle import Bundle
from zzpreader.model.publication import Publication
from zzpreader.program.bundles import BundleDesk
from zzpreader.program.keeping import Keeping
from zzpreader.program.leaving import Leaving
from zzpreader.sentences import sentence
from zzpreader.session.session import Session
from zzpreader.store.home import Home
from zzpreader.store.thread import StoreThread
from zzpreader.ui.window.main_window import MainWindow
from zzpreader.ui.window.tab import ReadingTab
from zzpreader.wire import Failed, Reason


class ReadingTabs(QObject):
    """
    Args:
        first: a worker that already reads the first file.
        start: where other workers come from.

    Signals:
        made(tab): a tab has come; its document is not asked for yet.
        known(tab, publication): which publication is read in it.
        away(tab, address): a link to another publication was pressed.
        led(tab, stay, is_back): the way back, or forward again, leaves the publication.
        file_wanted(): another file in the place of one that cannot be read.
    """

    made = Signal(object)
    known = Signal(object, object)
    away = Signal(object, object)
    led = Signal(object, object, bool)
    file_wanted = Signal()

    def __init__(
        self,
        home: Home,
        thread: StoreThread,
        window: MainWindow,
        keeping: Keeping,
        bundles: BundleDesk,
        leaving: Leaving,
        *,
        first: Spawned | None,
        start: Callable[[Source], Spawned],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._home, self._thread, self._window, self._keeping = home, thread, window, keeping
        self._bundles, self._leaving = bundles, leaving
        self._first, self._start = first, start

    def open(self, file: Path, page: str = "", *, bundle: Bundle | None = None, show: bool = True) -> None:
        """A tab for the PDF; one that is open already comes to the front, with the map of another bundle opened anew.

        Args:
            page: printed label or number as typed, empty for where it was left.
            bundle: whose section map belongs to it.
        """
        tab = self._tab_of(file)
        if tab is None:
            bundle = bundle or self._bundles.get(self._keeping.bundle_at(file))
            self._add(file, bundle, show=show)
        elif bundle and bundle != tab.session.bundle:
            self.try_again(tab, bundle)
        elif show:
            self._window.tabs.setCurrentWidget(tab)
        if page and (tab := self._tab_of(file)):
            tab.go_to_page(page)

    def _tab_of(self, file: Path) -> ReadingTab | None:
        return next((tab for tab in self._window.reading_tabs() if tab.file == file), None)

    def try_again(self, tab: ReadingTab, bundle: Bundle | None) -> None:
        if not self._leaving.may_leave([tab], partial(self.try_again, tab, bundle)):
            return
        self.let_go(tab)  # its notes are free before they are opened again
        self._add(tab.file, bundle, show=True)
        self._window.close_tab(tab)  # after it: a window without tabs would show the page of the bundle

    def let_go(self, tab: QWidget) -> None:
        """Keep how it was left, and let go of its workers."""
        if isinstance(tab, ReadingTab):
            publication = tab.session.publication
            if publication and tab.is_open:
                self._keeping.remember(publication, tab.state())
            tab.end()

    def _add(self, file: Path, bundle: Bundle | None, *, show: bool) -> ReadingTab:
        tab = self._make(file, bundle)
        self.made.emit(tab)
        self._window.add_tab(tab, file.stem, show=show)
        tab.session.open(bundle=bundle)
        return tab

    def _make(self, file: Path, bundle: Bundle | None) -> ReadingTab:
        first, self._first = self._first, None
        session = Session(file, thread=self._thread, home=self._home, first=first, start=self._start, parent=self)
        session.marks.creator = self._keeping.settings.author
        session.linking.use_titles(self._keeping.titles())
        tab = ReadingTab(session)
        tab.restore(self._keeping.left_at(file))
        session.failed.connect(partial(self._fail, tab))
        session.identified.connect(partial(self._identified, file))
        tab.links.away.connect(partial(self.away.emit, tab))
        tab.view.led_back.connect(partial(self._lead, tab, is_back=True))
        tab.view.led_forward.connect(partial(self._lead, tab, is_back=False))
        tab.other_file_wanted.connect(self.file_wanted)
        tab.again_wanted.connect(partial(self.try_again, tab, bundle))
        return tab

    def _lead(self, tab: ReadingTab, stay: object, *, is_back: bool) -> None:
        self.led.emit(tab, stay, is_back)

    def _fail(self, tab: ReadingTab, failed: Failed) -> None:
        again = failed.reason not in (Reason.NO_PAGES, Reason.NOT_PDF)
        tab.show_failure(sentence(failed, tab.file.name), failed.detail, again=again)

    def _identified(self, file: Path, publication: Publication) -> None:
        was_known_here = bool(self._keeping.left_at(file))
        self._keeping.seen(publication, file)
        self._window.show_recent(self._keeping.recent())
        for tab in self._window.reading_tabs():
            tab.session.linking.use_titles(self._keeping.titles())
            if tab.file == file and not was_known_here and tab.view.is_at_the_beginning:
                tab.restore(self._keeping.left_at(file))  # it was read elsewhere, or under another name
            if tab.file == file and not tab.session.bundle:
                self.known.emit(tab, publication)
