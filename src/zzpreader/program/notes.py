"""Notes that a colleague sent, opened like a publication: the publication is found, then merging is offered."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox

from zzpreader.model.bundle import Bundle
from zzpreader.program.keeping import Keeping
from zzpreader.sentences import filled
from zzpreader.session.bringing import read_notes
from zzpreader.store.problems import StoreError
from zzpreader.store.thread import StoreThread
from zzpreader.ui.dialogs.files import FileDialog
from zzpreader.ui.window.main_window import MainWindow


class _Found(Struct, frozen=True):
    """Args: pdf: of the publication, None where no file of it is known."""

    notes: tuple[Path, ...]
    title: str
    pdf: Path | None
    bundle: str | None = None


class NotesDesk(QObject):
    """
    Args:
        open_file: opens a PDF in a tab, or brings its tab to the front.
        bundle: by its id.
    """

    _read = Signal(object)

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
        self._read.connect(self._go)

    def open(self, *files: Path) -> None:
        """Notes on one and the same publication."""
        entries = self._keeping.entries

        def look() -> None:
            try:
                incoming = read_notes(files[0])
            except StoreError:
                self._read.emit(files[0])
                return
            known = next((entry for entry in entries if incoming.of(entry.publication)), None)
            pdf = next((path for path in map(Path, known.paths) if path.is_file()), None) if known else None
            bundle = known.publication.bundle if known else None
            self._read.emit(_Found(files, incoming.publication.title, pdf, bundle))

        self._thread.submit(look)

    def _go(self, found: _Found | Path) -> None:
        if isinstance(found, Path):
            self._refuse(found)
        elif found.pdf:
            self._merge(found.notes, found.pdf, self._bundle(found.bundle))
        else:
            self._ask(found)

    def _refuse(self, file: Path) -> None:
        words = filled(self.tr("“%1” holds no notes of zzpreader that can be read."), file.name)
        box = self._box(QMessageBox.Icon.Warning, words)
        box.addButton(self.tr("Close"), QMessageBox.ButtonRole.AcceptRole)
        box.open()

    def _ask(self, found: _Found) -> None:
        words = self.tr("These notes belong to “%1”, whose PDF is not known here. Choose it to merge them.")
        box = self._box(QMessageBox.Icon.Question, filled(words, found.title or found.notes[0].stem))
        choose = box.addButton(self.tr("Choose PDF…"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(choose)
        box.accepted.connect(partial(self._choose, found))
        box.open()

    def _choose(self, found: _Found) -> None:
        kinds = self.tr("PDF files (*.pdf *.PDF);;All files (*)")
        dialog = FileDialog(filled(self.tr("PDF of “%1”"), found.title), kinds, self._window)
        if files := dialog.to_open(found.notes[0].parent):
            self._merge(found.notes, files[0], None)

    def _merge(self, notes: tuple[Path, ...], pdf: Path, bundle: Bundle | None) -> None:
        """Offered when the notes that are here are loaded; a publication that is another one is refused then."""
        self._open_file(pdf, bundle)
        tab = next((tab for tab in self._window.reading_tabs() if tab.file == pdf), None)
        if tab is None:
            return
        marks, merging = tab.session.marks, tab.session.merging
        if marks.is_loaded:
            merging.propose(notes)
        else:
            once = Qt.ConnectionType.SingleShotConnection
            marks.loaded.connect(partial(merging.propose, notes), once)

    def _box(self, icon: QMessageBox.Icon, words: str) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(icon)
        box.setWindowTitle(self.tr("Notes of a colleague"))
        box.setText(words)
        return box
