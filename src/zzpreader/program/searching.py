"""The search in the library as a tab of the window: what it finds is opened where it stands."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from zzpreader.model.library import PublicationRow
from zzpreader.model.pages import Place
from zzpreader.model.typed import sound
from zzpreader.program.holdings import Holdings
from zzpreader.program.keeping import Keeping
from zzpreader.session.deliver import deliver
from zzpreader.session.library_search import LibraryHit, LibrarySearch, PublicationHits
from zzpreader.store.home import Home
from zzpreader.store.problems import StoreError
from zzpreader.store.synonyms import all_synonyms, keep_synonyms, read_synonyms, shipped_synonyms
from zzpreader.store.thread import StoreThread
from zzpreader.ui.dialogs.synonyms import SynonymsDialog
from zzpreader.ui.everywhere.view import LibrarySearchView
from zzpreader.ui.window.main_window import MainWindow
from zzpreader.ui.window.tab import ReadingTab

OpenFile = Callable[[Path, str | None], object]


class SearchDesk(QObject):
    """
    Args:
        open_file: shows a PDF in a tab of its own; with the id of the bundle to which it belongs.
    """

    _synonyms_read = Signal(object)
    _list_read = Signal(str, str)
    _list_kept = Signal(bool)
    _located = Signal(object, object, object)

    def __init__(
        self,
        home: Home,
        thread: StoreThread,
        window: MainWindow,
        keeping: Keeping,
        holdings: Holdings,
        open_file: OpenFile,
    ) -> None:
        super().__init__(window)
        self._home, self._thread, self._window, self._keeping = home, thread, window, keeping
        self._holdings, self._open_file = holdings, open_file
        holdings.changed.connect(self._take_library)
        self._search = LibrarySearch(self)
        self._view: LibrarySearchView | None = None
        self._files: set[tuple[str, str | None]] | None = None
        self._synonyms_read.connect(self._search.use_synonyms)
        self._list_read.connect(self._ask_synonyms)
        self._list_kept.connect(self._tell_synonyms)
        self._located.connect(self._go)

    def show(self) -> None:
        words = self._window.current.view.selected_words() if self._window.current else ""
        self._read_synonyms()
        if self._view is None:
            self._view = LibrarySearchView(self._search)
            self._view.go_to.connect(self._find_file)
            self._window.add_tab(self._view, self.tr("Find everywhere"))
        self._window.tabs.setCurrentWidget(self._view)
        self._holdings.read()
        self._view.open(words)

    def _take_library(self, rows: Sequence[PublicationRow]) -> None:
        """These are all its publications: what is new among them is read while the tab is there."""
        collections: dict[str, list[str]] = {}
        for row in rows:
            for name in row.collections:
                collections.setdefault(name, []).append(row.id)
        if self._view:
            self._view.use_collections([(name, tuple(ids)) for name, ids in sorted(collections.items())])
        before, self._files = self._files, {(row.id, row.file) for row in rows}
        if self._view and before is not None and self._files != before:
            self._search.fill_again()

    def _read_synonyms(self) -> None:
        home = self._home
        self._thread.submit(lambda: deliver(self, "_synonyms_read", read_synonyms(home)))

    def edit_synonyms(self) -> None:
        """The words that are looked for together."""
        home = self._home
        self._thread.submit(lambda: self._list_read.emit(all_synonyms(home), shipped_synonyms()))

    def _ask_synonyms(self, text: str, shipped: str) -> None:
        dialog = SynonymsDialog(text, shipped, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._keep_synonyms(sound(dialog.text)))
        dialog.open()

    def _keep_synonyms(self, text: str) -> None:
        home = self._home

        def job() -> None:
            try:
                keep_synonyms(home, text)
            except (OSError, StoreError):
                self._list_kept.emit(False)  # noqa: FBT003 - a signal knows no names
            else:
                self._list_kept.emit(True)  # noqa: FBT003

        self._thread.submit(job)

    def _tell_synonyms(self, is_kept: bool) -> None:
        """Every search from now on knows the list."""
        if not is_kept:
            words = self.tr("The list could not be written. Nothing was changed.")
            box = QMessageBox(self._window)
            box.setIcon(QMessageBox.Icon.Warning)
            box.setWindowTitle(self.tr("Words that mean the same"))
            box.setTextFormat(Qt.TextFormat.PlainText)
            box.setText(words)
            box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            box.open()
            return
        self._read_synonyms()
        for tab in self._window.reading_tabs():
            tab.session.read_synonyms()

    def is_view(self, tab: QWidget) -> bool:
        return tab is self._view

    def ended(self, tab: QWidget) -> None:
        """This tab is going."""
        if tab is self._view:
            self._view = None
            self._search.close()

    def close(self) -> None:
        self._holdings.changed.disconnect(self._take_library)
        self._search.close()

    def _find_file(self, one: PublicationHits, hit: LibraryHit) -> None:
        for tab in self._window.reading_tabs():
            if tab.session.publication and tab.session.publication.id == one.id:
                self._go(one, hit, tab.file)
                return
        paths = [Path(one.file)] if one.file else []
        paths += self._keeping.paths_of(one.id)
        # A disk can let one wait, a network home for long.
        self._thread.submit(lambda: self._located.emit(one, hit, next((p for p in paths if p.is_file()), None)))

    def _go(self, one: PublicationHits, hit: LibraryHit, file: Path | None) -> None:
        if file is None:
            words = self.tr("The file of “%1” is no longer where it was. Open it once from its new place.")
            if self._view:
                self._view.say(words.replace("%1", one.title))
            return
        self._open_file(file, self._keeping.bundle_of(one.id))
        tab = next((tab for tab in self._window.reading_tabs() if tab.file == file), None)
        if tab is None:
            return
        if tab.is_open:
            self._lead(tab, hit)
        else:
            lead = partial(self._lead, tab, hit)
            tab.ready.connect(lead, Qt.ConnectionType.SingleShotConnection)

    def _lead(self, tab: ReadingTab, hit: LibraryHit) -> None:
        page = hit.page or 0
        tab.view.go_to(Place(page, hit.y, tab.session.pages.paper.half_of(page, hit.x)))
        if hit.note:
            show = partial(self._show_note, tab, hit.note)
            if tab.session.marks.notebook.get(hit.note):
                show()
            else:
                tab.session.marks.loaded.connect(show, Qt.ConnectionType.SingleShotConnection)
        elif self._view:
            view = self._view
            tab.find_bar.follow(view.typed, page, hit.start, whole_words=view.whole_words, exact=view.exact)
        tab.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_note(self, tab: ReadingTab, note: str) -> None:
        if tab.session.marks.notebook.get(note):
            tab.view.flash(note)
            tab.notes.show_annotation(note)
