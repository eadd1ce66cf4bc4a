"""What the first page does not need: a tenth of the time of a start, for what most starts never use.

Each desk is made when it is first wanted.
"""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from zzpreader.model.bundle import Bundle
from zzpreader.model.publication import Publication
from zzpreader.program.bundles import BundleDesk
from zzpreader.program.keeping import Keeping
from zzpreader.program.sighting import Start
from zzpreader.program.tabs import ReadingTabs
from zzpreader.store.home import Home
from zzpreader.store.thread import StoreThread
from zzpreader.ui.notice import Notice
from zzpreader.ui.window.main_window import MainWindow
from zzpreader.ui.window.tab import ReadingTab

if TYPE_CHECKING:
    from zzpreader.program.attachments import AttachmentsDesk
    from zzpreader.program.covers import Covers
    from zzpreader.program.exporting import Exporting
    from zzpreader.program.holdings import Holdings
    from zzpreader.program.library import LibraryDesk
    from zzpreader.program.matrix import MatrixDesk
    from zzpreader.program.notes import NotesDesk
    from zzpreader.program.palette import PaletteDesk
    from zzpreader.program.printing import Printing
    from zzpreader.program.reports import Reports
    from zzpreader.program.searching import SearchDesk
    from zzpreader.program.settings import SettingsDesk
    from zzpreader.program.sharing import SharingDesk
    from zzpreader.program.start import StartDesk
    from zzpreader.program.visiting import Visiting


class Desks(QObject):
    """
    Args:
        start: where the workers come from that look at files.
        language: of the interface.
        change_settings: takes over the fields that differ.
        close_with: ends the program, and then does this; it returns what is to be said of it.
    """

    def __init__(
        self,
        home: Home,
        thread: StoreThread,
        window: MainWindow,
        keeping: Keeping,
        bundles: BundleDesk,
        tabs: ReadingTabs,
        start: Start,
        *,
        language: str,
        change_settings: Callable[[dict[str, object]], object],
        close_with: Callable[[Callable[[], str]], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._home, self._thread, self._window, self._keeping = home, thread, window, keeping
        self._bundles, self._tabs, self._start, self._language = bundles, tabs, start, language
        self._change_settings, self._close_with = change_settings, close_with
        self._connect()

    def _connect(self) -> None:
        window, tabs = self._window, self._tabs
        window.share_wanted.connect(self._share)
        window.library_wanted.connect(self._show_library)
        window.matrix_wanted.connect(self._show_matrix)
        window.palette_wanted.connect(self._open_palette)
        window.search_wanted.connect(self._search_library)
        window.synonyms_wanted.connect(self._edit_synonyms)
        window.settings_wanted.connect(self._ask_settings)
        window.export_wanted.connect(self.export)
        window.export_again_wanted.connect(self._export_again)
        window.print_wanted.connect(self._print)
        window.attachments_wanted.connect(self._show_attachments)
        tabs.made.connect(self._opened)
        tabs.known.connect(self._recognise)
        tabs.known.connect(self._read_holdings)
        tabs.away.connect(self._visit)
        tabs.led.connect(self._return)

    # what is open in the window

    def ended(self, tab: QWidget) -> None:
        """This tab is going."""
        for name in ("matrix", "library", "searching"):
            if desk := self._made(name):
                desk.ended(tab)

    def is_search(self, tab: QWidget) -> bool:
        searching = self._made("searching")
        return searching is not None and searching.is_view(tab)

    def lists(self) -> dict[str, object]:
        """How the lists are set; one that was not shown, as it was left last."""
        left = self._keeping.window
        matrix, library = self._made("matrix"), self._made("library")
        return {
            "matrix": matrix.state if matrix else left.matrix,
            "library": library.state if library else left.library,
        }

    def close(self) -> None:
        """The window is closing."""
        for name in ("library", "_covers", "holdings", "searching"):
            if desk := self._made(name):
                desk.close()

    def _opened(self, tab: ReadingTab) -> None:
        if matrix := self._made("matrix"):
            matrix.opened(tab)

    def _read_holdings(self) -> None:
        """What is opened is in the library from now on, and in the search of it."""
        if holdings := self._made("holdings"):
            holdings.read()

    def _made(self, name: str) -> Any:
        """None while it was not wanted."""
        return self.__dict__.get(name)

    # the desks

    @cached_property
    def matrix(self) -> "MatrixDesk":
        from zzpreader.program.matrix import MatrixDesk

        desk = MatrixDesk(self._home, self._thread, self._window, self._keeping, self._open_known)
        for tab in self._window.reading_tabs():
            desk.opened(tab)
        return desk

    def _show_matrix(self) -> None:
        self.matrix.show()

    @cached_property
    def _visiting(self) -> "Visiting":
        from zzpreader.program.visiting import Visiting

        return Visiting(self._window, self._keeping, self._thread, self._open_copy, self._bundles.get, self)

    def _visit(self, tab: ReadingTab | None, address: str) -> None:
        self._visiting.visit(tab, address)

    def _return(self, tab: ReadingTab, stay: object, is_back: bool) -> None:
        self._visiting.go_back(tab, stay, is_back=is_back)

    @cached_property
    def notes(self) -> "NotesDesk":
        from zzpreader.program.notes import NotesDesk

        return NotesDesk(self._window, self._keeping, self._thread, self._open_copy, self._bundles.get, self)

    def look_for_copies(self) -> None:
        from zzpreader.program.copies import CopiesDesk

        CopiesDesk(self._home, self._thread, self._window, self._keeping, self.notes, self.notice, self).look()

    @cached_property
    def exporting(self) -> "Exporting":
        from zzpreader.program.exporting import Exporting

        return Exporting(self._thread, self._keeping, self._reports, self)

    def export(self, tab: ReadingTab) -> None:
        self.exporting.ask(tab)

    def _export_again(self, tab: ReadingTab) -> None:
        self.exporting.again(tab)

    @cached_property
    def _reports(self) -> "Reports":
        from zzpreader.program.reports import Reports

        return Reports(self._thread, self._keeping, self._language, self)

    @cached_property
    def _palette(self) -> "PaletteDesk":
        from zzpreader.program.elsewhere import Elsewhere
        from zzpreader.program.palette import PaletteDesk

        elsewhere = Elsewhere(self._home, self._thread, self)
        return PaletteDesk(self._window, self._keeping, self._bundles, elsewhere, self._open_known, self._visit, self)

    def _open_palette(self) -> None:
        self._palette.open()

    @cached_property
    def holdings(self) -> "Holdings":
        from zzpreader.program.holdings import Holdings

        return Holdings(self._home, self._thread, self._bundles.get, self)

    @cached_property
    def _covers(self) -> "Covers":
        from zzpreader.program.covers import Covers

        return Covers(self._home, self._thread, self._start, self)

    @cached_property
    def library(self) -> "LibraryDesk":
        from zzpreader.program.library import LibraryDesk

        return LibraryDesk(
            self._home,
            self._thread,
            self._window,
            self._keeping,
            self.holdings,
            self._covers,
            self._start,
            self._open_known,
        )

    def _show_library(self) -> None:
        self.library.show()

    def _add_folder(self, folder: Path) -> None:
        self.library.show()
        self.library.add_folder(folder)

    @cached_property
    def sharing(self) -> "SharingDesk":
        from zzpreader.program.sharing import SharingDesk

        return SharingDesk(
            self._home,
            self._thread,
            self._window,
            self._bundles,
            use=self._tabs.try_again,
            add_folder=self._add_folder,
        )

    def _share(self, tab: ReadingTab) -> None:
        self.sharing.share(tab)

    def _recognise(self, tab: ReadingTab, publication: Publication) -> None:
        self.sharing.recognise(tab, publication)

    @cached_property
    def start_page(self) -> "StartDesk":
        from zzpreader.program.start import StartDesk

        return StartDesk(
            self._window,
            self._bundles,
            self.holdings,
            self._covers,
            open_file=self._open_known,
            find=self.library.find,
            add_folder=self.library.ask_folder,
        )

    @cached_property
    def searching(self) -> "SearchDesk":
        from zzpreader.program.searching import SearchDesk

        return SearchDesk(self._home, self._thread, self._window, self._keeping, self.holdings, self._open_known)

    def _search_library(self) -> None:
        self.searching.show()

    def _edit_synonyms(self) -> None:
        self.searching.edit_synonyms()

    @cached_property
    def printing(self) -> "Printing":
        from zzpreader.program.printing import Printing

        printing = Printing(self._thread, self._reports, self)
        self._window.closing.connect(printing.cancel_all)
        return printing

    def _print(self, tab: ReadingTab) -> None:
        self.printing.ask(tab)

    @cached_property
    def attachments(self) -> "AttachmentsDesk":
        from zzpreader.program.attachments import AttachmentsDesk

        return AttachmentsDesk(self._thread, self)

    def _show_attachments(self, tab: ReadingTab) -> None:
        self.attachments.show(tab)

    @cached_property
    def settings(self) -> "SettingsDesk":
        from zzpreader.program.settings import SettingsDesk

        return SettingsDesk(
            self._window, self._home, self._keeping, self._thread, self._change_settings, self._close_with, self
        )

    def _ask_settings(self, looked_for: str) -> None:
        self.settings.ask(looked_for)

    # what they lead to

    def _open_copy(self, file: Path, bundle: Bundle | None) -> None:
        self._tabs.open(file, bundle=bundle)

    def _open_known(self, file: Path, bundle: str | None) -> None:
        self._tabs.open(file, bundle=self._bundles.get(bundle))

    def notice(self) -> Notice | None:
        """In front of the reader."""
        tab = self._window.tabs.currentWidget()
        return tab.findChild(Notice) if tab else self.start_page.notice
