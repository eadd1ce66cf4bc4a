"""A link that leads to another publication: its file is found in the library and opened; and the way back."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal

from zzpreader.model.addresses import Address, parse_address
from zzpreader.model.bundle import Bundle
from zzpreader.program.keeping import Keeping
from zzpreader.store.thread import StoreThread
from zzpreader.ui.window.main_window import MainWindow
from zzpreader.ui.window.tab import ReadingTab


class _Stay(NamedTuple):
    """In which publication one was; its tab may be closed by the time one comes back."""

    file: Path
    bundle: Bundle | None


class Visiting(QObject):
    """
    Args:
        open_file: opens a PDF in a tab, or brings its tab to the front.
        bundle: by its id.
    """

    _found = Signal(object, object, object)

    def __init__(
        self,
        window: MainWindow,
        keeping: Keeping,
        thread: StoreThread,
        open_file: Callable[[Path, Bundle | None], None],
        bundle: Callable[[str | None], Bundle | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._keeping, self._thread = window, keeping, thread
        self._open_file, self._bundle = open_file, bundle
        self._found.connect(self._go)

    def visit(self, tab: ReadingTab | None, text: str) -> None:
        """Follow an address that was pressed in `tab`, to which the way back leads."""
        address = parse_address(text)
        if address is None:
            return
        for other in self._window.reading_tabs():
            if other.session.publication and other.session.publication.id == address.publication:
                self._window.tabs.setCurrentWidget(other)
                other.links.go_when_there(address, tab and _stay(tab))
                return
        paths = self._keeping.paths_of(address.publication)
        # A disk can let one wait, a network home for long.
        self._thread.submit(lambda: self._found.emit(tab, address, next((p for p in paths if p.is_file()), None)))

    def _go(self, tab: ReadingTab | None, address: Address, file: Path | None) -> None:
        if tab and tab not in self._window.reading_tabs():
            return  # closed meanwhile
        if tab is None:  # nobody to tell that the file is gone but the tab that opens it
            file = file or next(iter(self._keeping.paths_of(address.publication)), None)
        elif file is None:
            title = self._keeping.titles().get(address.publication, "")
            words = self.tr("The file of “%1” is no longer where it was. Open it once, then the link works again.")
            unknown = self.tr("This link leads to a publication that has not been opened here.")
            tab.notice.say(words.replace("%1", title) if title else unknown)
        if file is None:
            return
        self._open_file(file, self._bundle(self._keeping.bundle_of(address.publication)))
        there = next((one for one in self._window.reading_tabs() if one.file == file), None)
        if there:
            there.links.go_when_there(address, tab and _stay(tab))

    def go_back(self, tab: ReadingTab, stay: object, *, is_back: bool) -> None:
        """To where one was in the other publication, also if it has been closed since.

        Args:
            stay: what the way out of the view of `tab` was said to lead to.
            is_back: one came to `tab` from there; else one went there from `tab` and came back.
        """
        assert isinstance(stay, _Stay)
        self._open_file(*stay)
        for other in self._window.reading_tabs():
            if other.file == stay.file:
                turn = other.view.came_back_from if is_back else other.view.came_from
                turn(_stay(tab))
                other.setFocus(Qt.FocusReason.OtherFocusReason)


def _stay(tab: ReadingTab) -> _Stay:
    return _Stay(tab.file, tab.session.bundle)
