"""The start page in the window, as long as nothing is open."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from zzpreader.model.library import PublicationRow
from zzpreader.program.bundles import BundleDesk
from zzpreader.program.covers import Covers
from zzpreader.program.holdings import Holdings
from zzpreader.ui.notice import Notice
from zzpreader.ui.start.page import MOST_RECENT, StartPage
from zzpreader.ui.window.main_window import MainWindow


class StartDesk(QObject):
    """
    Args:
        open_file: shows a PDF in a tab of its own; with the id of the bundle to which it belongs.
        find: lets the reader look for a file that is missing.
        add_folder: asks for a folder whose PDFs are added.
    """

    def __init__(
        self,
        window: MainWindow,
        bundles: BundleDesk,
        holdings: Holdings,
        covers: Covers,
        *,
        open_file: Callable[[Path, str | None], object],
        find: Callable[[PublicationRow], object],
        add_folder: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._window, self._bundles, self._holdings, self._covers = window, bundles, holdings, covers
        self._open_file, self._find = open_file, find
        self._page = StartPage()
        self._asked: tuple[str, ...] = ()
        window.set_start_page(self._page)
        window.held_over.connect(self._page.zone.show_held_over)
        holdings.changed.connect(self._show_rows)
        covers.ready.connect(self._page.show_cover)
        self._page.opened.connect(self._open)
        self._page.file_wanted.connect(window.file_wanted)
        self._page.guide_wanted.connect(window.guide_wanted)
        self._page.library_wanted.connect(window.library_wanted)
        self._page.folder_wanted.connect(add_folder)
        self._page.bundle_wanted.connect(bundles.show)

    @property
    def notice(self) -> Notice:
        return self._page.notice

    def show(self) -> None:
        """Nothing is open any more."""
        self._asked = ()
        self._page.show_bundles([(one.id, one.name) for one in self._bundles.all()])
        self._page.show_rows(self._holdings.rows)
        self._holdings.read()
        self._page.take_keyboard()

    def _show_rows(self, rows: Sequence[PublicationRow]) -> None:
        if self._window.tabs.count():
            return
        self._page.show_rows(rows)
        recent = sorted((row for row in rows if row.opened), key=lambda row: row.opened, reverse=True)[:MOST_RECENT]
        asked = tuple(row.edition for row in recent)
        if asked != self._asked:  # once, however often the rows are told
            self._asked = asked
            self._covers.want([(row.edition, row.file) for row in recent])

    def _open(self, row: PublicationRow) -> None:
        if row.file:
            self._open_file(Path(row.file), row.bundle)
        else:
            self._find(row)
