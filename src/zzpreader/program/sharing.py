"""Bundles that come from elsewhere and go elsewhere: opened, recognised as the map of a copy, made and shared."""

import re
import unicodedata
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox

from zzpreader.export.archive import packed
from zzpreader.export.files import write_beside
from zzpreader.files import BUNDLE_NAME, BUNDLE_SUFFIX, read_whole
from zzpreader.imports.bundle_zip import Unpacked, read
from zzpreader.imports.source import Refused
from zzpreader.model.about import About
from zzpreader.model.bundle import Bundle, BundleError
from zzpreader.model.bundle_text import to_toml
from zzpreader.model.publication import Publication
from zzpreader.program.bundles import BundleDesk
from zzpreader.sentences import filled
from zzpreader.session.deliver import deliver
from zzpreader.store.bundles import BundleFolder, find_bundles, keep_bundle, known_by, read_bundle
from zzpreader.store.home import Home
from zzpreader.store.thread import StoreThread
from zzpreader.structure.sharing import shared_map
from zzpreader.ui.dialogs.files import FileDialog
from zzpreader.ui.window.main_window import MainWindow
from zzpreader.ui.window.tab import ReadingTab

_LARGEST_ATTACHMENT = 256 * 2**20

BUNDLE_MIMETYPE = b"application/vnd.zzpreader.bundle+zip"
"""First in the file and not compressed, so that a desktop knows the file by it, whatever its name."""

_STORED = frozenset({"mimetype"})


class SharingDesk(QObject):
    """
    Args:
        use: opens the publication of a tab anew with a bundle's map.
        add_folder: takes the PDFs of a folder that is no bundle into the library.
    """

    _opened = Signal(object)
    _folder = Signal(object)
    _known = Signal(object)
    _written = Signal(object)

    def __init__(
        self,
        home: Home,
        thread: StoreThread,
        window: MainWindow,
        bundles: BundleDesk,
        *,
        use: Callable[[ReadingTab, Bundle], object],
        add_folder: Callable[[Path], object],
    ) -> None:
        super().__init__(window)
        self._home, self._thread, self._window = home, thread, window
        self._bundles, self._use, self._add_folder = bundles, use, add_folder
        self._opened.connect(self._show)
        self._folder.connect(self._add_folder)
        self._known.connect(self._propose)
        self._written.connect(self._tell_written)

    # from elsewhere

    def open(self, file: Path, *, replace: bool = False) -> None:
        """A bundle in one file, its bundle.toml, or its folder: among the reader's own bundles from then on."""
        home = self._home

        def job() -> None:
            if file.is_dir() and not (file / BUNDLE_NAME).exists():
                deliver(self, "_folder", file)
                return
            try:
                one = _unpacked(file)
                deliver(self, "_opened", keep_bundle(home, one.bundle, one.text, one.files, replace=replace))
            except FileExistsError:
                deliver(self, "_opened", file)
            except (BundleError, Refused, OSError) as wrong:
                said = filled(self.tr("“%1” is no bundle that can be used."), file.name)
                # What is wrong in it is for who made it, whatever the reader's language.
                deliver(self, "_opened", f"{said}\n{wrong}" if isinstance(wrong, BundleError) else said)

        self._thread.submit(job)

    def _show(self, answer: BundleFolder | Path | str) -> None:
        if isinstance(answer, BundleFolder):
            self._bundles.take_in(answer)
            for tab in self._window.reading_tabs():
                if tab.session.publication:
                    self.recognise(tab, tab.session.publication)
            return
        box = QMessageBox(self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Knowledge bundle"))
        if isinstance(answer, str):
            box.setIcon(QMessageBox.Icon.Warning)
            box.setText(answer)
            box.addButton(self.tr("Close"), QMessageBox.ButtonRole.AcceptRole)
        else:
            box.setIcon(QMessageBox.Icon.Question)
            box.setText(filled(self.tr("You have another version of the bundle in “%1”. Replace it?"), answer.name))
            button = box.addButton(self.tr("Replace"), QMessageBox.ButtonRole.AcceptRole)
            box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
            button.clicked.connect(partial(self._replace, answer))
        box.finished.connect(box.deleteLater)
        box.open()

    def _replace(self, file: Path) -> None:
        self.open(file, replace=True)

    # another copy of its publication

    def recognise(self, tab: ReadingTab, publication: Publication) -> None:
        """Offer the map of a bundle that knows this file, if none is in use."""
        edition = publication.editions[-1] if publication.editions else None
        if tab.session.bundle or edition is None:
            return
        home = self._home

        def job() -> None:
            found = known_by(edition, [one.bundle for one in find_bundles(home)[0]])
            if found:
                deliver(self, "_known", (tab, found))

        self._thread.submit(job)

    def _propose(self, answer: tuple[ReadingTab, Bundle]) -> None:
        tab, bundle = answer
        if tab not in self._window.reading_tabs() or tab.session.bundle:
            return
        words = self.tr("The knowledge bundle “%1” has a map of the sections of this publication.")
        tab.notice.say(filled(words, bundle.name), (self.tr("Use its map"), partial(self._use, tab, bundle)))

    # to elsewhere

    def share(self, tab: ReadingTab) -> None:
        """Ask what its page says, and where it is to be written."""
        from zzpreader.ui.bundle.share import ShareDialog

        session = tab.session
        if not session.publication or not session.sections.tree:
            tab.notice.say(self.tr("This publication has no sections to share yet."))
            return
        dialog = ShareDialog(session.about, tab)
        if not dialog.exec():
            return
        proposal = Path.home() / f"{_id(dialog.about.title)}{BUNDLE_SUFFIX}"
        path = FileDialog(self.tr("Share the section map"), self.tr("Bundle (*.zzpbundle)"), tab).to_save(proposal)
        if path:
            self.write(tab, path, dialog.about, dialog.language, dialog.introduction)

    def write(self, tab: ReadingTab, path: Path, about: About, language: str, introduction: str) -> None:
        """The map of the publication in a tab, in one file; the reader has been asked about one that is there."""
        publication = tab.session.publication
        if publication is None:
            return
        tree, labels = tab.session.sections.tree, tab.session.pages.labels
        id_, edition = _id(about.title), publication.editions[-1]

        def job() -> None:
            problem = ""
            try:
                bundle = shared_map(tree, labels, edition, about, id_=id_, language=language, introduction=introduction)
                write_beside(
                    path,
                    packed([("mimetype", BUNDLE_MIMETYPE), (BUNDLE_NAME, to_toml(bundle).encode())], _STORED),
                    force=True,
                )
            except BundleError as wrong:
                problem = str(wrong)
            except OSError:
                problem = filled(self.tr("The bundle could not be written to %1. Choose another folder."), path.name)
            deliver(self, "_written", (tab, path, problem))

        self._thread.submit(job)

    def _tell_written(self, answer: tuple[ReadingTab, Path, str]) -> None:
        tab, path, problem = answer
        if tab in self._window.reading_tabs():
            done = filled(self.tr("The section map is in %1. Who opens it is offered it for an own copy."), path.name)
            tab.notice.say(problem or done, warning=bool(problem))


def _unpacked(file: Path) -> Unpacked:
    """Raises: Refused, BundleError, OSError."""
    if file.name == BUNDLE_NAME:
        folder = file.parent
    elif file.is_dir():
        folder = file
    else:
        return read(read_whole(file))
    one = read_bundle(folder)
    files = {
        name: (folder / name).read_bytes()
        for name in (attachment.file for attachment in one.bundle.attachments)
        if name and (folder / name).is_file() and (folder / name).stat().st_size <= _LARGEST_ATTACHMENT
    }
    return Unpacked(one.bundle, (folder / BUNDLE_NAME).read_bytes(), files)


def _id(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].strip("-") or "bundle"
